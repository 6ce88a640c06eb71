const CODES = 0x10000;

const ANY = '_'.charCodeAt(0);

/** The code by which a character of a stretch goes; `_`, which stands for any one, goes by none. */
export const codeOf = (code: number): number => (code === ANY ? 0 : code);

const numberOf = (first: number, second: number, third: number): number =>
  first + second * CODES + third * CODES * CODES;

/** Visits the codes of the stretches of up to three characters of `text`, and of the pairs with one character between. */
export function forEachFeature(
  text: string,
  visit: (first: number, second: number, third: number) => void,
): void {
  const told = `^${text}$`;
  for (let i = 0; i < told.length; i++) {
    const first = told.charCodeAt(i);
    visit(first, 0, 0);
    if (i + 1 >= told.length) continue;
    const second = told.charCodeAt(i + 1);
    visit(first, second, 0);
    if (i + 2 >= told.length) continue;
    const third = told.charCodeAt(i + 2);
    visit(first, second, third);
    visit(first, 0, third);
  }
}

/** The keys of the same. */
export function features(text: string): number[] {
  const all: number[] = [];
  forEachFeature(text, (...codes) => all.push(numberOf(...codes)));
  return all;
}
