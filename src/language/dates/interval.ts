import {
  addMonths,
  DAY_SECONDS,
  dateOf,
  dayNumber,
  dayOfInstant,
  HOUR_SECONDS,
  weekdayOf,
} from '../calendar.js';
import type { TimeUnit } from '../types.js';

/** A stretch of local time; `from`/`to` in local seconds (see calendar.ts), `to` exclusive. */
export interface Interval {
  from: number;
  to: number;
  grain: TimeUnit;
  calendar: 'gregorian' | 'lunar';
  ambiguous: boolean;
}

type Marks = Partial<Pick<Interval, 'calendar' | 'ambiguous'>>;

export function interval(
  from: number,
  to: number,
  grain: TimeUnit,
  { calendar = 'gregorian', ambiguous = false }: Marks = {},
): Interval {
  return { from, to, grain, calendar, ambiguous };
}

/** From day `first` to the day before `end`. */
export function days(first: number, end: number, grain: TimeUnit, marks: Marks = {}): Interval {
  return interval(first * DAY_SECONDS, end * DAY_SECONDS, grain, marks);
}

export function dayInterval(day: number, marks: Marks = {}): Interval {
  return days(day, day + 1, 'day', marks);
}

export function weekInterval(day: number): Interval {
  const monday = day - weekdayOf(day) + 1;
  return days(monday, monday + 7, 'week');
}

/** `month` may lie outside 1 to 12: month 0 is last December. */
export function monthsInterval(year: number, month: number, count: number, grain: TimeUnit): Interval {
  const january = dayNumber(year, 1, 1);
  return days(addMonths(january, month - 1), addMonths(january, month - 1 + count), grain);
}

export function yearsInterval(year: number, count = 1): Interval {
  return days(dayNumber(year, 1, 1), dayNumber(year + count, 1, 1), 'year');
}

export function yearOf(instant: number): number {
  return dateOf(dayOfInstant(instant)).year;
}

/** The time `amount` units (a fraction allowed) after `instant`, before it when negative. */
export function shift(instant: number, amount: number, unit: TimeUnit): number {
  const seconds = { second: 1, minute: 60, hour: HOUR_SECONDS, day: DAY_SECONDS, week: 7 * DAY_SECONDS };
  if (unit === 'month' || unit === 'quarter' || unit === 'year') {
    const months = amount * { month: 1, quarter: 3, year: 12 }[unit];
    const whole = Math.trunc(months);
    const day = dayOfInstant(instant);
    const rest = instant - day * DAY_SECONDS;
    // Half a month is fifteen days in everyday counting.
    return (addMonths(day, whole) + Math.round((months - whole) * 30)) * DAY_SECONDS + rest;
  }
  return Math.round(instant + amount * seconds[unit]);
}
