import { z } from 'zod';
import { SERVICE_IDS } from '../../src/appointments/types.js';

/** An appointment as it should stand at the end; what is absent is not looked at. */
const wanted = z.strictObject({
  name: z.string(),
  phone: z.string(),
  /** The beginning of its instant: a day, or a day and hour. */
  start: z.string(),
  provider: z.string().optional(),
  department: z.string().optional(),
  service: z.enum(SERVICE_IDS).optional(),
  needs: z.array(z.string()).optional(),
  bookedBy: z.string().optional(),
  status: z.enum(['booked', 'pending']).optional(),
});

/**
 * A caller with a script. A turn is what is said, or what happens: `@pass 6` minutes go by, `@hangup` the line drops
 * and the same number calls again, `@again` the last turn is done once more from the state before it, `@taken 1`
 * somebody else takes the first of the times just offered. `{code}` stands for the code that was last told.
 */
export const bookingCase = z.strictObject({
  id: z.string(),
  source: z.string(),
  about: z.string(),
  region: z.string().nullable(),
  caller: z.string().optional(),
  turns: z.array(z.string()).min(1),
  /** The appointments that stand when the script is over. */
  booked: z.array(wanted),
  /** The most turns that it may take; the script may not be longer. */
  most: z.number().int().optional(),
  /** What the last reply says. */
  ends: z.string().optional(),
});

export type BookingCase = z.infer<typeof bookingCase>;
export type Wanted = z.infer<typeof wanted>;
