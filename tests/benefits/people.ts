import fc from 'fast-check';
import type { Facts } from '../../src/benefits/facts.js';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const flag = maybe(fc.boolean());
const some = (...values: string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.subarray(values, { minLength: 1 }));
const codes = [
  '431202',
  '431221',
  '431200',
  '430000',
  '411281',
  '370829',
  '410105',
  '410100',
  '610102',
  '999999',
];
const place = maybe(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...codes) },
    {
      weight: 1,
      arbitrary: fc.record({ within: fc.constantFrom('431200', '430000', '431202', '410100', '610000') }),
    },
    { weight: 1, arbitrary: fc.record({ outside: fc.constantFrom('431202', '431200', '410000', '610000') }) },
  ),
);
const ages = [40, 59, 59.99, 60, 60.5, 64, 65, 69, 69.99, 70, 79, 79.75, 80, 95];
const number = (values: readonly number[]) =>
  maybe(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...values) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...values), fc.constantFrom(...values))
          .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a])),
      },
    ),
  );
const STATUSES = ['三无', '五保', '低保', '低收入', '计生特殊家庭', '残疾'];
const statuses = fc.subarray(STATUSES);

/** People and institutions of whom some is known, exactly, as a range, or not at all. */
export const facts: fc.Arbitrary<Facts> = fc
  .record({
    age: number(ages),
    hukou: place,
    residence: place,
    statuses: maybe(statuses),
    care: maybe(some('none', 'partial', 'full')),
    housing: maybe(some('dispersed', 'institution')),
    emptyNest: flag,
    childrenInCity: flag,
    incomeBelowMinimumWage: flag,
    lostOnlyChild: flag,
    feesExceedAllowances: flag,
    institutionType: maybe(some('care-home', 'integrated', 'medical', 'day-care-centre', 'other')),
    ownership: maybe(some('public', 'private')),
    nonprofit: flag,
    innerUnit: maybe(some('none', 'clinic', 'level1', 'level2', 'level3')),
    facility: maybe(some('care-home', 'nursing-home', 'hospice-ward')),
    bedKind: maybe(some('nursing', 'hospice', 'geriatric')),
    insuranceTermsMet: flag,
    familyDoctorContract: flag,
    seriousIllness: flag,
    approvedAndAccepted: flag,
    origin: maybe(some('new', 'rebuilt', 'leased')),
    leaseYears: number([0, 4.5, 5, 6]),
    monthsOperating: number([0, 2.5, 3, 12]),
    beds: number([20, 199, 200, 201]),
  })
  .chain((whole): fc.Arbitrary<Facts> => {
    if (whole.statuses !== undefined && whole.statuses !== null) return fc.constant(whole);
    const parted = statuses.chain((one) =>
      fc.tuple(fc.constant(one), fc.subarray(STATUSES.filter((s) => !one.includes(s)))),
    );
    return parted.map(([statusesIn, statusesNot]) => ({ ...whole, statusesIn, statusesNot }));
  });
