import type { Concept } from '../../knowledge/coverage.js';

export type { Concept };

/** The kind of answer that a question wants. `what`: whatever the policy says on the matter. */
export type Want =
  | 'amount'
  | 'age'
  | 'count'
  | 'who'
  | 'when'
  | 'how'
  | 'where'
  | 'condition'
  | 'list'
  | 'definition'
  | 'whether'
  | 'validity'
  | 'number'
  | 'what';

/** One question of a turn. Plain data: it is kept with the conversation. */
export interface Ask {
  /** The asking words. */
  text: string;
  /** What else the turn tells of the case; '' where nothing. */
  story: string;
  /** What of `text` is the question before, where only a side of it is asked (怎么申请). */
  subject?: string;
  /** Where only a side is asked: the provisions that told of the subject, by id; none where the policies were silent. */
  told?: readonly string[];
  /** The question before, which this one carries on (那护理院呢); '' where it stands alone. */
  carried: string;
  wants: Want[];
  /** Further questions about the same thing, too short to stand alone (市里区里咋摊). */
  also: string[];
  /** What the asking words are about. */
  focus: Concept[];
  /** What the story, and the question before, are about. */
  background: Concept[];
}

/** The questions as they were told: those of one turn share their story, which is told once. */
export const inWords = (asks: readonly Pick<Ask, 'story' | 'text'>[]): string =>
  [...new Set(asks.flatMap(({ story, text }) => [story, text]))].filter((part) => part !== '').join('，');

/** How much the concepts say what something is about. */
export const weightOf = (concepts: readonly Concept[]): number =>
  concepts.reduce((sum, c) => sum + c.weight, 0);
