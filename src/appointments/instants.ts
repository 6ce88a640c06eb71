import type { Instant } from './types.js';

const OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;

/** The instant, whole seconds. */
export function instant(at: Date | number): Instant {
  return `${new Date(Number(at) + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Any ISO 8601 time with an offset, in the form that sorts; null where it is none. */
export function toInstant(iso: string): Instant | null {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : instant(ms);
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return instant(Date.parse(at) + minutes * MINUTE_MS);
}

export function plusDays(at: Instant, days: number): Instant {
  return plusMinutes(at, days * DAY_MINUTES);
}

/** `YYYY-MM-DD`. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

/** The first instant of a day `YYYY-MM-DD`. */
export const startOfDay = (day: string): Instant => `${day}T00:00:00+08:00`;

export const at = (day: string, clock: string): Instant => `${day}T${clock}:00+08:00`;

/** Monday is 1, Sunday 7. */
export function weekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** 周岁 of somebody born on `birthDate` on the day `on`, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export const later = (a: Instant, b: Instant): Instant => [a, b].sort()[1] ?? a;

export const earlier = (a: Instant, b: Instant): Instant => [a, b].sort()[0] ?? a;
