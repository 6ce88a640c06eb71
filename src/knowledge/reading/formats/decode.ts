/** Text of a file's bytes, or why it is no text. */
type Decoded = { text: string; encoding: string } | { problem: 'not_text' };

const BOMS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** GB18030 gives some reading to almost any bytes: real Chinese text is mostly of these. */
const PLAUSIBLE = /[\p{Script=Han}\p{ASCII}，。；：！？、（）《》〔〕“”‘’—…·％①-⑳\s　]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g;

/** UTF-8, UTF-16 (with its mark, or by its zero bytes) or GB18030, which holds GBK and GB 2312. */
export function decode(bytes: Uint8Array): Decoded {
  const bom = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  const order = bom === undefined ? guesses(bytes) : [bom[1]];
  for (const encoding of order) {
    const text = tryDecode(bytes, encoding);
    if (text !== null && looksLikeText(text, encoding))
      return { text: text.replace(/^\uFEFF/, ''), encoding };
  }
  return { problem: 'not_text' };
}

function guesses(bytes: Uint8Array): string[] {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  if (zeros[0] === 0 && zeros[1] === 0) return ['utf-8', 'gb18030'];
  return (zeros[1] ?? 0) > (zeros[0] ?? 0) ? ['utf-16le'] : ['utf-16be'];
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeText(text: string, encoding: string): boolean {
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length / 200) return false;
  if (encoding === 'utf-8') return true;
  return (text.match(PLAUSIBLE)?.length ?? 0) >= text.length * 0.9;
}
