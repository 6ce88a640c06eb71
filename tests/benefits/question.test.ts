import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/benefits/assess.js';
import type { FactName, Facts, FactValue } from '../../src/benefits/facts.js';
import { nextQuestion } from '../../src/benefits/question.js';
import { createRulebook } from '../../src/benefits/rulebook.js';
import { rulebookFor } from '../../src/benefits/select.js';
import { benefits } from './files.js';
import { facts as someFacts } from './people.js';

const CLASSES = benefits.filter(({ exclusiveGroup }) => exclusiveGroup === 'hecheng-home-care');
const book = createRulebook(CLASSES, '2026-11-21');

const PAIR = CLASSES.filter(({ id }) => id !== 'hecheng-home-care-sanwu');
const pair = createRulebook(PAIR, '2026-11-21');

/** What callers may turn out to be; all combinations are as likely. */
const ANSWERS: readonly (readonly [FactName, readonly FactValue[]])[] = [
  ['age', [59, 60, 80]],
  ['hukou', ['431202', '430102']],
  ['residence', ['431202', '430102']],
  ['statuses', [[], ['低保']]],
  ['care', ['none', 'full']],
  ['emptyNest', [false, true]],
  ['childrenInCity', [false, true]],
  ['incomeBelowMinimumWage', [false, true]],
];
const valuesOf = (fact: FactName) => ANSWERS.find(([name]) => name === fact)?.[1] ?? [];
const isDecided = (told: Facts) => assess(pair, told).every(({ outcome }) => outcome !== 'unknown');
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Questions that the best of all decision trees needs on average, found by trying every order. */
function optimum(told: Facts, known = new Map<string, number>()): number {
  const key = JSON.stringify(ANSWERS.map(([name]) => told[name]));
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const unasked = ANSWERS.filter(([name]) => told[name] === undefined);
  const least = isDecided(told)
    ? 0
    : Math.min(
        ...unasked.map(
          ([name, values]) => 1 + mean(values.map((value) => optimum({ ...told, [name]: value }, known))),
        ),
      );
  known.set(key, least);
  return least;
}

/** Questions that ours needs on average. */
function needed(told: Facts): number {
  const question = nextQuestion(pair, told);
  if (question === null) return 0;
  const { fact } = question;
  return 1 + mean(valuesOf(fact).map((value) => needed({ ...told, [fact]: value })));
}

describe('the next question', () => {
  it('is only ever about a fact that can matter, and there is none once nothing can', () => {
    const whole = rulebookFor(benefits, { adcode: '431202', subject: 'person', asOf: '2026-11-21' });
    fc.assert(
      fc.property(someFacts, (facts) => {
        const missing = new Set(assess(whole, facts).flatMap((one) => one.missing));
        const question = nextQuestion(whole, facts);
        expect(question === null).toBe(missing.size === 0);
        if (question) expect(missing.has(question.fact)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('leads to a decision in at most 1.3 times the questions of the best decision tree', () => {
    const best = optimum({});
    expect(best).toBeGreaterThan(2);
    expect(needed({})).toBeLessThanOrEqual(1.3 * best);
  });

  it('does not come back to what was not told', () => {
    const declined: FactName[] = [];
    for (;;) {
      const question = nextQuestion(book, {}, { declined });
      if (question === null) break;
      expect(declined).not.toContain(question.fact);
      declined.push(question.fact);
    }
    expect(declined).toHaveLength(9);
  });

  it('is put in plain words, with why, and a way to find out', () => {
    const known: Facts = { hukou: '431202', residence: '431202', age: 82, statuses: [], emptyNest: true };
    const question = nextQuestion(book, known);
    expect(question).toMatchObject({ fact: 'incomeBelowMinimumWage', options: ['是', '不是'] });
    expect(question?.help).toContain('12333');
    const place = nextQuestion(book, { ...known, hukou: null, incomeBelowMinimumWage: true });
    expect(place).toMatchObject({ fact: 'hukou', place: '431202', text: '户口在不在怀化市鹤城区？' });
  });
});
