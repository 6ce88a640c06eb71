import { findAppointment, lockAppointment } from '../../store/appointments.js';
import { retrying } from '../../store/retry.js';
import { insertWaiting, type WaitingRow } from '../../store/waiting.js';
import { appointmentsIn, closeSlots, type Withdrawal } from '../../store/withdraw.js';
import { plusDays, plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { Instant } from '../types.js';
import { askToCancel } from './cancel.js';
import { giveUp } from './give-up.js';
import { openPerson } from './person.js';
import { alternativesTo, findPlace } from './slot.js';
import { tell } from './tell.js';
import { offerSlot } from './waiting.js';

/** How long another place is kept for somebody whose session was withdrawn, in minutes: they have to be reached first. */
const KEPT_MINUTES = 240;

export interface Withdrawn {
  slots: number;
  /** How many people were told. */
  told: number;
  /** For how many of them another place is kept. */
  offered: number;
}

/**
 * 停诊: what a department would have given in a span of time is withdrawn. Everyone is told, and for each another place
 * is kept, the nearest in time, that they can take with a word.
 */
export async function withdrawSession(parts: Parts, withdrawal: Withdrawal): Promise<Withdrawn> {
  const now = parts.now();
  const slots = await retrying(() => parts.db.transaction().execute((tx) => closeSlots(tx, withdrawal, now)));
  const rows = await appointmentsIn(parts.db, withdrawal);
  let told = 0;
  let offered = 0;
  for (const { id } of rows) {
    const entry = await retrying(() => withdrawOne(parts, id, now));
    if (entry === null) continue;
    told++;
    await askToCancel(parts, id, true);
    if (await offerNearest(parts, entry, now)) offered++;
  }
  return { slots, told, offered };
}

/** Gives the appointment up, puts the person on the waiting list and tells them: all of it, or nothing. */
function withdrawOne(parts: Parts, id: string, now: Instant): Promise<WaitingRow | null> {
  return parts.db.transaction().execute(async (tx) => {
    const row = await lockAppointment(tx, id);
    if (row === null || row.live === 0) return null;
    await giveUp(parts, tx, row, { reason: 'withdrawn', now });
    const entry: WaitingRow = {
      id: parts.newId(),
      status: 'waiting',
      service_id: row.service_id,
      provider_id: row.provider_id,
      department_id: row.department_id,
      from_at: now,
      to_at: plusDays(row.starts_at, 30),
      phone_key: row.phone_key,
      booker_key: row.booker_key,
      person: row.person,
      hold_id: null,
      offered_until: null,
      appointment_id: row.id,
      created_at: now,
    };
    await insertWaiting(tx, entry);
    if (row.person !== null) {
      const person = openPerson(parts.seal, row.person);
      const subject = { waiting: entry.id };
      const dueAt = plusMinutes(now, TOLD_AFTER_MINUTES);
      await tell(tx, { subject, person, kind: 'withdrawn', once: row.reference, dueAt, now });
    }
    return entry;
  });
}

/** The message leaves after another place was looked for, so that one message says both. */
const TOLD_AFTER_MINUTES = 1;

async function offerNearest(parts: Parts, entry: WaitingRow, now: Instant): Promise<boolean> {
  const row = entry.appointment_id === null ? null : await findAppointment(parts.db, entry.appointment_id);
  if (row === null) return false;
  const found = await findPlace(parts, row.slot_id, now);
  const others = 'place' in found ? await alternativesTo(parts, found.place, row.green === 1, now) : [];
  for (const other of others)
    if (await offerSlot(parts, entry, { slotId: other.id, minutes: KEPT_MINUTES, told: true })) return true;
  return false;
}
