import { describe, expect, it } from 'vitest';
import { assess, type Outcome } from '../../src/benefits/assess.js';
import type { FactName, Facts } from '../../src/benefits/facts.js';
import { benefitsOf, rulebookFor } from '../../src/benefits/select.js';
import { benefits } from './files.js';

const find = (id: string) => {
  const benefit = benefits.find((one) => one.id === id);
  if (benefit === undefined) throw new Error(`no ${id}`);
  return benefit;
};
function judge(id: string, facts: Facts, adcode = find(id).region.adcode, asOf = '2026-11-21') {
  const book = rulebookFor(benefits, { adcode, subject: find(id).subject, asOf });
  const found = assess(book, facts).find(({ benefit }) => benefit.id === id);
  if (found === undefined) throw new Error(`${id} is not of ${adcode}`);
  return found;
}

/** A benefit, what holds besides, the fact at its boundary, on it and one beside it. */
const rows: [string, Facts, FactName, Facts[FactName], Facts[FactName]][] = [
  ['hecheng-health-record', { residence: '431202' }, 'age', 65, 64],
  ['hecheng-health-record', { age: 65 }, 'residence', '431202', '431221'],
  ['hecheng-low-charge-care', { statuses: ['低收入'], lostOnlyChild: false }, 'care', 'partial', 'none'],
  ['hecheng-free-support', {}, 'statuses', ['五保'], ['低保']],
  [
    'hecheng-special-family-topup',
    { statuses: ['计生特殊家庭'], care: 'full', housing: 'institution' },
    'feesExceedAllowances',
    true,
    false,
  ],
  ['sanmenxia-health-check', {}, 'age', 65, 64.99],
  ['sanmenxia-tcm-check', {}, 'age', 65, 64],
  ['sanmenxia-check-result', { age: 65 }, 'hadFreeCheck', true, false],
  ['sanmenxia-inner-clinic-filing', { institutionType: 'care-home' }, 'innerUnit', 'clinic', 'level1'],
  [
    'sanmenxia-inner-hospital-licence',
    { institutionType: 'care-home', healthReviewPassed: true },
    'innerUnit',
    'level1',
    'clinic',
  ],
  ['sanmenxia-visiting-rounds', { institutionType: 'care-home' }, 'innerUnit', 'none', 'clinic'],
  ['sanmenxia-land', { institutionType: 'integrated' }, 'nonprofit', true, false],
  ['jiaxiang-family-doctor-fee', {}, 'age', 60, 59],
  ['jiaxiang-large-home-hospital', { institutionType: 'care-home' }, 'beds', 200, 199],
  ['jiaxiang-small-home-clinic', { institutionType: 'care-home' }, 'beds', 200, 201],
  [
    'jiaxiang-five-four',
    { residence: '370829', familyDoctorContract: true },
    'housing',
    'dispersed',
    'institution',
  ],
  [
    'jiaxiang-home-visits',
    { residence: '370829', housing: 'dispersed', seriousIllness: false },
    'care',
    'partial',
    'none',
  ],
  ['zhengzhou-health-record', {}, 'age', 65, 64],
  ['zhengzhou-bed-subsidy', { institutionType: 'medical', newBed: true }, 'bedKind', 'hospice', 'elder-care'],
  ['zhengzhou-bed-subsidy', { institutionType: 'medical', bedKind: 'geriatric' }, 'newBed', true, false],
  [
    'zhengzhou-two-certificates',
    { worksInIntegrated: true, nurseLicence: true, carerCertificate: true, incentiveTermsMet: true },
    'onEstablishment',
    false,
    true,
  ],
  ['shaanxi-regular-visits', { housing: 'dispersed' }, 'hardToGoOut', true, false],
  ['shaanxi-no-double-charge', {}, 'paidByContractOrInsurance', true, false],
  ['shaanxi-visit-fee', { institutionType: 'medical', visitsHomes: true }, 'ownership', 'public', 'private'],
  ['shaanxi-utilities', {}, 'institutionType', 'integrated', 'other'],
];

