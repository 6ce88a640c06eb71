export interface Piece {
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
  text: string;
  isQuote: boolean;
}

/** A text cut at what is quoted of it, spaces and line breaks aside; joined, the pieces are the text. */
export function marked(text: string, quotes: readonly string[]): Piece[] {
  const at: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (/\s/.test(unit)) continue;
    at.push(i);
    bare += unit;
  }
  const isQuoted = new Uint8Array(text.length);
  for (const quote of quotes) {
    const sought = quote.replace(/\s/g, '');
    const found = sought === '' ? -1 : bare.indexOf(sought);
    const first = at[found];
    const last = at[found + sought.length - 1];
    if (first !== undefined && last !== undefined) isQuoted.fill(1, first, last + 1);
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && isQuoted[end] === isQuoted[start]) end++;
    pieces.push({ start, text: text.slice(start, end), isQuote: isQuoted[start] === 1 });
    start = end;
  }
  return pieces;
}
