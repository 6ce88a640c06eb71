import { decode } from './decode.js';
import { kindOf } from './kind.js';

/** Why a file gives no text. */
export type FileProblem =
  | 'empty'
  | 'not_text'
  | 'scanned'
  | 'encrypted'
  | 'damaged'
  | 'image'
  | 'old_word'
  | 'rtf'
  | 'archive';

/** A file's text as it stands; `page` and `title` are what an HTML page says around it. */
type FileText = { text: string; page: string; title: string | null } | { problem: FileProblem };

/** Text of a policy file, by what its bytes are. Never throws for bad content. */
export async function readFileText(
  bytes: Uint8Array,
  name: string,
  onPage?: (page: number, pages: number) => void,
): Promise<FileText> {
  if (bytes.length === 0) return { problem: 'empty' };
  const read = await textOf(bytes, name, onPage);
  if ('problem' in read) return read;
  return read.text.trim() === '' ? { problem: 'empty' } : read;
}

async function textOf(
  bytes: Uint8Array,
  name: string,
  onPage?: (page: number, pages: number) => void,
): Promise<FileText> {
  const kind = kindOf(bytes, name);
  switch (kind) {
    case 'pdf': {
      const { readPdf } = await import('./pdf.js');
      const read = await readPdf(bytes, onPage);
      return 'problem' in read ? read : plain(read.text);
    }
    case 'docx':
      return docx(bytes);
    case 'html':
    case 'text': {
      const decoded = decode(bytes);
      if ('problem' in decoded) return decoded;
      if (kind === 'text') return plain(decoded.text);
      const { readHtml } = await import('./html.js');
      return readHtml(decoded.text);
    }
    default:
      return { problem: kind };
  }
}

function plain(text: string): FileText {
  return { text, page: '', title: null };
}

async function docx(bytes: Uint8Array): Promise<FileText> {
  const mammoth = await import('mammoth');
  try {
    const { value } = await mammoth.default.extractRawText({ buffer: Buffer.from(bytes) });
    return plain(value);
  } catch {
    return { problem: 'damaged' };
  }
}
