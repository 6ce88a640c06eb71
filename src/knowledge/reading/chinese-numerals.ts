const DIGITS = '〇一二三四五六七八九';

/** 1 to 999 as documents number their clauses: 三十五, 一百零二, 35, ３５; NaN for anything else. */
export function clauseNumber(text: string): number {
  const ascii = text.normalize('NFKC').replace(/零/g, '〇');
  if (/^\d{1,4}$/.test(ascii)) return Number(ascii);
  const match =
    /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(ascii);
  if (match === null || ascii === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (c: string | undefined) => (c === undefined ? 0 : DIGITS.indexOf(c));
  return (
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) +
    digit(ones)
  );
}

/** 1 to 99 in 汉字, as clauses are quoted: 第三条第二款. */
export function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (
    (tens > 1 ? DIGITS.charAt(tens) : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS.charAt(ones) : '')
  );
}
