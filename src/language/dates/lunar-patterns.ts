import { dayOfInstant } from '../calendar.js';
import { LUNAR_FESTIVAL_NAMES } from './festivals.js';
import { SMALL, small } from './figures.js';
import { dayInterval, days, type Interval, yearOf } from './interval.js';
import { lunarDay, lunarMonth, lunarMonths, lunarYearOf } from './lunar.js';
import { type Pattern, type Scope, type Step, yearly } from './step.js';

const LUNAR = { calendar: 'lunar' } as const;
const DAY =
  '(?:初[一二三四五六七八九十]|[二廿]十?[一二三四五六七八九]|二十|廿十?|十[一二三四五六七八九]|三十|卅|\\d{1,2}|[一二三四五六七八九十])';

function* lunarYearly(scope: Scope, inYear: (year: number) => Interval | null): Generator<Interval> {
  const first = scope.within === null ? lunarYearOf(dayOfInstant(scope.after)) : yearOf(scope.within.from);
  yield* yearly(scope, first, inYear);
}

function lunarDayStep(month: number, leap: boolean, day: number, ambiguous = false): Step {
  return {
    kind: 'lunarDay',
    anchored: false,
    candidates: (scope) =>
      lunarYearly(scope, (year) => {
        const found = lunarDay(year, month, leap, day);
        return found === null ? null : dayInterval(found, { calendar: 'lunar', ambiguous });
      }),
  };
}

function lunarMonthStep(month: number, leap: boolean): Step {
  return {
    kind: 'lunarMonth',
    anchored: false,
    candidates: (scope) =>
      lunarYearly(scope, (year) => {
        const found = lunarMonth(year, month, leap);
        return found === null ? null : days(found.first, found.first + found.length, 'month', LUNAR);
      }),
  };
}

/**
 * 初三 alone: the next one in any month. 下个月初三: the one that falls in that month of the sun, which may not be
 * the next one of the moon.
 */
function anyMonthStep(day: number): Step {
  return {
    kind: 'lunarDay',
    anchored: false,
    candidates: (scope) => inAnyMonth(day, scope),
  };
}

function* inAnyMonth(day: number, { after, within }: Scope): Generator<Interval> {
  const year = lunarYearOf(dayOfInstant(within?.from ?? after));
  for (const month of [...lunarMonths(year), ...lunarMonths(year + 1)]) {
    const found = dayInterval(month.first + day - 1, { calendar: 'lunar', ambiguous: within !== null });
    const fits = within === null ? found.to > after : found.from >= within.from && found.to <= within.to;
    if (day <= month.length && fits) yield found;
  }
}

function dayValue(text: string): number {
  return small(text.replace(/^初/, ''));
}

function monthValue(name: string): number {
  const named = { 正: 1, 冬: 11, 腊: 12 }[name];
  return named ?? small(name);
}

/** Grades of school are counted 初一 to 初三 as well. */
const SCHOOL_BEFORE = /[上读念升考过的]$/;

export const LUNAR_PATTERNS: readonly Pattern[] = [
  {
    starts: '农阴旧古老闰正腊冬0123456789一二三四五六七八九十',
    regex: new RegExp(
      `(?<calendar>(?:农历|阴历|旧历|古历|老历)的?)?(?<leap>闰)?(?<month>正|腊|冬|${SMALL})月(?:份|里(?:头|的)?|间)?(?:的?(?<day>${DAY})(?![个块多几百千万])(?<suffix>[日号])?)?` +
        `(?:(?=[, 是的这]?(?<festival>${LUNAR_FESTIVAL_NAMES.join('|')}))|)`,
      'y',
    ),
    read: ({ calendar, leap, month = '', day, suffix, festival }, { previous }) => {
      const value = monthValue(month);
      const lunarWords = calendar ?? leap ?? (/[正腊冬]/.test(month) ? month : undefined);
      const lunarDayWord = day !== undefined && /^[初廿]/.test(day);
      const beside = previous?.kind === 'lunarYear' || previous?.kind === 'festival';
      const byFestival = festival !== undefined && day !== undefined && suffix === undefined;
      if (lunarWords === undefined && !lunarDayWord && !beside && !byFestival) return null;
      if (value < 1 || value > 12) return null;
      if (day === undefined) return lunarMonthStep(value, leap !== undefined);
      const wanted = dayValue(day);
      return wanted < 1 || wanted > 30 ? null : lunarDayStep(value, leap !== undefined, wanted);
    },
  },
  {
    starts: '大年春初',
    regex:
      /(?<newYear>大年|年|春节)?初(?<day>[一二三四五六七八九十])(?!年级|学|班|中|毕业|辍学|[上下]学|升|的(?:学生|孩子|时候))/y,
    read: ({ newYear, day }, { text, start }) => {
      if (newYear !== undefined) return lunarDayStep(1, false, small(day));
      if (SCHOOL_BEFORE.test(text.slice(Math.max(0, start - 1), start))) return null;
      return anyMonthStep(small(day));
    },
  },
  {
    starts: '年大',
    regex: /大?年(?<day>三十|[二廿]十?[三四五六七八九])儿?/y,
    read: ({ day = '' }) => lunarDayStep(12, false, small(day)),
  },
  {
    starts: '农阴旧古老',
    regex: new RegExp(
      `(?:农历|阴历|旧历|古历|老历)(?:的|每月)?(?<day>${DAY})(?![个年月\\d〇零一二三四五六七八九十])`,
      'y',
    ),
    read: ({ day = '' }) => {
      const value = dayValue(day);
      return value < 1 || value > 30 ? null : anyMonthStep(value);
    },
  },
];
