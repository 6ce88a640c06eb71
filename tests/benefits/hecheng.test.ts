import { describe, expect, it } from 'vitest';
import { assess } from '../../src/benefits/assess.js';
import type { Facts } from '../../src/benefits/facts.js';
import type { Subject } from '../../src/benefits/schema.js';
import { rulebookFor } from '../../src/benefits/select.js';
import { benefits } from './files.js';

const book = (subject: Subject) => rulebookFor(benefits, { adcode: '431202', subject, asOf: '2026-11-21' });
function judge(id: string, facts: Facts, subject: Subject = 'person') {
  const found = assess(book(subject), facts).find(({ benefit }) => benefit.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const here = { hukou: '431202', residence: '431202' };
const sanwu: Facts = { ...here, age: 76, statuses: ['三无'], care: 'none', housing: 'dispersed' };
const dibao: Facts = { ...here, age: 60, statuses: ['低保'], care: 'partial', childrenInCity: false };
const emptyNest: Facts = { ...here, age: 80, incomeBelowMinimumWage: true, emptyNest: true };

describe('the three classes of bought services', () => {
  it('answers the example of the contract', () => {
    const { outcome, amount, conditions, missing } = judge('hecheng-home-care-sanwu', sanwu);
    expect({ outcome, amount, missing }).toEqual({
      outcome: 'eligible',
      amount: { value: 200, unit: 'CNY', per: 'person-month', bound: 'exact' },
      missing: [],
    });
    expect(conditions).toContainEqual(
      expect.objectContaining({ text: '年满70周岁', fact: 'age', met: true }),
    );
    expect(conditions.every(({ met }) => met === true)).toBe(true);
  });

  it.each<[string, Facts, string]>([
    ['at 70', { ...sanwu, age: 70 }, 'eligible'],
    ['a day before 70', { ...sanwu, age: 69.99 }, 'ineligible'],
    ['at 69 with care', { ...sanwu, age: 69, care: 'partial' }, 'eligible'],
    ['at 60 with full care', { ...sanwu, age: 60, care: 'full' }, 'eligible'],
    ['at 59 with full care', { ...sanwu, age: 59.9, care: 'full' }, 'ineligible'],
    ['of an age not known', { ...sanwu, age: null }, 'unknown'],
    ['between 60 and 70, care not known', { ...sanwu, age: 65, care: null }, 'unknown'],
    ['over 70, care not known', { ...sanwu, care: null }, 'eligible'],
    ['under 60, care not known', { ...sanwu, age: 59, care: null }, 'ineligible'],
    ['in a home', { ...sanwu, housing: 'institution' }, 'ineligible'],
    ['of no status', { ...sanwu, statuses: [] }, 'ineligible'],
    ['of statuses not known', { ...sanwu, statuses: undefined }, 'unknown'],
    ['with 户籍 next door', { ...sanwu, hukou: '431221' }, 'ineligible'],
    ['living elsewhere', { ...sanwu, residence: '430102' }, 'ineligible'],
    ['with 户籍 not known', { ...sanwu, hukou: null }, 'unknown'],
  ])('the first, %s', (_, facts, outcome) => {
    expect(judge('hecheng-home-care-sanwu', facts).outcome).toBe(outcome);
  });

  it.each<[string, Facts, string]>([
    ['at 60', dibao, 'eligible'],
    ['before 60', { ...dibao, age: 59.99 }, 'ineligible'],
    ['needing no care', { ...dibao, care: 'none' }, 'ineligible'],
    ['with a child in town', { ...dibao, childrenInCity: true }, 'ineligible'],
    ['children not known', { ...dibao, childrenInCity: null }, 'unknown'],
    ['三无 instead', { ...dibao, statuses: ['三无'] }, 'ineligible'],
    ['in a home: the policy sets no 散居 here', { ...dibao, housing: 'institution' }, 'eligible'],
  ])('the second, %s', (_, facts, outcome) => {
    const found = judge('hecheng-home-care-dibao', facts);
    expect(found.outcome).toBe(outcome);
    expect(found.amount?.value).toBe(outcome === 'ineligible' ? undefined : 150);
  });

  it.each<[string, Facts, string]>([
    ['at 80', emptyNest, 'eligible'],
    ['at 79', { ...emptyNest, age: 79 }, 'ineligible'],
    ['between 79 and 80 by 虚岁', { ...emptyNest, age: [79, 80] }, 'unknown'],
    ['with income enough', { ...emptyNest, incomeBelowMinimumWage: false }, 'ineligible'],
    ['not alone', { ...emptyNest, emptyNest: false }, 'ineligible'],
    ['alone not known', { ...emptyNest, emptyNest: null }, 'unknown'],
  ])('the third, %s', (_, facts, outcome) => {
    expect(judge('hecheng-home-care-empty-nest', facts).outcome).toBe(outcome);
  });

  it('says how far somebody is from it', () => {
    const { conditions } = judge('hecheng-home-care-empty-nest', { ...emptyNest, age: 78 });
    expect(conditions.find(({ fact }) => fact === 'age')?.shortfall).toEqual({ by: 2, text: '还差2年' });
  });
});

describe('what institutions get', () => {
  const home: Facts = { approvedAndAccepted: true, institutionType: 'care-home', ownership: 'private' };
  it.each<[string, Facts, string, number | undefined, string | undefined]>([
    ['new', { ...home, origin: 'new' }, 'eligible', 6000, 'at_least'],
    ['rebuilt', { ...home, origin: 'rebuilt' }, 'eligible', 3000, 'at_least'],
    ['leased for 5 years', { ...home, origin: 'leased', leaseYears: 5 }, 'eligible', 3000, 'at_least'],
    ['leased for less', { ...home, origin: 'leased', leaseYears: 4.9 }, 'ineligible', undefined, undefined],
    ['leased, for how long not known', { ...home, origin: 'leased' }, 'unknown', 3000, 'at_least'],
    ['new or rebuilt', { ...home, origin: ['new', 'rebuilt'] }, 'eligible', 3000, 'at_least'],
    ['public', { ...home, ownership: 'public', origin: 'new' }, 'ineligible', undefined, undefined],
    [
      'not accepted',
      { ...home, approvedAndAccepted: false, origin: 'new' },
      'ineligible',
      undefined,
      undefined,
    ],
  ])('building a home, %s', (_, facts, outcome, value, bound) => {
    const found = judge('hecheng-construction-care-home', facts, 'institution');
    expect([found.outcome, found.amount?.value, found.amount?.bound]).toEqual([outcome, value, bound]);
  });

  const nursing: Facts = {
    approvedAndAccepted: true,
    institutionType: 'integrated',
    facility: 'nursing-home',
  };
  it.each<[string, Facts, string, number | undefined]>([
    ['new', { ...nursing, origin: 'new' }, 'eligible', 8000],
    ['rebuilt', { ...nursing, origin: 'rebuilt' }, 'eligible', 4000],
    [
      'a hospice ward on lease',
      { ...nursing, facility: 'hospice-ward', origin: 'leased', leaseYears: 8 },
      'eligible',
      4000,
    ],
    ['by a care home', { ...nursing, institutionType: 'care-home', origin: 'new' }, 'ineligible', undefined],
  ])('building a nursing home, %s', (_, facts, outcome, value) => {
    const found = judge('hecheng-construction-nursing', facts, 'institution');
    expect([found.outcome, found.amount?.value]).toEqual([outcome, value]);
  });

  const designation: Facts = { institutionType: 'integrated', innerUnit: 'clinic', insuranceTermsMet: true };
  it.each([
    [3, 'eligible', undefined],
    [2, 'ineligible', '还差1个月'],
    [null, 'unknown', undefined],
  ] as const)('asking for insurance after %s months', (monthsOperating, outcome, shortfall) => {
    const found = judge('hecheng-insurance-designation', { ...designation, monthsOperating }, 'institution');
    expect(found.outcome).toBe(outcome);
    expect(found.conditions.find(({ fact }) => fact === 'monthsOperating')?.shortfall?.text).toBe(shortfall);
  });

  it.each([
    [199, 'eligible', 'ineligible'],
    [200, 'eligible', 'eligible'],
    [201, 'ineligible', 'eligible'],
    [null, 'unknown', 'unknown'],
  ] as const)('with %s beds', (beds, small, large) => {
    const facts: Facts = { institutionType: 'care-home', beds };
    expect(judge('hecheng-small-home-medical', facts, 'institution').outcome).toBe(small);
    expect(judge('hecheng-large-home-medical', facts, 'institution').outcome).toBe(large);
  });
});
