import { type FactName, type Facts, specOf } from './facts.js';
import { QUESTIONS, YES_OR_NO } from './questions.zh.js';

/** What may be answered to a question, and what is known by it. */
export interface Answer {
  text: string;
  facts: Facts;
}

const NONE_OF_THEM = '都不是';

/**
 * The answers that a question about `fact` offers; none where it asks for a number. `place`: the adcode that a
 * question about a place is about; `statuses`: those that one about statuses is about, of which several may hold.
 */
export function answersTo(fact: FactName, place: string | null, statuses: readonly string[]): Answer[] {
  const spec = specOf(fact);
  const { options = YES_OR_NO } = QUESTIONS[fact];
  const offered = (values: readonly Facts[]): Answer[] =>
    values.flatMap((facts, i) => (options[i] === undefined ? [] : [{ text: options[i], facts }]));
  switch (spec.type) {
    case 'number':
      return [];
    case 'flag':
      return offered([{ [fact]: true }, { [fact]: false }]);
    case 'choice':
      return offered(spec.values.map((value) => ({ [fact]: value })));
    case 'place':
      return place === null ? [] : offered([{ [fact]: place }, { [fact]: { outside: place } }]);
    case 'set':
      return [
        ...statuses.map((one) => ({ text: one, facts: { statusesIn: [one] } })),
        { text: NONE_OF_THEM, facts: { statusesNot: statuses } },
      ];
  }
}

/** Whether no to the question makes the flag hold. */
export const isInverted = (fact: FactName): boolean => QUESTIONS[fact].inverted === true;

/** What has to come about before the fact can be known: a referral, a bill, a job; null for a person's own state. */
export const occasionOf = (fact: FactName): 'event' | 'job' | null => QUESTIONS[fact].occasion ?? null;
