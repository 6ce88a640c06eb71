import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contest, contestsIn, type Prefer, preferring } from '../../src/bot/compose/prefer.js';

interface Candidate {
  words: string;
  likeness: number;
}
const read = (c: Candidate): Candidate => c;
const candidates = fc.uniqueArray(
  fc.record({ words: fc.string(), likeness: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { selector: (c) => c.words, maxLength: 40 },
);

const contestOf = (all: readonly Candidate[]): Contest | undefined =>
  contestsIn((prefer) => void prefer('问', all, read))[0];
const put = (contest: Contest, order: readonly number[]): Prefer => preferring([{ contest, order }]);

describe('another order', () => {
  it('adds nothing and leaves nothing out, whatever it is, and moves only those that come close', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (all, seeds) => {
        const contest = contestOf(all);
        if (contest === undefined) return;
        const order = contest.words
          .map((_, i) => ({ n: i + 1, at: seeds.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ n }) => n);
        const moved = put(contest, order)('问', all, read);
        expect([...moved].sort(byWords)).toEqual([...all].sort(byWords));
        const close = new Set(contest.words);
        for (const [i, candidate] of all.entries())
          if (!close.has(candidate.words)) expect(moved[i]).toBe(candidate);
        expect(moved.filter((c) => close.has(c.words)).map((c) => c.words)).toEqual(
          order.map((n) => contest.words[n - 1]),
        );
      }),
    );
  });

  it('is sought among the first twenty of those that come close, where there are two', () => {
    const alike = Array.from({ length: 30 }, (_, i) => ({ words: `第${i}条`, likeness: 1 - i / 1000 }));
    expect(contestOf(alike)?.words).toEqual(alike.slice(0, 20).map((c) => c.words));
    expect(contestOf([{ words: '甲', likeness: 1 }])).toBeUndefined();
    expect(
      contestOf([
        { words: '甲', likeness: 1 },
        { words: '乙', likeness: 0.5 },
      ]),
    ).toBeUndefined();
  });

  it('of another question, or of other words, changes nothing', () => {
    const all = ['甲', '乙', '丙'].map((words) => ({ words, likeness: 1 }));
    const prefer = put({ question: '问', words: ['甲', '乙', '丙'] }, [3, 2, 1]);
    expect(prefer('问', all, read).map((c) => c.words)).toEqual(['丙', '乙', '甲']);
    expect(prefer('另问', all, read)).toEqual(all);
    expect(prefer('问', all.slice(1), read)).toEqual(all.slice(1));
  });
});

const byWords = (a: Candidate, b: Candidate): number => (a.words < b.words ? -1 : 1);
