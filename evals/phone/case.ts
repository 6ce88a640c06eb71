import { z } from 'zod';
import { SERVICE_IDS } from '../../src/appointments/types.js';

const step = z.union([
  z.string().describe('said, and heard by the recogniser'),
  z.strictObject({ key: z.string() }),
  z.strictObject({ silence: z.literal(true) }),
  z.strictObject({
    pausing: z.array(z.string()).min(2).describe('one sentence, with pauses longer than speechTimeout'),
  }),
]);

/** An appointment as it should stand after the call; what is absent is not looked at. */
const wanted = z.strictObject({
  /** By its sound: nobody on a telephone hears which characters were written. */
  name: z.string(),
  phone: z.string(),
  /** The beginning of its instant: a day, or a day and hour. */
  start: z.string().optional(),
  department: z.string().optional(),
  service: z.enum(SERVICE_IDS).optional(),
});

export const callCase = z.strictObject({
  id: z.string(),
  source: z.string(),
  /** Asked for by the bot, said when it asks; empty where the number dialled tells it. */
  place: z.string(),
  dialled: z.string().optional(),
  steps: z.array(step).min(1),
  /** What the caller says when asked for more: pattern of the question, and what is said each time it is asked. */
  told: z.array(z.tuple([z.string(), z.union([z.string(), z.array(z.string()).min(1)])])).default([]),
  /** Said at the first read-back of an appointment, instead of a yes. */
  corrects: z.string().optional(),
  /** What stands when the call is over; absent where nothing may. */
  booked: z.array(wanted).default([]),
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
export type Wanted = z.infer<typeof wanted>;
