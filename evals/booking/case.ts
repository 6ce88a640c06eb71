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
  /** Telephones that are told of it besides the patient's. */
  told: z.array(z.string()).optional(),
  status: z.enum(['booked', 'pending']).optional(),
});

/** What a caller may be asked for. */
const ASKED = [
  'region',
  'service',
  'whom',
  'what',
  'where',
  'when',
  'slot',
  'name',
  'phone',
  'id',
  'own',
  'needs',
  'family',
  'which',
  'waiting',
  'confirm',
  'sure',
  'danger',
  'calendar',
  'code',
] as const;

export type Asked = (typeof ASKED)[number];

/** Said in turn, each time it is asked; the last one again and again. */
const answer = z.union([z.string(), z.array(z.string()).min(1)]);

/**
 * One errand of a call: what is said of one's own accord, and what is answered to each question in whatever order it
 * comes. A time that fits `wanted`, or `booked`, is chosen from what is offered; the last answer of `confirm` is said only when
 * what was read back is what it says, else what is wrong is named.
 */
const errand = z.strictObject({
  event: z.enum(['@hangup']).optional(),
  opens: z.array(z.string()).min(1),
  /** What is wanted of this errand, where a later one of the call changes it. */
  wanted: z.array(wanted).optional(),
  answers: z.partialRecord(z.enum(ASKED), answer.nullable()),
});

const common = {
  id: z.string(),
  source: z.string(),
  about: z.string(),
  region: z.string().nullable(),
  caller: z.string().optional(),
  /** The appointments that stand when the call is over. */
  booked: z.array(wanted),
  /** The most turns that it may take; a script of turns may not be longer. */
  most: z.number().int().optional(),
  /** What the last reply says. */
  ends: z.string().optional(),
};

/**
 * A caller with a script. A turn is what is said, or what happens: `@pass 6` minutes go by, `@hangup` the line drops
 * and the same number calls again, `@again` the last turn is done once more from the state before it, `@taken 1`
 * somebody else takes the first of the times just offered. `{code}` stands for the code that was last told,
 * `{tail}` for its last three digits.
 */
const script = z.strictObject({ ...common, turns: z.array(z.string()).min(1) });

/** A caller with a card of facts, who answers what is asked. */
const card = z.strictObject({ ...common, calls: z.array(errand).min(1) });

export const bookingCase = z.union([script, card]);

export type BookingCase = z.infer<typeof bookingCase>;
export type CardCase = z.infer<typeof card>;
export type Errand = z.infer<typeof errand>;
export type Wanted = z.infer<typeof wanted>;
