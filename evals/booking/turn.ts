import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** What an answer changes; what is absent must stay as it was. */
const expected = z.strictObject({
  /** Whom the appointment is for, in one plain word. */
  who: z.string().optional(),
  /** One of these. */
  department: z.union([z.string(), z.array(z.string())]).optional(),
  provider: z.string().optional(),
  /** The start of the time that was chosen, to the minute. */
  slot: z.string().optional(),
  /** Days that are wished, half open, and hours. */
  when: z
    .strictObject({ from: day, to: day, hours: z.tuple([z.number(), z.number()]).optional() })
    .optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  /** Of a number that is not whole. */
  digits: z.string().optional(),
  yes: z.literal(true).optional(),
  no: z.literal(true).optional(),
  /** Something is wrong, and it is not said what. */
  wrong: z.literal(true).optional(),
  /** All of it is given up. */
  ends: z.literal(true).optional(),
  task: z.enum(['book', 'cancel', 'reschedule', 'tell', 'query', 'undo']).optional(),
  place: z.string().optional(),
  /** A place that no policy here is of. */
  other: z.literal(true).optional(),
  /** Other choices than those offered. */
  more: z.literal(true).optional(),
  /** Which of two appointments. */
  index: z.union([z.literal(0), z.literal(1)]).optional(),
  /** Nothing changes. */
  same: z.literal(true).optional(),
  danger: z.literal(true).optional(),
});

/** One answer to one question of the booking desk; `at`: which, see `SCRIPTS` in `turns.ts`. */
export const turnCase = z.strictObject({
  id: z.string(),
  at: z.string(),
  said: z.string(),
  expect: expected,
});

export type TurnCase = z.infer<typeof turnCase>;
export type Expected = z.infer<typeof expected>;
