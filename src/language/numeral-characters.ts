/** The characters numerals are written with: everyday, financial (大写), traditional and contracted. */

function table(rows: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([characters, value]) => [...characters].map((c) => [c, value] as const)));
}

export const CHINESE_DIGITS = table([
  ['零〇○', 0],
  ['一壹弌幺', 1],
  ['二贰貳弍贰', 2],
  ['三叁叄參弎', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
]);

/** Said before a unit or a measure word only, never digit by digit. */
export const COUNT_DIGITS = table([
  ['两兩俩倆', 2],
  ['仨', 3],
]);

export const SMALL_UNITS = table([
  ['十拾', 10],
  ['百佰', 100],
  ['千仟', 1000],
]);

export const TENS = table([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

export const BIG_UNITS = table([
  ['万萬', 1e4],
  ['亿億', 1e8],
  ['兆', 1e12],
]);

/** The digit an ASCII or full-width character stands for, or -1. */
export function arabicDigit(character: string | undefined): number {
  const code = character?.charCodeAt(0) ?? 0;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** A product of a decimal and a unit without the dust of binary fractions: 1.1亿 is 110000000. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

export function isZero(character: string | undefined): boolean {
  return character !== undefined && CHINESE_DIGITS.get(character) === 0;
}
