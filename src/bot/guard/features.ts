const CODES = 0x10000;

/** One number for a stretch of up to three characters; `_` stands for any one. */
export function keyOf(feature: string): number {
  const code = (i: number): number => (feature[i] === '_' || i >= feature.length ? 0 : feature.charCodeAt(i));
  return code(0) + code(1) * CODES + code(2) * CODES * CODES;
}

/** The keys of the stretches of up to three characters of `text`, and of the pairs with one character between. */
export function features(text: string): number[] {
  const told = `^${text}$`;
  const all: number[] = [];
  for (let i = 0; i < told.length; i++) {
    const first = told.charCodeAt(i);
    all.push(first);
    if (i + 1 >= told.length) continue;
    const pair = first + told.charCodeAt(i + 1) * CODES;
    all.push(pair);
    if (i + 2 >= told.length) continue;
    const third = told.charCodeAt(i + 2) * CODES * CODES;
    all.push(pair + third, first + third);
  }
  return all;
}
