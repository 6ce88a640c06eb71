import {
  dateOf,
  dayOfInstant,
  instantOf,
  type LocalDate,
  type LocalDateTime,
  parseLocalDateTime,
} from '../calendar.js';
import type { AgeReading, DateReading } from '../types.js';
import { ageOn } from './age-on.js';
import { ageReading, OLDEST, years } from './years.js';

const BORN_AFTER = /^(?:份|前后)?的?(?:生人|出生|生的|生日|生)(?!病|活|产|效|意|气)/;
const BORN_BEFORE =
  /(?:生于|出生于|出生在|生在|出生日期(?:是|为)?|出生年月(?:是|为)?|生日(?:是|为|在)?|出生是)[:, ]?$/;
/** 48年的: of people, where nothing but a person can follow. */
const OF_YEAR = /^(?:份)?的(?=$|[,。!?;、 了]|人|老|属|生|吧|呢)/;
/** A year said of a grown person only; younger, it is likelier a paper of that year. */
const GROWN = 30;

/** 周岁 of somebody born on a day from `first` to `last`. */
export function agesBorn(first: LocalDate, last: LocalDate, now: LocalDateTime): [number, number] | null {
  const low = ageOn(last, now);
  const high = ageOn(first, now);
  return high < 0 || low > OLDEST ? null : [Math.max(0, low), high];
}

function agesBornOn({ from, to }: DateReading, now: LocalDateTime): [number, number] | null {
  const [first, end] = [parseLocalDateTime(from), parseLocalDateTime(to)];
  if (first === null || end === null) return null;
  return agesBorn(first, dateOf(dayOfInstant(instantOf(end) - 1)), now);
}

function isBirth(folded: string, date: DateReading, low: number): boolean {
  if (BORN_AFTER.test(folded.slice(date.end, date.end + 8))) return true;
  if (BORN_BEFORE.test(folded.slice(Math.max(0, date.start - 8), date.start))) return true;
  return (
    OF_YEAR.test(folded.slice(date.end, date.end + 3)) &&
    low >= GROWN &&
    folded.slice(date.start, date.end).includes('年')
  );
}

/** Ages by year, month or day of birth: 五三年生人, 1948年三月生, 生于1950年5月3日, 48年的. */
export function bornAges(
  text: string,
  folded: string,
  now: LocalDateTime,
  dates: readonly DateReading[],
): AgeReading[] {
  const readings: AgeReading[] = [];
  if (!/生|年[^,。]{0,8}的/.test(folded)) return readings;
  for (const date of dates) {
    const words = folded.slice(date.start, date.end);
    const ages = /年|\d{4}/.test(words) ? agesBornOn(date, now) : null;
    if (ages === null || !isBirth(folded, date, ages[0])) continue;
    const tail =
      BORN_AFTER.exec(folded.slice(date.end, date.end + 8)) ??
      OF_YEAR.exec(folded.slice(date.end, date.end + 3));
    const end = date.end + (tail?.[0].length ?? 0);
    readings.push(ageReading(text, date.start, end, years(...ages), '周岁'));
  }
  return readings;
}
