import { clauseNumber } from './chinese-numerals.js';

const YEAR = '[〇○Ｏ零一二三四五六七八九]{4}|\\d{4}';
const DAY = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
/** A day as documents print it: 2021年3月24日, 二〇二一年三月二十四日. */
export const PRINTED_DAY = `(${YEAR})\\s?年\\s?(${DAY})\\s?月\\s?(${DAY})\\s?日`;

/** `YYYY-MM-DD` of the first day printed in a text; null where there is none or it is no day of the calendar. */
export function printedDay(text: string): string | null {
  const match = new RegExp(PRINTED_DAY).exec(text);
  const iso = /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (match !== null)
    return dayOf(yearOf(match[1] ?? ''), clauseNumber(match[2] ?? ''), clauseNumber(match[3] ?? ''));
  return iso === null ? null : dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

function yearOf(printed: string): number {
  const digits = [...printed].map((c) =>
    /\d/.test(c) ? c : String(Math.max(0, '〇一二三四五六七八九'.indexOf(c))),
  );
  return Number(digits.join(''));
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** The last day of a term of `years` from `from`: 有效期5年 from 2021-10-01 ends on 2026-09-30. */
export function lastDayOfTerm(from: string, years: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
