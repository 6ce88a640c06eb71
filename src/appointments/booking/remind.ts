import { startingBetween } from '../../store/looks.js';
import { DAY_MINUTES, plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import { openPerson } from './person.js';
import { type MessageKind, tell } from './tell.js';

/** How long before the start each reminder is due, and until when it still makes sense, in minutes. */
const REMINDERS: readonly { kind: MessageKind; before: number; notAfter: number }[] = [
  { kind: 'reminder-day', before: DAY_MINUTES, notAfter: DAY_MINUTES / 2 },
  { kind: 'reminder-hours', before: 120, notAfter: 30 },
];

const BATCH = 500;

/**
 * Puts the reminders that are due in the outbox: once each, whoever else does the same. Somebody who has just booked
 * has been told and is not reminded of it. Returns how many appointments were looked at.
 */
export async function remind(parts: Parts): Promise<number> {
  const now = parts.now();
  let seen = 0;
  for (const { kind, before, notAfter } of REMINDERS) {
    const span = { after: plusMinutes(now, notAfter), until: plusMinutes(now, before) };
    const rows = await startingBetween(parts.db, { ...span, limit: BATCH });
    for (const row of rows) {
      const due = plusMinutes(row.starts_at, -before);
      if (row.person === null || row.created_at > due) continue;
      const person = openPerson(parts.seal, row.person);
      const subject = { appointment: row.id };
      await tell(parts.db, { subject, person, kind, once: row.starts_at, dueAt: now, now });
    }
    seen += rows.length;
  }
  return seen;
}
