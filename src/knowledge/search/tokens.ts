/**
 * Text to term keys. The atoms of a text are its Han characters and its runs of letters or digits; the terms are
 * the pairs of neighbouring atoms, and the runs themselves. Punctuation parts neighbours, spaces do not: text
 * extractions put them anywhere.
 */

const RUN = 1;
const HAN = 2;
const SPACE = 3;

/** NFKC and lower case: full-width forms, circled digits and the like become what they stand for. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function classify(code: number): number {
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007) return HAN;
  if (code >= 0x20000 && code <= 0x3ffff) return HAN;
  if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) return SPACE;
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) return RUN;
  // Letters of other scripts: accented Latin, Greek, Cyrillic; kana.
  return (code >= 0xdf && code <= 0x52f) || (code >= 0x3041 && code <= 0x30ff) ? RUN : 0;
}

/** Mixes two 32-bit values into one (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ b;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Atoms in order, 0 where neighbours are parted. A Han character is its code; a run is a hash, below zero. */
export function atoms(folded: string): Int32Array {
  const out = new Int32Array(folded.length);
  let count = 0;
  let run = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const kind = classify(code);
    if (kind === RUN) {
      run = mix(run, code);
      continue;
    }
    if (run !== 0) {
      out[count++] = run | 0x80000000;
      run = 0;
    }
    if (kind === HAN) out[count++] = code;
    else if (kind !== SPACE && count > 0 && out[count - 1] !== 0) out[count++] = 0;
  }
  if (run !== 0) out[count++] = run | 0x80000000;
  return out.subarray(0, count);
}

function pairKey(a: number, b: number): number {
  return a > 0 && a <= 0xffff && b > 0 && b <= 0xffff ? (a << 16) | b : mix(a, b);
}

/**
 * Term keys of `text` in reading order: for Han characters one key a pair (exact), for a run its own key too.
 * A Han character without neighbours is a term by itself.
 */
export function termKeys(text: string): Int32Array {
  const parts = atoms(fold(text));
  const keys = new Int32Array(parts.length * 2);
  let count = 0;
  for (let i = 0; i < parts.length; i++) {
    const atom = parts[i] ?? 0;
    if (atom === 0) continue;
    const next = parts[i + 1] ?? 0;
    if (atom < 0 || (next === 0 && (parts[i - 1] ?? 0) === 0)) keys[count++] = atom;
    if (next !== 0) keys[count++] = pairKey(atom, next);
  }
  return keys.subarray(0, count);
}
