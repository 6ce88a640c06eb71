import { z } from 'zod';

export const FACT_NAMES = [
  'age',
  'hukou',
  'residence',
  'care',
  'housing',
  'emptyNest',
  'childrenInCity',
  'incomeBelowMinimumWage',
  'status',
  'statusNot',
] as const;

/** What a model proposes that a turn says; `quote` is the person's own words. All of it is checked before use. */
export const proposalSchema = z.strictObject({
  intent: z.enum(['ask_policy', 'assess', 'small_talk', 'out_of_scope', 'unclear']),
  question: z.string(),
  facts: z.array(z.strictObject({ fact: z.enum(FACT_NAMES), value: z.string(), quote: z.string() })),
});

export type Proposal = z.infer<typeof proposalSchema>;
export type ProposedFact = Proposal['facts'][number];
