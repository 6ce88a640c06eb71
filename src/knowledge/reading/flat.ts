import { sentences } from './sentences.js';

/** A paragraph longer than this is a page whose line breaks were lost, or cannot be cited as it is. */
const FLAT = 1200;
const STRETCH = 600;
const INLINE_NUMBER =
  /(?<=[。；！？\s\u3000）])(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,5}[章条][\s\u3000]))/;

/** The lines that a text run together had: before each clause number inside it, else stretches of whole sentences. */
export function unflattened(line: string): string[] {
  if (line.length <= FLAT) return [line];
  return line.split(INLINE_NUMBER).flatMap((piece) => (piece.length <= FLAT ? [piece] : bySentences(piece)));
}

function bySentences(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { end } of sentences(line)) {
    if (end - from < STRETCH) continue;
    pieces.push(line.slice(from, end));
    from = end;
  }
  if (from < line.length) pieces.push(line.slice(from));
  return pieces;
}
