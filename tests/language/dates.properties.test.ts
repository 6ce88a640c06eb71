import fc from 'fast-check';
import { SolarDay } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { addMonths, dateOf, dayNumber, type LocalDateTime, weekdayOf } from '../../src/language/calendar.js';
import { readDates } from '../../src/language/dates/index.js';

const NOW: LocalDateTime = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };
const FIRST = Date.UTC(1930, 0, 1) / 86_400_000;
const LAST = Date.UTC(2060, 11, 31) / 86_400_000;
const DIGITS = '〇一二三四五六七八九';

/** A writer that shares nothing with the reader. */
function chinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return ten + (value % 10 === 0 && tens > 0 ? '' : DIGITS[value % 10]);
}
function digitwise(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
}
const two = (value: number): string => String(value).padStart(2, '0');

const SOLAR_FORMS: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}年${m}月${d}号`,
  (y, m, d) => `${digitwise(y)}年${chinese(m)}月${chinese(d)}日`,
  (y, m, d) => `${digitwise(y).replaceAll('〇', '零')}年${chinese(m)}月${chinese(d)}号`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${y}年的${m}月${d}号`,
];

function iso(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

const day = fc.integer({ min: FIRST, max: LAST });

describe('any day of 1930 to 2060', () => {
  it('reads back from every solar form', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...SOLAR_FORMS),
        fc.constantFrom('', '上午九点'),
        (days, form, time) => {
          const date = new Date(days * 86_400_000);
          const text = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) + time;
          const [reading, more] = readDates(text, NOW);
          expect(more).toBeUndefined();
          expect(reading?.text).toBe(text);
          expect(reading?.from).toBe(`${iso(days)}T${time === '' ? '00' : '09'}:00:00`);
          expect(reading?.calendar).toBe('gregorian');
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('reads back from its lunar date', () => {
    const NAMES = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
    fc.assert(
      fc.property(day, fc.boolean(), (days, spelled) => {
        const date = new Date(days * 86_400_000);
        const lunar = SolarDay.fromYmd(
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ).getLunarDay();
        const month = lunar.getMonth();
        const name = `${month < 0 ? '闰' : ''}${spelled ? NAMES[Math.abs(month) - 1] : chinese(Math.abs(month))}月`;
        const said = lunar.getDay() <= 10 ? `初${chinese(lunar.getDay())}` : chinese(lunar.getDay());
        const year = spelled ? digitwise(lunar.getYear()) : String(lunar.getYear());
        for (const text of [`农历${year}年${name}${said}`, `${year}年农历${name}${said}`]) {
          const [reading, more] = readDates(text, NOW);
          expect(more).toBeUndefined();
          expect([text, reading?.from, reading?.calendar]).toEqual([text, `${iso(days)}T00:00:00`, 'lunar']);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the platform on the calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (days, months) => {
        const date = new Date(days * 86_400_000);
        const { year, month, day: ofMonth } = dateOf(days);
        expect([year, month, ofMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, ofMonth)).toBe(days);
        expect(weekdayOf(days) % 7).toBe(date.getUTCDay());
        const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const expected = Date.UTC(year, month - 1 + months, Math.min(ofMonth, last)) / 86_400_000;
        expect(addMonths(days, months)).toBe(expected);
      }),
    );
  });
});

describe('any text', () => {
  const PIECES = [...'年月日号点周上下前后大初到至一十零半天晚早过的，0123456789'];
  const WORDS = ['今年', '三月', '礼拜三', '农历', '闰', '国庆', '上午', '三天', '以后', '20', '：'];

  it('gives spans in order, inside the text, and never an empty time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES, ...WORDS), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const date of readDates(text, NOW)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(date.start, date.end)).toBe(date.text);
          expect(date.from < date.to).toBe(true);
          end = date.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['年', '一', '上', '下', '初', '十', '前', '三月', '周一', '明天', '三天前', '2', '上上周', '到'])(
    'reads a long run of %s in linear time',
    (piece) => {
      const took = (length: number): number => {
        const text = piece.repeat(Math.floor(length / piece.length));
        readDates(text, NOW);
        const before = process.cpuUsage();
        readDates(text, NOW);
        return process.cpuUsage(before).user / 1000;
      };
      // Four times the text: quadratic time would be sixteen times as long.
      expect(took(32_768)).toBeLessThan(Math.max(took(8192) * 9, 150));
    },
    30_000,
  );
});
