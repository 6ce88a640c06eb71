import type { Facts as RuleFacts } from '../../benefits/facts.js';
import type { Facts as ToldFacts } from '../understand/facts/index.js';

/** What is known of one person, turn by turn; plain data, kept with the conversation. */
export type Person = ToldFacts;

/** Later words win; statuses add up, and one that is now said to hold no longer counts as ruled out. */
export function together(before: Person, told: Person): Person {
  const holds = new Set([...(before.statuses ?? []), ...(told.statuses ?? [])]);
  const not = new Set([...(before.statusesNot ?? []), ...(told.statusesNot ?? [])]);
  for (const status of told.statuses ?? []) not.delete(status);
  for (const status of told.statusesNot ?? []) holds.delete(status);
  return {
    ...before,
    ...told,
    ...(holds.size > 0 ? { statuses: [...holds] } : {}),
    ...(not.size > 0 ? { statusesNot: [...not] } : {}),
  };
}

/** Facts that bear on what a person is entitled to: a relation alone does not. */
export function tellsOfCase({ relation: _, hukou: __, residence: ___, ...rest }: Person): boolean {
  return Object.keys(rest).length > 0;
}

/**
 * The person as the rules know people. `home`: where the person is held to be registered and to live as long as
 * nothing else was said; the reply names that condition.
 */
export function asRuleFacts(person: Person, home: string): RuleFacts {
  const { age, hukou, residence, statuses, statusesNot } = person;
  return {
    hukou: hukou ?? home,
    residence: residence ?? home,
    ...(age ? { age: age.years } : {}),
    ...(person.care ? { care: person.care } : {}),
    ...(person.housing ? { housing: person.housing } : {}),
    ...(person.emptyNest === undefined ? {} : { emptyNest: person.emptyNest }),
    ...(person.childrenInCity === undefined ? {} : { childrenInCity: person.childrenInCity }),
    ...(person.incomeBelowMinimumWage === undefined
      ? {}
      : { incomeBelowMinimumWage: person.incomeBelowMinimumWage }),
    ...(statuses ? { statusesIn: statuses } : {}),
    ...(statusesNot ? { statusesNot } : {}),
  };
}
