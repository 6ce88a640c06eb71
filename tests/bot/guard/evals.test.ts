import { describe, expect, it } from 'vitest';
import { type Round, run, type Split } from '../../../evals/guard/run.js';

const looked: [Round, Split][] = [
  [1, 'tune'],
  [1, 'held'],
  [2, 'tune'],
  [2, 'held'],
  [3, 'tune'],
  [4, 'tune'],
  [5, 'tune'],
  [6, 'tune'],
  [7, 'tune'],
  [8, 'tune'],
  [9, 'tune'],
  [10, 'tune'],
  [11, 'tune'],
  [12, 'tune'],
  [13, 'tune'],
  [14, 'tune'],
  [15, 'tune'],
  [16, 'tune'],
  [17, 'tune'],
  [18, 'tune'],
  [19, 'tune'],
  [20, 'tune'],
];

/** Floors under what is reached on cases already looked at; `evals/guard/README.md` has the unseen rates. */
describe.each(looked)('guard on round %i, %s cases', (round, split) => {
  const report = run(split, round);

  it('misses at most 2% of dangers', () => {
    expect(report.missed.misses.length / report.missed.cases).toBeLessThanOrEqual(0.02);
  });

  it('raises at most 1% false alarms', () => {
    expect(report.falseAlarms.misses.length / report.falseAlarms.cases).toBeLessThanOrEqual(0.01);
  });
});
