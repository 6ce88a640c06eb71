import { formatInstant, instantOf, type LocalDateTime } from '../calendar.js';
import { fold } from '../fold.js';
import type { DateReading } from '../types.js';
import { FIGURE_STARTS } from './figures.js';
import { dateAt, type Found } from './ranges.js';

export { isWorkday } from './workdays.js';

const FIGURES = new Set(FIGURE_STARTS);
/** What comes again and again is no date: 每周三, 每月十五号, 天天早上. */
const RECURRING = /(?:每(?:逢|到|个|隔)?(?:[天日周月年晚早]|星期|礼拜)?|逢|隔|天天|日日|月月|年年)的?$/;

/**
 * Dates and times of day in `text`, as meant at `now` (local). Left to right, none overlapping. `from`/`to` are local
 * without offset, `to` exclusive; a date without a year is the next one; 下周X lies in the next Monday-to-Sunday week.
 * Bare lengths (三天) and recurrences (每周三) are no dates. Linear in the length of `text`.
 */
export function readDates(text: string, now: LocalDateTime, folded = fold(text)): DateReading[] {
  const instant = instantOf(now);
  const readings: DateReading[] = [];
  let read = 0;
  for (let at = 0; at < folded.length; ) {
    const inFigure = at > read && FIGURES.has(folded[at] ?? '') && FIGURES.has(folded[at - 1] ?? '');
    const found = inFigure ? null : dateAt(folded, at, instant);
    if (found === null) {
      at += 1;
      continue;
    }
    if (found.meant !== null && !RECURRING.test(folded.slice(Math.max(0, at - 5), at)))
      readings.push(reading(text, found));
    at = found.end;
    read = at;
  }
  return readings;
}

function reading(text: string, { start, end, meant }: Found): DateReading {
  const { grain, calendar, ambiguous } = meant;
  const [from, to] = [formatInstant(meant.from), formatInstant(meant.to)];
  const date: DateReading = { text: text.slice(start, end), start, end, from, to, grain, calendar };
  if (ambiguous) date.ambiguous = true;
  return date;
}
