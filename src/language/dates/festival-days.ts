import { addMonths, dayNumber, nthWeekday } from '../calendar.js';
import type { FestivalRule } from './festivals.js';
import { dayInterval, days, type Interval, yearOf } from './interval.js';
import { lunarDay, solarTerm } from './lunar.js';
import { type Scope, type Step, yearly } from './step.js';

/** Easter Sunday's day number (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const sum = moon + week - 7 * shift + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Day number of a festival in `year`; lunar ones in the lunar year of that number. */
function festivalDay(rule: FestivalRule, year: number): number | null {
  switch (rule.by) {
    case 'gregorian':
      return dayNumber(year, rule.month, rule.day);
    case 'lunar':
      return lunarDay(year, rule.month, false, rule.day);
    case 'term':
      return solarTerm(year, rule.term);
    case 'weekday':
      return nthWeekday(
        dayNumber(year, rule.month, 1),
        addMonths(dayNumber(year, rule.month, 1), 1),
        rule.nth,
        rule.weekday,
      );
    case 'easter':
      return easterSunday(year) + rule.offset;
  }
}

export function festivalInterval(rule: FestivalRule, year: number, season: boolean): Interval | null {
  const day = festivalDay(rule, year);
  if (day === null) return null;
  const calendar = rule.by === 'lunar' ? 'lunar' : 'gregorian';
  if (season) {
    const length = rule.by === 'gregorian' || rule.by === 'lunar' ? (rule.length ?? 1) : 1;
    return days(day, day + length, 'day', { calendar });
  }
  return dayInterval(day, { calendar, ambiguous: rule.by === 'lunar' && rule.doubtful === true });
}

/**
 * 2027年除夕 falls in that year by the Gregorian calendar, though it ends the lunar year before; only 今年除夕, when
 * that one is over, is the coming one. Either way the words fit both.
 */
function yearEndFestival(rule: FestivalRule, year: number, now: number, season: boolean): Interval[] {
  const inside = festivalInterval(rule, year - 1, season);
  const over = inside === null || (year === yearOf(now) && inside.to <= now) || yearOf(inside.from) !== year;
  const found = over ? festivalInterval(rule, year, season) : inside;
  return found === null ? [] : [{ ...found, ambiguous: true }];
}

export function festivalStep(rule: FestivalRule, season = false): Step {
  return { kind: 'festival', anchored: false, candidates: (scope) => festivalsIn(scope, rule, season) };
}

function festivalsIn(scope: Scope, rule: FestivalRule, season: boolean): Iterable<Interval> {
  if (scope.within?.grain === 'day') {
    // Named beside its date it is a check of it (九月初九重阳节).
    const { from } = scope.within;
    const fits = [yearOf(from) - 1, yearOf(from)].some(
      (year) => festivalInterval(rule, year, false)?.from === from,
    );
    return [fits ? scope.within : { ...scope.within, ambiguous: true }];
  }
  if (scope.within?.calendar === 'gregorian' && rule.by === 'lunar' && rule.month === 12)
    return yearEndFestival(rule, yearOf(scope.within.from), scope.now, season);
  const first = scope.within === null ? yearOf(scope.after) - 1 : yearOf(scope.within.from);
  return yearly(scope, first, (year) => festivalInterval(rule, year, season));
}
