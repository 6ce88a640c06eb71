import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '../../src/language/calendar.js';
import { readDates } from '../../src/language/dates/index.js';

const DAY = 86_400_000;
/** Any quarter of an hour of 2000 to 2050. */
const time = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 900_000, max: Date.UTC(2050, 0, 1) / 900_000 })
  .map((quarters) => new Date(quarters * 900_000));

function clock(at: Date): LocalDateTime {
  return {
    ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: 0 },
  };
}
const stamp = (at: Date): string => at.toISOString().slice(0, 19);
const midnight = (at: Date): number => Math.floor(at.getTime() / DAY) * DAY;
const digits = (value: number): string =>
  [...String(value)].map((d) => '零一二三四五六七八九'[Number(d)]).join('');

/** What one line means at `now`: [from, to) by the platform's calendar, which the reader does not use. */
function means(line: string, now: Date, from: number, to: number): void {
  const readings = readDates(line, clock(now)).map((date) => [date.text, date.from, date.to]);
  expect([stamp(now), readings]).toEqual([stamp(now), [[line, stamp(new Date(from)), stamp(new Date(to))]]]);
}

describe('at any time of 2000 to 2050', () => {
  it('reads days from today', () => {
    const words = ['大前天', '前天', '昨天', '今天', '明天', '后天', '大后天'];
    fc.assert(
      fc.property(time, fc.integer({ min: -3, max: 3 }), (now, offset) => {
        const day = midnight(now) + offset * DAY;
        means(words[offset + 3] ?? '', now, day, day + DAY);
      }),
    );
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 400 }), fc.boolean(), (now, count, after) => {
        const day = midnight(now) + (after ? count : -count) * DAY;
        means(`${count}天${after ? '以后' : '以前'}`, now, day, day + DAY);
      }),
    );
  });

  it('reads weekdays of weeks from Monday to Sunday', () => {
    const weeks = ['上上周', '上周', '这周', '下周', '下下周'];
    fc.assert(
      fc.property(time, fc.nat(4), fc.nat(6), (now, week, weekday) => {
        const monday = midnight(now) - ((now.getUTCDay() + 6) % 7) * DAY;
        const day = monday + (week - 2) * 7 * DAY + weekday * DAY;
        means(`${weeks[week]}${'一二三四五六日'[weekday]}`, now, day, day + DAY);
        const next = midnight(now) + ((weekday - ((now.getUTCDay() + 6) % 7) + 7) % 7 || 7) * DAY;
        means(`星期${'一二三四五六日'[weekday]}`, now, next, next + DAY);
      }),
    );
  });

  it('reads months, quarters and years from this one', () => {
    const months = ['上上个月', '上个月', '这个月', '下个月', '下下个月'];
    const quarters = ['上个季度', '本季度', '下个季度'];
    const years = ['大前年', '前年', '去年', '今年', '明年', '后年', '大后年'];
    fc.assert(
      fc.property(time, fc.nat(4), fc.nat(2), fc.nat(6), (now, month, quarter, year) => {
        const [y, m] = [now.getUTCFullYear(), now.getUTCMonth()];
        means(months[month] ?? '', now, Date.UTC(y, m + month - 2, 1), Date.UTC(y, m + month - 1, 1));
        const first = m - (m % 3) + (quarter - 1) * 3;
        means(quarters[quarter] ?? '', now, Date.UTC(y, first, 1), Date.UTC(y, first + 3, 1));
        means(years[year] ?? '', now, Date.UTC(y + year - 3, 0, 1), Date.UTC(y + year - 2, 0, 1));
      }),
    );
  });

  it('reads a day without a year, or without a month, as the next one', () => {
    fc.assert(
      fc.property(time, fc.nat(11), fc.integer({ min: 1, max: 31 }), (now, month, day) => {
        const exists = (y: number, m: number): boolean => new Date(Date.UTC(y, m, day)).getUTCDate() === day;
        let year = now.getUTCFullYear();
        while (year < 2060 && (!exists(year, month) || Date.UTC(year, month, day) < midnight(now))) year += 1;
        if (year < 2060) {
          const found = Date.UTC(year, month, day);
          means(`${month + 1}月${day}号`, now, found, found + DAY);
        }
        let ahead = now.getUTCMonth();
        const from = now.getUTCFullYear();
        while (!exists(from, ahead) || Date.UTC(from, ahead, day) < midnight(now)) ahead += 1;
        const next = Date.UTC(from, ahead, day);
        means(`${day}号`, now, next, next + DAY);
      }),
    );
  });

  it('reads a day of a month with hours that part it', () => {
    fc.assert(
      fc.property(time, fc.nat(23), fc.nat(59), fc.nat(3), (now, hour, minute, offset) => {
        const parts = [
          [5, '凌晨'],
          [9, '早上'],
          [12, '上午'],
          [13, '中午'],
          [18, '下午'],
        ] as const;
        const named = parts.find(([end]) => hour < end)?.[1] ?? '晚上';
        const dial = hour > 12 ? hour - 12 : hour;
        const at = midnight(now) + offset * DAY + (hour * 60 + minute) * 60_000;
        const line = `${['今天', '明天', '后天', '大后天'][offset]}${named}${dial}点${minute}分`;
        means(line, now, at, at + 60_000);
      }),
    );
  });

  it('reads a written year with its months as a range', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 1950, max: 2049 }), fc.nat(10), (now, year, month) => {
        const line = `${digits(year)}年${month + 1}月至${month + 2}月`;
        means(line, now, Date.UTC(year, month, 1), Date.UTC(year, month + 2, 1));
      }),
    );
  });
});
