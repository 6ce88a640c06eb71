import { LunarYear, SolarTerm } from 'tyme4ts';
import { dateOf, dayNumber } from '../calendar.js';

/** `first` is the day number (calendar.ts) of 初一; `length` 29 or 30 days. */
interface LunarMonth {
  month: number;
  leap: boolean;
  first: number;
  length: number;
}

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;

/** A year's months cost tyme4ts about a millisecond; a conversation needs the same few years again and again. */
const monthsByYear = new Map<number, readonly LunarMonth[]>();
const termsByYear = new Map<number, readonly number[]>();

function inReach(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function remember<T>(cache: Map<number, T>, year: number, make: () => T): T {
  const known = cache.get(year);
  if (known !== undefined) return known;
  const made = make();
  cache.set(year, made);
  return made;
}

/** The months of lunar year `year` (2026 begins on 2026-02-17), leap months in their place; none out of reach. */
export function lunarMonths(year: number): readonly LunarMonth[] {
  if (!inReach(year)) return [];
  return remember(monthsByYear, year, () =>
    LunarYear.fromYear(year)
      .getMonths()
      .map((month) => {
        const first = month.getFirstDay().getSolarDay();
        return {
          month: Math.abs(month.getMonthWithLeap()),
          leap: month.isLeap(),
          first: dayNumber(first.getYear(), first.getMonth(), first.getDay()),
          length: month.getDayCount(),
        };
      }),
  );
}

export function lunarMonth(year: number, month: number, leap: boolean): LunarMonth | null {
  return lunarMonths(year).find((candidate) => candidate.month === month && candidate.leap === leap) ?? null;
}

/** Day number of a lunar date. 腊月三十 is the year's last day, also where the month has 29. */
export function lunarDay(year: number, month: number, leap: boolean, day: number): number | null {
  const found = lunarMonth(year, month, leap);
  if (found === null || day < 1 || day > 30) return null;
  if (day <= found.length) return found.first + day - 1;
  return month === 12 ? found.first + found.length - 1 : null;
}

/** Day number of 除夕, the day before the next lunar year. */
export function newYearsEve(year: number): number | null {
  const months = lunarMonths(year);
  const last = months[months.length - 1];
  return last === undefined ? null : last.first + last.length - 1;
}

/** The lunar year that `day` lies in. */
export function lunarYearOf(day: number): number {
  const { year } = dateOf(day);
  const first = lunarMonth(year, 1, false);
  return first !== null && day < first.first ? year - 1 : year;
}

/** In the order of a Gregorian year. */
export const SOLAR_TERMS = [
  ...['小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至'],
  ...['小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至'],
];

/** Day number of a solar term in Gregorian year `year`. */
export function solarTerm(year: number, name: string): number | null {
  if (!inReach(year)) return null;
  const terms = remember(termsByYear, year, () =>
    SOLAR_TERMS.map((_, index) => {
      const day = SolarTerm.fromIndex(year, index + 1).getSolarDay();
      return dayNumber(day.getYear(), day.getMonth(), day.getDay());
    }),
  );
  return terms[SOLAR_TERMS.indexOf(name)] ?? null;
}
