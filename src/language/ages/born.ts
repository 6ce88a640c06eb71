import {
  dateOf,
  dayOfInstant,
  instantOf,
  type LocalDate,
  type LocalDateTime,
  parseLocalDateTime,
} from '../calendar.js';
import { matchesOf } from '../matches.js';
import { parseNumeral } from '../numerals.js';
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

/** What marks the date as one of birth: the words before it and after it that belong to the age; null if nothing does. */
function birthWords(folded: string, date: DateReading, low: number): { lead: number; tail: number } | null {
  const lead = BORN_BEFORE.exec(folded.slice(Math.max(0, date.start - 8), date.start));
  const after = BORN_AFTER.exec(folded.slice(date.end, date.end + 8));
  const ofYear = OF_YEAR.exec(folded.slice(date.end, date.end + 3));
  const grown = low >= GROWN && folded.slice(date.start, date.end).includes('年');
  const figures = /\d{4}|[\d零〇一二三四五六七八九]年/.test(folded.slice(date.start, date.end));
  if (!(lead && figures) && after === null && !(ofYear && grown)) return null;
  // 出生日期1953-05-03 is first a date.
  const said = lead !== null && !/日期|年月|生日/.test(lead[0]) ? lead[0].length : 0;
  return { lead: said, tail: (after ?? ofYear)?.[0].length ?? 0 };
}

/** 八零后: born in the ten years from 1980. */
const GENERATION = /(?<![\d年月满到过第])(?<tens>[015-9]0|[五六七八九零][〇零])后(?![半面头天来年背续])/g;

function generations(text: string, folded: string, now: LocalDateTime): AgeReading[] {
  return matchesOf(folded, GENERATION).flatMap((match) => {
    const tens = parseNumeral(match.groups?.tens ?? '') ?? 0;
    const first = tens < 50 ? 2000 + tens : 1900 + tens;
    const ages = agesBorn({ year: first, month: 1, day: 1 }, { year: first + 9, month: 12, day: 31 }, now);
    const end = match.index + match[0].length;
    return ages === null ? [] : [ageReading(text, match.index, end, years(...ages), '周岁')];
  });
}

/** Ages by year, month or day of birth: 五三年生人, 1948年三月生, 生于1950年5月3日, 48年的, 五零后. */
export function bornAges(
  text: string,
  folded: string,
  now: LocalDateTime,
  dates: readonly DateReading[],
): AgeReading[] {
  const readings = generations(text, folded, now);
  if (!/生|年[^,。]{0,8}的/.test(folded)) return readings;
  for (const date of dates) {
    const words = folded.slice(date.start, date.end);
    const ages = /年|\d{4}/.test(words) ? agesBornOn(date, now) : null;
    const birth = ages && birthWords(folded, date, ages[0]);
    if (ages === null || birth === null) continue;
    readings.push(ageReading(text, date.start - birth.lead, date.end + birth.tail, years(...ages), '周岁'));
  }
  return readings;
}
