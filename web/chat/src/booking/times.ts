import { dayAndWeekday } from '../ui/days.js';

/** The day and the time of an instant, as the service's zone has them: the instant says both. */
export const dayOf = (instant: string): string => instant.slice(0, 10);
export const clockOf = (instant: string): string => instant.slice(11, 16);

/** 11月25日 星期三 上午8:30. */
export function momentOf(instant: string): string {
  const hour = Number(instant.slice(11, 13));
  const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  return `${dayAndWeekday(dayOf(instant))} ${part}${hour > 12 ? hour - 12 : hour}${instant.slice(13, 16)}`;
}

const DAY = 86_400_000;
/** Days for which somebody waits where nothing is free. */
const LONGEST_WAIT = 14;

/** Between which instants to wait for a place: until the first that is free, or for two weeks. Null: there is none sooner. */
export function soonerThan(first: string | undefined, now: number): { from: string; to: string } | null {
  const until = first === undefined ? now + LONGEST_WAIT * DAY : Date.parse(first);
  return until - now < DAY ? null : { from: inZone(now), to: inZone(until) };
}

/** As the service writes instants, in its own zone. */
const inZone = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/**
 * Every day of the weeks, Monday to Sunday, that these days lie in, and of those between. `days`: sorted, at least one,
 * YYYY-MM-DD.
 */
export function wholeWeeks(days: readonly string[]): string[] {
  const instants = days.map((day) => Date.parse(`${day}T00:00:00Z`));
  const [first = 0] = instants;
  const last = instants[instants.length - 1] ?? first;
  const sinceMonday = (new Date(first).getUTCDay() + 6) % 7;
  const untilSunday = (7 - new Date(last).getUTCDay()) % 7;
  const length = Math.round((last - first) / DAY) + 1 + sinceMonday + untilSunday;
  return Array.from({ length }, (_, i) =>
    new Date(first + (i - sinceMonday) * DAY).toISOString().slice(0, 10),
  );
}
