import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termKeys } from '../../../src/knowledge/search/tokens.js';
import { emptyVocabulary, intern, lookUp } from '../../../src/knowledge/search/vocabulary.js';

const keys = (text: string): number[] => [...termKeys(text)];

describe('termKeys', () => {
  it('gives one key a pair of Han characters, across spaces but not across punctuation', () => {
    expect(keys('养老院')).toHaveLength(2);
    expect(keys('养 老\n院')).toEqual(keys('养老院'));
    expect(keys('养老。院长')).toEqual([...keys('养老'), ...keys('院长')]);
  });

  it('reads full-width and half-width forms alike, and upper case as lower', () => {
    expect(keys('６５岁ＡＢ')).toEqual(keys('65岁ab'));
  });

  it('keeps a run of digits whole', () => {
    expect(keys('2020')).toHaveLength(1);
    expect(keys('2020')).not.toEqual(keys('20'));
    expect(keys('65岁以上')).toContain(keys('65')[0]);
  });

  it('has a key for a single character, and none for what is no word', () => {
    expect(keys('村')).toHaveLength(1);
    expect(keys('🙂，\u0000 \ud800')).toEqual([]);
  });

  it('finds the keys of any stretch of Han characters in the whole', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'养老机构补贴标准村医保'),
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(han, han, han, (before, middle, after) => {
        const whole = new Set(keys(before + middle + after));
        return keys(middle).every((key) => whole.has(key));
      }),
    );
  });

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 50 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(keys(text).length).toBeLessThanOrEqual(2 * text.normalize('NFKC').length);
      }),
    );
  });
});

describe('vocabulary', () => {
  it('behaves as a map from keys to ids in order of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 5000 }), { maxLength: 4000 }), (input) => {
        const vocabulary = emptyVocabulary();
        const oracle = new Map<number, number>();
        for (const key of input) {
          if (!oracle.has(key)) oracle.set(key, oracle.size);
          expect(intern(vocabulary, key)).toBe(oracle.get(key));
        }
        for (const [key, id] of oracle) expect(lookUp(vocabulary, key)).toBe(id);
        expect(lookUp(vocabulary, 99_999)).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });
});
