import type { LocalDate } from '../calendar.js';

/** 周岁: whole years from `birthDate` to `today`; one born on 29 February turns a year older on 1 March else. */
export function ageOn(birthDate: LocalDate, today: LocalDate): number {
  const before =
    today.month < birthDate.month || (today.month === birthDate.month && today.day < birthDate.day);
  return today.year - birthDate.year - (before ? 1 : 0);
}
