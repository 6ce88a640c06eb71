import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/benefits/assess.js';
import type { Facts } from '../../src/benefits/facts.js';
import { createRulebook } from '../../src/benefits/rulebook.js';
import type { Benefit, Condition } from '../../src/benefits/schema.js';
import { benefits } from './files.js';
import { atomsIn, truthOf } from './oracle.js';
import { facts as someFacts } from './people.js';

const said = { text: 't', quote: 'q' };
const atom = fc.oneof(
  fc
    .constantFrom(60, 65, 70, 80)
    .chain((n) =>
      fc.constantFrom<Condition>(
        { fact: 'age', atLeast: n, ...said },
        { fact: 'age', atMost: n, ...said },
        { fact: 'age', moreThan: n, ...said },
        { fact: 'age', lessThan: n, ...said },
      ),
    ),
  fc.constantFrom<Condition>(
    { fact: 'beds', atLeast: 200, ...said },
    { fact: 'beds', moreThan: 199, ...said },
    { fact: 'beds', atMost: 200, ...said },
    { fact: 'emptyNest', is: true, ...said },
    { fact: 'childrenInCity', is: false, ...said },
    { fact: 'care', is: 'full', ...said },
    { fact: 'care', in: ['partial', 'full'], ...said },
    { fact: 'hukou', within: '431202', ...said },
    { fact: 'hukou', within: '430000', ...said },
    { fact: 'residence', within: '410100', ...said },
    { fact: 'statuses', has: '三无', ...said },
    { fact: 'statuses', has: '低保', ...said },
  ),
);
const condition = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('one'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
    tie('one').map((not) => ({ not, text: 'n' })),
  ),
})).one;
const amount = (value: number, when?: Condition) => ({
  value,
  unit: 'CNY',
  per: 'bed',
  bound: 'exact' as const,
  quote: 'q',
  ...(when === undefined ? {} : { when }),
});
const benefit = (conditions: Condition, amounts: Benefit['amounts'] = []): Benefit => ({
  id: 'b',
  title: 't',
  subject: 'person',
  kind: 'entitlement',
  clause: 'c',
  given: said,
  amounts,
  period: { from: null, to: null },
  conditions,
  notes: [],
  runBy: null,
  apply: null,
  region: { name: 'r', adcode: '431202' },
  documentId: 'd',
});
const judged = (rule: Benefit, facts: Facts, asOf = '2026-11-21') => {
  const [assessment] = assess(createRulebook([rule], asOf), facts);
  if (assessment === undefined) throw new Error('not assessed');
  return assessment;
};

describe('three values', () => {
  it('are those of every completion of what is missing, for any rule', () => {
    fc.assert(
      fc.property(condition, condition, someFacts, (one, when, facts) => {
        const rule = benefit(one, [amount(200, when), amount(100)]);
        const { outcome, possibleAmounts, missing } = judged(rule, facts);
        const truth = truthOf(rule, facts);
        expect(outcome).toBe(truth.outcome);
        expect(possibleAmounts.map((a) => `${a.value}/${a.unit}/${a.per}/${a.bound}`).sort()).toEqual(
          truth.amounts,
        );
        expect([...missing].sort()).toEqual(truth.matter.sort());
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of every completion for the rules of the corpus', () => {
    const few = benefits.filter(
      ({ conditions, period }) =>
        period.to === null && (conditions === undefined || atomsIn(conditions).length <= 9),
    );
    fc.assert(
      fc.property(fc.constantFrom(...few), someFacts, (rule, facts) => {
        const { outcome, possibleAmounts } = judged(rule, facts);
        const truth = truthOf(rule, facts);
        expect(outcome).toBe(truth.outcome);
        expect(possibleAmounts).toHaveLength(truth.amounts.length);
      }),
      { numRuns: 3000 },
    );
  });

  const old: Condition = { fact: 'age', atLeast: 70, ...said };
  it('does not hold open what must come out one way', () => {
    expect(judged(benefit({ any: [old, { not: old, text: 'n' }] }), {}).outcome).toBe('eligible');
    expect(judged(benefit({ all: [old, { not: old, text: 'n' }] }), {}).outcome).toBe('ineligible');
    const older: Condition = { fact: 'age', atLeast: 60, ...said };
    expect(judged(benefit({ any: [{ not: older, text: 'n' }, old, older] }), {}).missing).toEqual([]);
  });

  it.each([
    [69.99, 'ineligible', '还差不到1年'],
    [70, 'eligible', undefined],
    [68, 'ineligible', '还差2年'],
    [67.5, 'ineligible', '还差2年多'],
    [[69, 70], 'unknown', undefined],
    [[68, 69], 'ineligible', '还差1年'],
    [[70, 71], 'eligible', undefined],
    [null, 'unknown', undefined],
  ] as const)('at age %j is %s %s', (age, outcome, shortfall) => {
    const { outcome: found, conditions } = judged(benefit(old), { age });
    expect(found).toBe(outcome);
    expect(conditions[0]?.shortfall?.text).toBe(shortfall);
  });

  it('takes a place for itself, and what is known of it in part for what it may be', () => {
    const here = benefit({ fact: 'hukou', within: '431202', ...said });
    expect(judged(here, { hukou: '431202' }).outcome).toBe('eligible');
    expect(judged(here, { hukou: { within: '431200' } }).outcome).toBe('unknown');
    expect(judged(here, { hukou: { within: '110000' } }).outcome).toBe('ineligible');
    expect(judged(here, { hukou: { outside: '431200' } }).outcome).toBe('ineligible');
    const province = benefit({ fact: 'residence', within: '610000', ...said });
    expect(judged(province, { residence: '610102' }).outcome).toBe('eligible');
  });

  it('never takes the latest rate for a day that has none, and grants no intention', () => {
    const rule = benefit(old, [{ ...amount(200), period: { from: '2021-01-01', to: '2021-12-31' } }]);
    expect(judged(rule, { age: 80 }, '2021-12-31')).toMatchObject({
      outcome: 'eligible',
      amount: { value: 200 },
    });
    expect(judged(rule, { age: 80 }, '2022-01-01')).toMatchObject({ outcome: 'no_rate', amount: null });
    const ended: Benefit = { ...benefit(old), period: { from: null, to: '2020-12-31' } };
    expect(judged(ended, { age: 80 }).outcome).toBe('no_rate');
    expect(judged({ ...benefit(old), kind: 'intention' }, { age: 80 }).outcome).toBe('ineligible');
  });
});
