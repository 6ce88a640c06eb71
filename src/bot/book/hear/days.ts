import { dateOf, dayNumber, instantOf, type LocalDateTime, weekdayOf } from '../../../language/calendar.js';
import { read } from '../../../language/read.js';
import type { DateReading } from '../../../language/types.js';
import type { Clock, Days, When } from '../draft.js';

/** A day of a month without 号 or 日: of either calendar. */
const MONTH_AND_DAY = /月初?[一二三四五六七八九十]{1,3}(?![号日一二三四五六七八九十])/u;
const EARLY = /早|晨|清/u;
const CLOCK_GRAINS: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);
const FAR_DAYS = 90;
/** 这几天 for which somebody wants an appointment are the next. */
const THESE_DAYS = /^[这近](?:[几两]|三)天/u;
const NEXT_DAYS = 4;
const DAY_MINUTES = 1440;
const HALF_DAY = 720;
/** Nobody books for the night: 九点 after dark is the morning's. */
const LAST_HOUR = 18 * 60;
const FIRST_HOUR = 6 * 60;

/** The hours of a reading; those that may be either half of the day are the day's. */
export function clockOf(reading: DateReading): Clock | null {
  const { from, to, grain, ambiguous, text } = reading;
  if (!CLOCK_GRAINS.has(grain)) return null;
  if (EARLY.test(text) && !/[点时:：]/u.test(text)) return { from: 0, to: 10 * 60 };
  const start = minutesOf(from);
  if (/前$/u.test(text)) return { from: 0, to: untilOf(reading) };
  const length = Math.min(DAY_MINUTES, (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
  const shift = !ambiguous ? 0 : start >= LAST_HOUR ? -HALF_DAY : start < FIRST_HOUR ? HALF_DAY : 0;
  return { from: start + shift, to: Math.min(DAY_MINUTES, start + shift + length) };
}

/** 十点以前: until ten in the morning, whichever half of the day was read. */
function untilOf({ to, text }: DateReading): number {
  const end = minutesOf(to);
  return end > LAST_HOUR && !/下午|晚|夜|黑/u.test(text) ? end - HALF_DAY : end === 0 ? DAY_MINUTES : end;
}

const minutesOf = (time: string): number => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

/** The days of a reading from today on; one that is over is taken for the same of next week where the week was named. */
export function daysOf(reading: DateReading, now: LocalDateTime): Days | null {
  const today = dayText(dayNumber(now.year, now.month, now.day));
  const from = reading.from.slice(0, 10);
  const last = minutesOf(reading.to) === 0 ? reading.to.slice(0, 10) : plusDays(reading.to.slice(0, 10), 1);
  const open = reading.ambiguous && /[后往]/u.test(reading.text.slice(-2));
  const to = open
    ? plusDays(from, FAR_DAYS)
    : THESE_DAYS.test(reading.text)
      ? plusDays(today, NEXT_DAYS)
      : last;
  const clock = clockOf(reading);
  if (to > today) return { from: later(from, today), to, clock };
  if (!/周|星期|礼拜/u.test(reading.text)) return null;
  return { from: plusDays(from, 7), to: plusDays(to, 7), clock };
}

const later = (day: string, other: string): string => (day > other ? day : other);

/** The same words read by the moon, where they were read by the sun and need not be. */
export function byTheMoon(
  { text, calendar, ambiguous, from, to }: DateReading,
  now: LocalDateTime,
): Days | null {
  const single = Date.parse(`${to}Z`) - Date.parse(`${from}Z`) <= DAY_MINUTES * 60_000;
  const doubtful =
    MONTH_AND_DAY.test(text) || (ambiguous === true && /月\d/u.test(text) && !/[号日]/u.test(text));
  if (!doubtful || calendar !== 'gregorian' || !single) return null;
  const [lunar] = read(`农历${text}`, now).dates;
  return lunar === undefined || lunar.calendar !== 'lunar' ? null : daysOf(lunar, now);
}

const dayText = (day: number): string => {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

const dayOfText = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayNumber(year, month, date);
};

export const plusDays = (day: string, count: number): string => dayText(dayOfText(day) + count);
export const weekdayOfDay = (day: string): number => weekdayOf(dayOfText(day));
export const todayOf = (now: LocalDateTime): string =>
  dayText(Math.floor(instantOf(now) / (DAY_MINUTES * 60)));

/** The days from today on, as far ahead as anything is booked. */
export const daysFrom = (now: LocalDateTime): { from: string; to: string } => {
  const from = todayOf(now);
  return { from, to: plusDays(from, FAR_DAYS) };
};

/** The whole of a day. */
export const onDay = (day: string, said = ''): When => ({
  days: [{ from: day, to: plusDays(day, 1), clock: null }],
  never: [],
  clock: null,
  soonest: false,
  said,
});
