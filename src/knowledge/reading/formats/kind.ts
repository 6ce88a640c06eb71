type FileKind = 'text' | 'html' | 'docx' | 'pdf';
type UnreadableKind = 'image' | 'old_word' | 'rtf' | 'archive';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));
const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** What a file is by its first bytes; its name decides only between plain text and HTML without a head. */
export function kindOf(bytes: Uint8Array, name: string): FileKind | UnreadableKind {
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return holds(bytes, 'word/document.xml') ? 'docx' : 'archive';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old_word';
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf';
  const isImage =
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    starts(bytes, 0x4d, 0x4d, 0x00, 0x2a);
  if (isImage) return 'image';
  return /\.html?$/i.test(name) || HTML_START.test(ascii(bytes, 0, 1024).replaceAll('\0', ''))
    ? 'html'
    : 'text';
}

/** Names in a ZIP's directory are stored as plain ASCII. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1');
}
