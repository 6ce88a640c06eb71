import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPassages } from '../../../src/knowledge/search/passages.js';

const texts = fc.string({ unit: fc.constantFrom(...'养老机构，；。！\n ”a1', '🙂'), maxLength: 600 });
const sizes = fc.record({
  limit: fc.integer({ min: 4, max: 120 }),
  overlap: fc.integer({ min: 0, max: 60 }),
});

describe('cutPassages', () => {
  it('covers the text in order, within the limit, and says what repeats', () => {
    fc.assert(
      fc.property(texts, sizes, (text, size) => {
        const passages = cutPassages(text, size);
        let covered = 0;
        for (const { start, end, overlap } of passages) {
          expect(end - start).toBeLessThanOrEqual(size.limit);
          expect(end).toBeGreaterThan(covered);
          expect(start).toBe(covered - overlap);
          expect(overlap).toBeLessThanOrEqual(size.overlap);
          covered = end;
        }
        expect(covered).toBe(text.length);
      }),
    );
  });

  it('cuts at ends of sentences where it can', () => {
    const text = '甲乙丙丁。戊己庚辛。壬癸子丑。';
    expect(
      cutPassages(text, { limit: 10, overlap: 0 }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['甲乙丙丁。戊己庚辛。', '壬癸子丑。']);
    expect(
      cutPassages(text, { limit: 10, overlap: 5 }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['甲乙丙丁。戊己庚辛。', '戊己庚辛。壬癸子丑。']);
  });

  it('never parts a surrogate pair', () => {
    const text = '🙂'.repeat(50);
    for (const { start, end } of cutPassages(text, { limit: 7, overlap: 0 })) {
      expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow();
    }
  });

  it('takes 64 KiB of one word in linear time', () => {
    const begin = performance.now();
    cutPassages('养老'.repeat(32_768), { limit: 400, overlap: 200 });
    expect(performance.now() - begin).toBeLessThan(500);
  });
});
