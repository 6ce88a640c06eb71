import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDomainWords } from '../../src/language/homophones/domain.js';
import { createNormalize } from '../../src/language/normalize.js';

const normalize = createNormalize(parseDomainWords(readFileSync('corpus/domain-words.yaml', 'utf8')));

describe('normalize', () => {
  it('puts back what was heard, and says what it changed', () => {
    expect(normalize('家翔县能办不')).toMatchObject({
      normalized: '嘉祥县能办不',
      changes: [{ from: '家翔县', to: '嘉祥县', start: 0, end: 3, doubtful: false }],
    });
  });

  it('does both at once and keeps the words as they were written', () => {
    const { normalized, changes } = normalize('請問轉枕要去哪裡辦');
    expect(normalized).toBe('请问转诊要去哪里办');
    expect(changes).toMatchObject([{ from: '轉枕', to: '转诊', start: 2, end: 4 }]);
  });

  it.each(['', ' ', '我要去好地方', '第一包盐', 'hello 120', '😀\ud800\u0000'])('leaves %j', (text) =>
    expect(normalize(text)).toMatchObject({ normalized: text, changes: [] }),
  );

  it('changes nothing but the spans that it names, for any text', () => {
    const unit = fc.oneof(
      fc.constantFrom('家翔县', '转枕', '老人', '多少钱', '步贴', '著', '裡', '三', '一', '的', '，'),
      fc.integer({ min: 0x4e00, max: 0x62ff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('');
        const { normalized, changes } = normalize(text);
        expect(normalized).toHaveLength(text.length);
        let last = 0;
        for (const { from, to, start, end } of changes) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(from);
          expect(normalized.slice(start, end)).toBe(to);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['一', '十', '家翔县', '不贴', '老人步贴', 'a', '\ud800'])(
    'reads 64 KiB of %j in linear time',
    (unit) => {
      // Processor time, and much room: what must not pass is the square, 64 times as long.
      const time = (units: number): number => {
        const text = unit.repeat(Math.ceil(units / unit.length));
        const begun = process.cpuUsage();
        normalize(text);
        const { user, system } = process.cpuUsage(begun);
        return (user + system) / 1000;
      };
      time(8_192);
      const short = Math.min(time(8_192), time(8_192), time(8_192));
      expect(Math.min(time(65_536), time(65_536))).toBeLessThan(8 * short * 5 + 200);
    },
  );
});
