import type { Database } from '../../store/database.js';
import { enqueue } from '../../store/outbox.js';
import type { Instant, Told } from '../types.js';
import type { Person } from './person.js';

/** What people are told of. The words are made when a message leaves, from what is true by then. */
export const MESSAGE_KINDS = [
  'booked',
  'pending',
  'declined',
  'cancelled',
  'rescheduled',
  'not-cancelled',
  'withdrawn',
  'offer',
  'reminder-day',
  'reminder-hours',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type Subject = { appointment: string } | { waiting: string };

/** Whom to tell: the patient, the one who booked where they are reached by another number, and of the family. */
function toBeTold({ patient, bookedBy, tellBooker, family }: Person): Told[] {
  const both = bookedBy !== null && tellBooker && bookedBy.phone !== patient.phone;
  return ['patient', ...(both ? (['booker'] as const) : []), ...family.map((_, i) => `family-${i}` as const)];
}

/**
 * Puts messages in the outbox, in the transaction that makes them true. `once` names the event: the same event is told
 * once. `to`: all who are to be told, where absent.
 */
export async function tell(
  db: Database,
  message: {
    subject: Subject;
    person: Person;
    kind: MessageKind;
    once: string;
    dueAt: Instant;
    now: Instant;
    to?: readonly Told[];
  },
): Promise<void> {
  const { subject, person, kind, once, dueAt, now, to = toBeTold(person) } = message;
  const [name, id] =
    'appointment' in subject ? ['appointment', subject.appointment] : ['waiting', subject.waiting];
  const rows = to.map((told) => ({
    id: `${id}:${kind}:${told}:${once}`,
    subject: name,
    subjectId: id,
    kind,
    told,
    dueAt,
  }));
  await enqueue(db, rows, now);
}