describe('at its boundary', () => {
  it.each(rows)('%s with %j turns on %s', (id, facts, fact, on, beside) => {
    const outcomes = [on, beside, null].map(
      (value): Outcome => judge(id, { ...facts, [fact]: value }).outcome,
    );
    expect(outcomes).toEqual(['eligible', 'ineligible', 'unknown']);
    expect(judge(id, facts).missing).toEqual([fact]);
  });

  const annex: Facts = {
    ownership: 'private',
    medicalLevel: 'level1',
    hasLicence: true,
    hasGeneralPractice: true,
    staffAndEquipment: true,
    yearsWithoutViolation: 3,
    yearsWithoutAccident: 3,
    insured: true,
    insuranceAssessed: true,
    insuranceBreach: false,
    generalPractitioners: 1,
    hasTeam: true,
    acceptsAssessment: true,
    usesCitySystems: true,
    hasServiceArea: true,
    hasOperatingRules: true,
  };
  const broken: [FactName, Facts[FactName]][] = [
    ['ownership', 'public'],
    ['medicalLevel', 'level2'],
    ['yearsWithoutViolation', 2.9],
    ['yearsWithoutAccident', 2],
    ['insuranceBreach', true],
    ['generalPractitioners', 0],
    ['usesCitySystems', false],
  ];
  it.each(broken)('the annex of Zhengzhou falls with %s %j', (fact, value) => {
    expect(judge('zhengzhou-private-family-doctor', annex).outcome).toBe('eligible');
    const { outcome, conditions } = judge('zhengzhou-private-family-doctor', { ...annex, [fact]: value });
    expect(outcome).toBe('ineligible');
    expect(conditions.filter(({ met }) => met === false).map((one) => one.fact)).toEqual([fact]);
  });
});

describe('an amount', () => {
  it.each<[string, Facts, number, string]>([
    [
      'zhengzhou-bed-subsidy',
      { institutionType: 'medical', bedKind: 'hospice', newBed: true },
      9000,
      'exact',
    ],
    ['jiaxiang-family-doctor-fee', { age: 60 }, 130, 'at_least'],
    ['hecheng-community-start-up', { institutionType: 'day-care-centre' }, 50_000, 'at_least'],
    [
      'hecheng-operation-nursing-bed',
      { approvedAndAccepted: true, institutionType: 'integrated', bedKind: 'nursing' },
      150,
      'exact',
    ],
    [
      'hecheng-operation-private',
      {
        approvedAndAccepted: true,
        institutionType: 'care-home',
        ownership: 'private',
        residentIsLocal: true,
      },
      100,
      'at_least',
    ],
  ])('of %s', (id, facts, value, bound) => {
    expect(judge(id, facts)).toMatchObject({ outcome: 'eligible', amount: { value, bound } });
  });

  it('that was for 2016 to 2020 is none now, and was one then', () => {
    expect(judge('jiaxiang-land-quota', {}).outcome).toBe('no_rate');
    expect(judge('jiaxiang-land-quota', {}, '370829', '2018-06-01')).toMatchObject({
      outcome: 'eligible',
      amount: { value: 50 },
    });
  });
});

describe('rules reach', () => {
  const regionsAt = (adcode: string) =>
    new Set(benefitsOf(benefits, adcode).map(({ region }) => region.name));
  it.each<[string, string, string[]]>([
    ['a district of the city', '410105', ['郑州市']],
    ['a county of the province', '610116', ['陕西省']],
    ['a city of the province', '610100', ['陕西省']],
    ['the county next door', '431221', []],
    ['the city above a district', '431200', []],
    ['a place without any', '110105', []],
  ])('%s', (_, adcode, names) => {
    expect([...regionsAt(adcode)]).toEqual(names);
  });
});

it('an intention is never eligible, whatever the facts', () => {
  const intentions = benefits.filter(({ kind }) => kind === 'intention');
  expect(intentions.length).toBeGreaterThan(10);
  for (const { id } of intentions)
    expect(judge(id, { age: 90, care: 'full', housing: 'dispersed' }).outcome).toBe('ineligible');
});
