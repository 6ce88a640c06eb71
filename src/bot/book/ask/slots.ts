import type { Slot } from '../../../appointments/types.js';
import type { Clock, Days, When } from '../draft.js';
import { plusDays, weekdayOfDay } from '../hear/days.js';

export const MOST_CHOICES = 3;
const HOUR = 60;
/** An hour said to the minute is met by a start this near. */
const NEAR = 20;

const minutesOf = ({ start }: Slot): number => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
export const dayOf = ({ start }: Slot): string => start.slice(0, 10);
/** The half day a slot is in. */
export const halfOf = (slot: Slot): string => `${dayOf(slot)} ${minutesOf(slot) < 12 * HOUR ? 0 : 1}`;

function inClock(slot: Slot, clock: Clock | null): boolean {
  if (clock === null) return true;
  const at = minutesOf(slot);
  return clock.to - clock.from <= 1 ? Math.abs(at - clock.from) <= NEAR : at >= clock.from && at < clock.to;
}

const inDays = (slot: Slot, { from, to, clock }: Days): boolean =>
  dayOf(slot) >= from && dayOf(slot) < to && inClock(slot, clock);

/** Whether the slot is when the person wants to come. */
export function fits(slot: Slot, { days, never, clock }: When): boolean {
  if (never.some((d) => inDays(slot, d)) || !inClock(slot, clock)) return false;
  return days.length === 0 || days.some((d) => inDays(slot, d));
}

const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/u;

/** 那礼拜一吧, of what was offered of another week: whether the slot is on the weekday that was said. */
export function isOnWeekday(slot: Slot, when: When): boolean {
  const [day, ...others] = when.days;
  if (day === undefined || others.length > 0 || !BARE_WEEKDAY.test(when.said)) return false;
  const [on, weekday] = [dayOf(slot), weekdayOfDay(day.from)];
  return weekdayOfDay(on) === weekday && inClock(slot, day.clock) && inClock(slot, when.clock);
}

/** The time of a slot as a wish, for where it is to be found elsewhere. */
export function wishOf(slot: Slot): When {
  const [day, at] = [dayOf(slot), minutesOf(slot)];
  const clock = at < 12 * HOUR ? { from: 0, to: 12 * HOUR } : { from: 12 * HOUR, to: 24 * HOUR };
  const days = [{ from: day, to: plusDays(day, 1), clock }];
  return { days, never: [], clock: null, soonest: false, said: '' };
}

/** The very time of a slot as a wish. */
export function hourOf(slot: Slot): When {
  const at = minutesOf(slot);
  return { ...wishOf(slot), clock: { from: at, to: at + 1 } };
}

/** Whether the words point at one time: an hour, not half a day. */
export function isExact({ days, clock }: When): boolean {
  const clocks = [clock, ...days.map((d) => d.clock)].filter((c) => c !== null);
  const single = days.length <= 1 && days.every((d) => plusDays(d.from, 1) === d.to);
  return single && clocks.some((c) => c.to - c.from <= HOUR);
}

/** 往后推推, 礼拜三以后: some day of many. */
export const isOpen = ({ days }: When): boolean => days.some((d) => plusDays(d.from, OPEN_DAYS) < d.to);
const OPEN_DAYS = 30;

/** The one that comes nearest to what was said, of those that fit. */
export function nearest(slots: readonly Slot[], when: When): Slot | null {
  const wanted = when.clock ?? when.days.find(({ clock }) => clock !== null)?.clock ?? null;
  if (wanted === null || wanted.to - wanted.from > HOUR) return slots[0] ?? null;
  const off = (slot: Slot): number => Math.abs(minutesOf(slot) - wanted.from);
  return [...slots].sort((a, b) => off(a) - off(b) || a.start.localeCompare(b.start))[0] ?? null;
}

/** At most three to choose from: the first, then the first of other half days, then others an hour apart. */
export function spread(slots: readonly Slot[]): Slot[] {
  const chosen: Slot[] = [];
  const take = (apart: (slot: Slot, other: Slot) => boolean): void => {
    for (const slot of slots) {
      if (chosen.length === MOST_CHOICES) return;
      if (chosen.every((other) => apart(slot, other))) chosen.push(slot);
    }
  };
  take((slot, other) => halfOf(slot) !== halfOf(other));
  take((slot, other) => dayOf(slot) !== dayOf(other) || Math.abs(minutesOf(slot) - minutesOf(other)) >= HOUR);
  take((slot, other) => slot.start !== other.start);
  return chosen.sort((a, b) => a.start.localeCompare(b.start));
}
