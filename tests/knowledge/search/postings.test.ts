import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScores, buildPostings, holds, K1, type Rows } from '../../../src/knowledge/search/postings.js';
import { top } from '../../../src/knowledge/search/top.js';

const TERMS = 6;
const collections = fc.array(fc.array(fc.integer({ min: 0, max: TERMS - 1 }), { maxLength: 15 }), {
  minLength: 1,
  maxLength: 12,
});

function rowsOf(owners: readonly number[][]): Rows {
  const ends = Uint32Array.from(owners, (_, i) => owners.slice(0, i + 1).flat().length);
  const begins = Uint32Array.from(owners, (row, i) => (ends[i] ?? 0) - row.length);
  return { terms: Uint32Array.from(owners.flat()), begins, ends };
}

/** BM25 as the textbook has it. */
function oracle(owners: readonly number[][], term: number, owner: number, b: number): number {
  const count = owners[owner]?.filter((other) => other === term).length ?? 0;
  const frequency = owners.filter((row) => row.includes(term)).length;
  const mean = Math.max(1, owners.flat().length / owners.length);
  const idf = Math.log(1 + (owners.length - frequency + 0.5) / (frequency + 0.5));
  const length = owners[owner]?.length ?? 0;
  return (idf * count * (K1 + 1)) / (count + K1 * (1 - b + (b * length) / mean));
}

describe('postings', () => {
  it('score as BM25 does, and know who holds what', () => {
    fc.assert(
      fc.property(collections, fc.constantFrom(0, 0.5, 1), (owners, b) => {
        const postings = buildPostings(rowsOf(owners), TERMS, b);
        for (let term = 0; term < TERMS; term++) {
          const scores = new Float32Array(owners.length);
          addScores(postings, term, 1, scores);
          for (const [owner, row] of owners.entries()) {
            expect(scores[owner]).toBeCloseTo(row.includes(term) ? oracle(owners, term, owner, b) : 0, 4);
            expect(holds(postings, term, owner)).toBe(row.includes(term));
          }
        }
      }),
    );
  });
});

describe('top', () => {
  it('is the head of the sorted list of what is allowed', () => {
    const lists = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 10 }), (items, limit) => {
        const scores = Float32Array.from(items, ([score]) => score);
        const allowed = Uint8Array.from(items, ([, ok]) => (ok ? 1 : 0));
        const sorted = items
          .map(([score, ok], i) => ({ score, ok, i }))
          .filter(({ score, ok }) => ok && score > 0)
          .sort((a, b) => b.score - a.score || a.i - b.i);
        expect(top(scores, allowed, limit)).toEqual(sorted.slice(0, limit).map(({ i }) => i));
      }),
    );
  });
});
