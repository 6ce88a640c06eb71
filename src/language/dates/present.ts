import { DAY_SECONDS, dayOfInstant, monthStart } from '../calendar.js';
import { type Interval, interval, weekInterval, yearOf, yearsInterval } from './interval.js';
import { fixed, type Pattern } from './step.js';

/** 年内, 月内, 周内: from now to the end of the one that is now. */
function restOf(unit: string | undefined, now: number): Interval {
  const day = dayOfInstant(now);
  const end =
    unit === '年'
      ? yearsInterval(yearOf(now)).to
      : unit === '周'
        ? weekInterval(day).to
        : monthStart(day, 1) * DAY_SECONDS;
  return interval(now, end, 'day');
}

/** Now, and what is left of the year, month or week that is now. */
export const PRESENT_PATTERNS: readonly Pattern[] = [
  {
    starts: '年月周',
    regex: /(?<unit>[年月周])(?:之内|以内|内)/y,
    read: ({ unit }, { text, start, previous }) =>
      previous !== null || /[0-9〇零一二两三四五六七八九十几半个每]/.test(text[start - 1] ?? '')
        ? null
        : fixed('span', (now) => restOf(unit, now)),
  },
  {
    starts: '现此眼目当而宜这即如',
    regex: /现在|此时|此刻|眼下|目前|当前|当下|而家|宜家|这会儿?|这阵儿|即刻|如今/y,
    read: () => ({
      kind: 'clock',
      anchored: true,
      candidates: ({ now, within }) => {
        // 明天这会儿
        const day = within === null ? dayOfInstant(now) : dayOfInstant(within.from);
        const moment = day * DAY_SECONDS + (now % DAY_SECONDS);
        return [interval(moment, moment + 1, 'second')];
      },
    }),
  },
];
