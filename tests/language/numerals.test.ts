import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral, scanNumerals } from '../../src/language/numerals.js';
import { EVERYDAY, FINANCIAL, SPOKEN, spell, TRADITIONAL, write } from './numeral-writer.js';

const whole = fc.oneof(
  fc.integer({ min: 0, max: 9_999 }),
  fc.integer({ min: 0, max: 99_999_999 }),
  fc.integer({ min: 0, max: 999_999_999_999 }),
  fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 8 })).map(([n, e]) => n * 10 ** e),
);
const RUNS = 1500;

describe('parseNumeral', () => {
  it.each([
    ['everyday', EVERYDAY],
    ['spoken', SPOKEN],
    ['financial', FINANCIAL],
    ['traditional', TRADITIONAL],
  ])('reads back what the %s writer writes', (_name, style) => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(parseNumeral(write(value, style))).toBe(value);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads back figures with and without groups, in both widths', () => {
    const widen = (text: string) =>
      text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(whole, (value) => {
        const grouped = value.toLocaleString('en-US');
        for (const text of [`${value}`, grouped, widen(`${value}`)]) expect(parseNumeral(text)).toBe(value);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads back decimals, and their negatives', () => {
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{1,4}$/), (value, digits) => {
        const spoken = `${write(value, EVERYDAY)}点${spell(digits, EVERYDAY.digits)}`;
        const meant = Number(`${value}.${digits}`);
        expect(parseNumeral(spoken)).toBe(meant);
        expect(parseNumeral(`负${spoken}`)).toBe(-meant);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads back fractions', () => {
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(part, part, (below, above) => {
        expect(parseNumeral(`${write(below, EVERYDAY)}分之${write(above, SPOKEN)}`)).toBe(above / below);
      }),
    );
  });

  it('reads the last digit without its unit as one of the next smaller (三万六)', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(digit, digit, fc.constantFrom(100, 1000, 10_000), (first, second, unit) => {
        const short = `${write(first * unit, SPOKEN)}${EVERYDAY.digits[second]}`;
        expect(parseNumeral(short)).toBe(first * unit + (second * unit) / 10);
      }),
    );
  });

  it('reads years and longer strings digit by digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2199 }), (year) => {
        expect(scanNumerals(spell(`${year}`))).toMatchObject([
          { value: year, digits: `${year}`, form: 'digits' },
        ]);
      }),
    );
  });

  it.each(['', ' ', '今天', '三个人', '一百块', '三四百', '负', '第', '点五块', '百分之'])(
    'reads none in %j',
    (text) => {
      expect(parseNumeral(text)).toBeNull();
    },
  );
});

describe('scanNumerals', () => {
  it.each([
    ['三四百', 300, 400],
    ['十七八', 17, 18],
    ['一百二三十', 120, 130],
    ['三千五六百', 3500, 3600],
    ['七八十', 70, 80],
    ['两三万', 20_000, 30_000],
    ['一两百', 100, 200],
    ['三五个', 3, 5],
    ['十五六万', 150_000, 160_000],
  ])('gives both ends of %s', (text, value, high) => {
    expect(scanNumerals(text)).toMatchObject([{ value, high, form: 'range' }]);
  });

  it('leaves a time of day in its parts', () => {
    expect(scanNumerals('下午三点十五分').map(({ value }) => value)).toEqual([3, 15]);
    expect(scanNumerals('三点零五分').map(({ value }) => value)).toEqual([3, 5]);
    expect(scanNumerals('三点半').map(({ value }) => value)).toEqual([3, 0.5]);
  });

  it('keeps numerals in order, apart and inside the text, whatever the text', () => {
    const alphabet = fc.constantFrom(...'零〇一二两三十百千万亿点半第负分之个有又打-,.1９ 年块a😀\ud800');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
        let end = 0;
        for (const numeral of scanNumerals(text)) {
          expect(numeral.start).toBeGreaterThanOrEqual(end);
          expect(numeral.end).toBeGreaterThan(numeral.start);
          end = numeral.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: RUNS },
    );
  });
});
