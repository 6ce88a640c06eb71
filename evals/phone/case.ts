import { z } from 'zod';

const step = z.union([
  z.string().describe('said, and heard by the recogniser'),
  z.strictObject({ key: z.string() }),
  z.strictObject({ silence: z.literal(true) }),
  z.strictObject({
    pausing: z.array(z.string()).min(2).describe('one sentence, with pauses longer than speechTimeout'),
  }),
]);

export const callCase = z.strictObject({
  id: z.string(),
  source: z.string(),
  /** Asked for by the bot, said when it asks; empty where the number dialled tells it. */
  place: z.string(),
  dialled: z.string().optional(),
  steps: z.array(step).min(1),
  /** What the caller says when asked for more: pattern of the question, and the answer. */
  told: z.array(z.tuple([z.string(), z.string()])).default([]),
  reach: z.enum([
    'answer',
    'assessment',
    'not_found',
    'emergency',
    'crisis',
    'scam',
    'medical',
    'handoff',
    'booking',
    'silence',
    'ended',
  ]),
  documents: z.array(z.string()).default([]),
  must: z.array(z.array(z.string()).min(1)).default([]),
  mustNot: z.array(z.string()).default([]),
  /** Whether the turns count into the median: a question with its place. */
  question: z.boolean().default(false),
});

export type CallCase = z.infer<typeof callCase>;
