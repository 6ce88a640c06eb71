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
});
