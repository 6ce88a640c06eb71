import { dateOf, dayNumber } from '../calendar.js';
import { dayInterval, monthsInterval, yearOf } from './interval.js';
import { fixed, type Pattern, type Step, yearly } from './step.js';
import { century } from './years.js';

function numericDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Step | null {
  const found = dayNumber(Number(year), Number(month), Number(day));
  const date = dateOf(found);
  if (date.month !== Number(month) || date.day !== Number(day)) return null;
  return fixed('monthDay', () => dayInterval(found));
}

/** Dates in figures alone: 2016-11-07, 16/11/7, 20161107, 2016-11, 11/7, 11/7/2016. */
export const NUMERIC_PATTERNS: readonly Pattern[] = [
  {
    starts: '12',
    regex: /(?<year>[12]\d{3})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)[Tt ]?(?<=\d[Tt ]?)/y,
    read: ({ year, month, day }) => numericDay(year, month, day),
  },
  {
    // 98-5-3, 16/11/7: the year comes first. 10.5.3 is likelier a clause, 10-5-3 a flat.
    starts: '0123456789',
    regex: /(?<year>\d\d)(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d./-])/y,
    read: ({ year, sign, month = '', day = '' }, { text, start }, now) => {
      const told = sign === '/' || Number(year) >= 40 || month.length + day.length === 4;
      if (!told || /[\w./-]/.test(text[start - 1] ?? '')) return null;
      return numericDay(String(century(Number(year), now)), month, day);
    },
  },
  {
    starts: '12',
    regex: /(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)/y,
    read: ({ year, month, day }) => numericDay(year, month, day),
  },
  {
    starts: '12',
    regex: /(?<year>(?:19|20)\d\d)[-/.](?<month>0?[1-9]|1[0-2])(?!\d|[-/.]\d{1,2}(?!\d))/y,
    read: ({ year, month }, { text, end }) =>
      /[元块万%年]/.test(text[end] ?? '')
        ? null
        : fixed('month', () => monthsInterval(Number(year), Number(month), 1, 'month')),
  },
  {
    starts: '0123456789',
    regex: /(?<first>\d{1,2})\/(?<second>\d{1,2})(?:\/(?<year>[12]\d{3}|\d\d))?(?![\d/])/y,
    read: ({ first, second, year }, _place, now) => {
      const whole = year?.length === 2 ? String(century(Number(year), now)) : year;
      if (whole !== undefined) return numericDay(whole, first, second) ?? numericDay(whole, second, first);
      const [month, day] = [Number(first), Number(second)];
      if (month < 1 || month > 12 || day < 1 || day > 31) return null;
      return {
        kind: 'monthDay',
        anchored: false,
        candidates: (scope) =>
          yearly(scope, yearOf(scope.after), (candidate) => {
            const found = dayNumber(candidate, month, day);
            // 1/3 may be a third, and 2/30 no day at all.
            return dateOf(found).day === day
              ? dayInterval(found, { ambiguous: month < day && day <= 10 })
              : null;
          }),
      };
    },
  },
];
