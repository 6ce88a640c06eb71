import { z } from 'zod';
import { SERVICE_IDS } from '../../src/appointments/types.js';

/** The first sentence of somebody who calls, and what it asks for; `policy` and `other` ask nothing of the booking desk. */
export const opening = z.strictObject({
  text: z.string(),
  task: z.enum(['book', 'cancel', 'reschedule', 'query', 'policy', 'other']),
  /** What is to be booked, where it can be told. */
  service: z.enum(SERVICE_IDS).optional(),
  writer: z.string(),
});

export type Opening = z.infer<typeof opening>;

/** What is answered when it is read back what is about to be done (`to`), and what that means. */
export const agreement = z.strictObject({
  to: z.enum(['book', 'cancel', 'move']),
  text: z.string(),
  means: z.enum(['yes', 'no', 'change', 'other']),
  writer: z.string(),
});

/** What is said once an appointment is booked, and what it asks for. */
export const afterward = z.strictObject({
  text: z.string(),
  task: z.enum(['book', 'cancel', 'reschedule', 'query', 'tell', 'undo', 'other']),
  writer: z.string(),
});

/** What is said to a question of an arrangement (`at`), and whether it gives that up. */
export const leaving = z.strictObject({
  at: z.string(),
  text: z.string(),
  ends: z.boolean(),
  writer: z.string(),
});
