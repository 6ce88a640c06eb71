/** The Gregorian calendar and the local clock as plain numbers: no `Date`, so no time zone can shift a day. */

/** `month` 1 to 12, `day` 1 to 31. */
export interface LocalDate {
  year: number;
  month: number;
  day: number;
}

/** `hour` 0 to 23, `minute` and `second` 0 to 59. */
export interface LocalDateTime extends LocalDate {
  hour: number;
  minute: number;
  second: number;
}

export const DAY_SECONDS = 86_400;
export const HOUR_SECONDS = 3600;

/** Days since 1970-01-01, which is 0 (Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumber} (Hinnant's civil_from_days). */
export function dateOf(days: number): LocalDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the month `count` months from that of `days`. */
export function monthStart(days: number, count = 0): number {
  const { year, month } = dateOf(days);
  const months = year * 12 + month - 1 + count;
  return dayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** The same day of the month `count` months on, or that month's last. */
export function addMonths(days: number, count: number): number {
  const first = monthStart(days, count);
  const { year, month } = dateOf(first);
  return first + Math.min(dateOf(days).day, daysInMonth(year, month)) - 1;
}

/**
 * The `nth` weekday (1 to 7) of the days from `first` to before `end`; the last for a negative `nth`; null where there
 * is none.
 */
export function nthWeekday(first: number, end: number, nth: number, weekday: number): number | null {
  if (nth < 0) return end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7);
  const found = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return found < end ? found : null;
}

/** Local seconds since 1970-01-01T00:00:00 of the same clock. */
export function instantOf(time: LocalDateTime): number {
  const days = dayNumber(time.year, time.month, time.day);
  return days * DAY_SECONDS + time.hour * HOUR_SECONDS + time.minute * 60 + time.second;
}

export function dayOfInstant(instant: number): number {
  return Math.floor(instant / DAY_SECONDS);
}

export function dateTimeOf(instant: number): LocalDateTime {
  const days = dayOfInstant(instant);
  const rest = instant - days * DAY_SECONDS;
  const { year, month, day } = dateOf(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / HOUR_SECONDS),
    minute: Math.floor((rest % HOUR_SECONDS) / 60),
    second: rest % 60,
  };
}

/** `2026-11-21T09:00:00`. */
export function formatInstant(instant: number): string {
  const { year, month, day, hour, minute, second } = dateTimeOf(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}`;
}

/** Reads the local part of an ISO 8601 date-time (`2026-11-21T10:00+08:00` is 10 o'clock); null if it is none. */
export function parseLocalDateTime(text: string): LocalDateTime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  return { year, month, day, hour, minute, second };
}

const SHANGHAI_OFFSET = 8 * HOUR_SECONDS;

/** The service's local time; China keeps one zone and no summer time. */
export function shanghaiTime(at: Date): LocalDateTime {
  return dateTimeOf(Math.floor(at.getTime() / 1000) + SHANGHAI_OFFSET);
}
