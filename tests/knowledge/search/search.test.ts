import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOfText } from '../../../src/knowledge/search/chunks.js';
import { buildIndex } from '../../../src/knowledge/search/index.js';
import { search } from '../../../src/knowledge/search/search.js';

const texts: [string, string, string][] = [
  ['a', '411200', '三门峡市实施方案。养老机构内设诊所取消行政审批，实行备案管理。'],
  ['b', '431202', '鹤城区实施方案。三无老人居家养老，每人每月补贴200元。'],
];
const index = buildIndex(
  texts.flatMap(([id, region, text]) => chunksOfText(id, text).map((chunk) => ({ ...chunk, region }))),
);

describe('search', () => {
  it('finds the passage that answers', () => {
    expect(search(index, { text: '三无老人每月补贴多少' }, { limit: 5 })[0]?.chunk.documentId).toBe('b');
  });

  it('finds nothing outside the regions asked for', () => {
    const hits = search(index, { text: '三无老人每月补贴多少' }, { limit: 5, regions: ['411200'] });
    expect(hits.every((hit) => hit.chunk.region === '411200')).toBe(true);
  });

  it('finds nothing for a question without a term of the collection', () => {
    for (const text of ['', '🙂', '\u0000', '\ud800', '量子力学']) {
      expect(search(index, { text }, { limit: 5 })).toEqual([]);
    }
  });

  it('gives shares in falling order, whatever is asked', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'三无老人补贴每月多少谁？a1 繁體', '🙂'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (text) => {
        const hits = search(index, { text }, { limit: 5 });
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { parts } of hits) {
          for (const part of Object.values(parts)) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1.0001);
          }
        }
      }),
    );
  });

  it('covers less of a question that the collection says less about', () => {
    const coverage = (text: string) => search(index, { text }, { limit: 1 })[0]?.parts.coverage ?? 0;
    expect(coverage('三无老人居家养老')).toBeCloseTo(1);
    expect(coverage('三无老人旅游年票')).toBeLessThan(0.6);
  });

  it('finds by the words of the lexicon what the question alone does not say', () => {
    const terms = [{ text: '内设诊所', weight: 0.8 }];
    expect(search(index, { text: '开医务室咋弄' }, { limit: 1 })).toEqual([]);
    expect(search(index, { text: '开医务室咋弄', terms }, { limit: 1 })[0]?.chunk.documentId).toBe('a');
  });

  it('takes 64 KiB of one word', () => {
    const begin = performance.now();
    search(index, { text: '养老'.repeat(16_384) }, { limit: 5 });
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
