import { parseNumeral, scanNumerals } from '../numerals.js';

/** What a date expression can begin with when it begins with a numeral. */
export const FIGURE_STARTS = '0123456789〇零一二三四五六七八九十廿卅';

/** One or two digits, Chinese or Arabic: hours, minutes, days, months. */
export const SMALL =
  '(?:\\d{1,2}(?!\\d)|[二三四五]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[零〇][一二三四五六七八九]?|[一二三四五六七八九])';

/** A count before a unit of time: 三, 俩, 半, 三五, 三到五, 2.5, 几. */
export const COUNT =
  '(?:(?:\\d{1,2}|[一两二三四五六七八九十]{1,3})(?:到|至|-)(?:\\d{1,2}|[二三四五六七八九十]{1,3})|\\d{1,3}(?:\\.\\d{1,2})?|[零〇一二两俩仨三四五六七八九十廿百]{1,6}|半|十几|几十|好几|几|数)';

/** Whole-number value, or -1. */
export function small(text: string | undefined): number {
  const value = text === undefined ? null : parseNumeral(text);
  return value !== null && Number.isInteger(value) ? value : -1;
}

export interface Count {
  low: number;
  high: number;
  vague: boolean;
}

/** Loose counts, [lowest, highest]: 几 is taken for three, which is what most mean. */
const LOOSE: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 几: [3, 3], 数: [3, 3], 好几: [4, 9], 十几: [11, 19], 几十: [20, 90], 一两: [1, 2], 一二: [1, 2] },
};
/** A higher count before 年 is a year's number. */
const MOST = 999;

export function count(text: string): Count | null {
  const loose = LOOSE[text];
  if (loose !== undefined) return { low: loose[0], high: loose[1], vague: true };
  const [from, to] = text.split(/[到至-]/u).map((end) => small(end));
  if (from !== undefined && to !== undefined)
    return from < 1 || to <= from ? null : { low: from, high: to, vague: true };
  const [numeral, more] = scanNumerals(text);
  if (numeral === undefined || more !== undefined || numeral.end - numeral.start !== text.length) return null;
  const high = numeral.high ?? numeral.value;
  return high > MOST ? null : { low: numeral.value, high, vague: numeral.high !== undefined };
}
