import { z } from 'zod';

/** The first sentence of somebody who calls, and what it asks for; `policy` and `other` ask nothing of the booking desk. */
export const opening = z.strictObject({
  text: z.string(),
  task: z.enum(['book', 'cancel', 'reschedule', 'query', 'policy', 'other']),
  writer: z.string(),
});

export type Opening = z.infer<typeof opening>;
