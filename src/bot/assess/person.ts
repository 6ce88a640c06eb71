import type { FactName, Facts as RuleFacts } from '../../benefits/facts.js';
import { isWithoutAll, type Status, type Facts as ToldFacts } from '../understand/facts/index.js';

/** What is known of one person, turn by turn; plain data, kept with the conversation. */
export interface Person extends ToldFacts {
  /** What was answered to the rules' own questions. */
  answered?: RuleFacts;
  /** The person's own words that each fact came from, as last told. */
  words?: Record<string, string>;
  /** Facts that were asked for and not told; nobody is asked for them twice. */
  declined?: FactName[];
}

/**
 * Later words win; statuses add up, and one that is now said to hold no longer counts as ruled out. So does what a 三无
 * person lacks, told piece by piece (做不得事。没得钱进。没得人养我): who lacks all of it is one.
 */
export function together(before: Person, told: ToldFacts): Person {
  const holds = new Set([...(before.statuses ?? []), ...(told.statuses ?? [])]);
  const not = new Set([...(before.statusesNot ?? []), ...(told.statusesNot ?? [])]);
  for (const status of told.statuses ?? []) not.delete(status);
  for (const status of told.statusesNot ?? []) holds.delete(status);
  const lacks = [...new Set([...(before.lacks ?? []), ...(told.lacks ?? [])])];
  if (isWithoutAll(lacks) && !not.has('三无')) holds.add('三无');
  const { answered, ...rest } = before;
  const still = Object.entries(answered ?? {}).filter(([fact]) => !Object.hasOwn(told, fact));
  return {
    ...rest,
    ...told,
    ...(still.length > 0 ? { answered: Object.fromEntries(still) } : {}),
    ...(holds.size > 0 ? { statuses: [...holds] } : {}),
    ...(not.size > 0 ? { statusesNot: [...not] } : {}),
    ...(lacks.length > 0 ? { lacks } : {}),
  };
}

/** Notes that `facts` came from `said`. */
export const inWordsOf = (person: Person, facts: object, said: string): Person => ({
  ...person,
  words: {
    ...person.words,
    ...Object.fromEntries(Object.keys(facts).map((fact) => [fact, said.slice(0, LONGEST_WORDS)])),
  },
});
const LONGEST_WORDS = 60;

/** Adds the answer to a question; what was told in other words of the same fact gives way. */
export function answeredBy(person: Person, { statusesIn, statusesNot, ...facts }: RuleFacts): Person {
  const { age, ...rest } = together(person, {
    ...(statusesIn ? { statuses: statusesIn.filter(isStatus) } : {}),
    ...(statusesNot ? { statusesNot: statusesNot.filter(isStatus) } : {}),
  });
  const answered = { ...rest.answered, ...facts };
  return {
    ...rest,
    ...(age && facts.age === undefined ? { age } : {}),
    ...(Object.keys(answered).length > 0 ? { answered } : {}),
  };
}

const STATUSES: ReadonlySet<string> = new Set<Status>([
  '三无',
  '五保',
  '低保',
  '低收入',
  '计生特殊家庭',
  '残疾',
]);
const isStatus = (name: string): name is Status => STATUSES.has(name);

export const declining = (person: Person, fact: FactName): Person => ({
  ...person,
  declined: [...new Set([...(person.declined ?? []), fact])],
});

/** Whether anything is told that may change an assessment that is going on: of the case, or where they live. */
export const addsToAssessment = (told: ToldFacts): boolean =>
  tellsOfCase(told) || told.hukou !== undefined || told.residence !== undefined;

/** What does not bear on entitlements by itself. */
const BESIDE: ReadonlySet<string> = new Set<keyof Person>([
  'relation',
  'hukou',
  'residence',
  'words',
  'declined',
  'lacks',
]);

/** Whether anything bears on what the person is entitled to: a relation, or where they live, alone does not. */
export const tellsOfCase = (person: Person): boolean => Object.keys(person).some((key) => !BESIDE.has(key));

/**
 * The person as the rules know people. `home`: where the person is held to live as long as nothing else was said.
 * `registered`: the same of the 户籍; null where it is not to be taken for granted.
 */
export function asRuleFacts(person: Person, home: string, registered: string | null = home): RuleFacts {
  const { age, hukou = registered, residence, statuses, statusesNot, answered } = person;
  return {
    ...(hukou === null ? {} : { hukou }),
    residence: residence ?? home,
    ...(age ? { age: age.years } : {}),
    ...(person.care ? { care: person.care } : {}),
    ...(person.housing ? { housing: person.housing } : {}),
    ...(person.emptyNest === undefined ? {} : { emptyNest: person.emptyNest }),
    ...(person.childrenInCity === undefined ? {} : { childrenInCity: person.childrenInCity }),
    ...belowMinimumWage(person),
    ...answered,
    ...(statuses ? { statusesIn: statuses } : {}),
    ...(statusesNot ? { statusesNot } : {}),
  };
}

/** No income is less than any wage. */
function belowMinimumWage({ incomeBelowMinimumWage, lacks }: Person): RuleFacts {
  if (incomeBelowMinimumWage !== undefined) return { incomeBelowMinimumWage };
  return lacks?.includes('income') ? { incomeBelowMinimumWage: true } : {};
}
