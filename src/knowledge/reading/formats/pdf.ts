import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type PdfText = { text: string; pages: number } | { problem: 'scanned' | 'encrypted' | 'damaged' };

interface Line {
  text: string;
  x: number;
  right: number;
  size: number;
}

/** Fewer characters than this a page, on average, is no text layer but stamps and page numbers. */
const LEAST_A_PAGE = 20;
/** Pieces whose baselines differ by less than this share of the type size stand on one line. */
const SAME_LINE = 0.5;

/** Text layer of a PDF, a paragraph a line. The library is loaded on first use: it takes about 0.3 s. */
export async function readPdf(
  bytes: Uint8Array,
  onPage?: (page: number, pages: number) => void,
): Promise<PdfText> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const content = await (await pdf.getPage(n)).getTextContent();
      pages.push(paragraphs(linesOf(content.items.filter((item) => 'str' in item))).join('\n'));
      onPage?.(n, pdf.numPages);
    }
    const text = pages.join('\n');
    if (text.replace(/\s/g, '').length < LEAST_A_PAGE * pdf.numPages) return { problem: 'scanned' };
    return { text, pages: pdf.numPages };
  } catch (error) {
    return {
      problem: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
    };
  } finally {
    await task.destroy();
  }
}

interface Piece {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Pieces of text on one baseline as a line, in the order of the file. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: (Line & { y: number })[] = [];
  for (const { str, transform, width, height } of pieces) {
    if (str.trim() === '') continue;
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < size * SAME_LINE) {
      const gap = x - last.right > size ? '　' : '';
      last.text += gap + str;
      last.right = x + width;
    } else lines.push({ text: str, x, y, right: x + width, size });
  }
  return lines;
}

/** A line that reaches the right margin goes on in the next, unless that one is indented. */
function paragraphs(lines: readonly Line[]): string[] {
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  const texts: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const isFull = before !== undefined && before.right > right - 2 * before.size;
    const isIndented = line.x > left + 1.2 * line.size;
    // A signature set flush left goes on with nothing, though the sentence before happens to fill its line.
    const isApart = /[。：]$/.test(before?.text ?? '') && !/[，。；：、）]/.test(line.text);
    if (isFull && !isIndented && !isApart && texts.length > 0) texts[texts.length - 1] += line.text;
    else texts.push(line.text);
  });
  return texts;
}
