import { type AppointmentRow, changeAppointment } from '../../store/appointments.js';
import { claimLooks } from '../../store/looks.js';
import { openTask, taskOf } from '../../store/tasks.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { BookOutcome, BookRequest, LookupOutcome } from '../port.js';
import type { Instant } from '../types.js';
import { asked } from './book.js';
import { askToCancel } from './cancel.js';
import { refOf } from './give-up.js';
import { openPerson } from './person.js';
import { serviceIdOf } from './row.js';
import { nextLook, settle } from './settle.js';

/** At a time; the rest waits for the next round. */
const BATCH = 20;
/** How long a worker may take over one batch before another takes it up. */
const CLAIM_MINUTES = 3;
/** After so many looks without an answer a person is asked to ring the provider. */
const LOOKS_ALONE = 6;

/**
 * Settles what providers did not answer: asks what became of it, and asks again for what surely was not done. Returns
 * how many were looked at.
 */
export async function reconcile(parts: Parts): Promise<number> {
  const now = parts.now();
  const rows = await claimLooks(parts.db, { now, lookAt: plusMinutes(now, CLAIM_MINUTES), limit: BATCH });
  for (const row of rows) {
    if (row.awaits === 'cancel') await askToCancel(parts, row.id, false);
    else await settleBooking(parts, row, now);
    if (row.looks + 1 === LOOKS_ALONE) await askWorker(parts, row, now);
  }
  return rows.length;
}

async function settleBooking(parts: Parts, row: AppointmentRow, now: Instant): Promise<void> {
  const provider = await parts.catalogue.provider(row.provider_id);
  const seat = provider && parts.adapters[provider.adapter];
  if (!provider || !seat || !('remote' in seat)) return;
  const found: LookupOutcome = await seat.remote
    .lookup(refOf(provider, row, now))
    .catch(() => ({ outcome: 'unreachable' }) as const);
  const outcome = await becameOf(parts, row, found, now);
  if (outcome === null) {
    await changeAppointment(parts.db, row.id, {
      look_at: plusMinutes(now, nextLook(row.looks)),
      looks: row.looks + 1,
    });
    return;
  }
  const { id, reference } = row;
  await settle(parts, { id, reference, outcome, waits: false, requestKey: null, revived: false, now });
}

/** What the provider makes of the booking by now; null while it cannot be known. */
async function becameOf(
  parts: Parts,
  row: AppointmentRow,
  found: LookupOutcome,
  now: Instant,
): Promise<BookOutcome | null> {
  switch (found.outcome) {
    case 'booked':
    case 'pending':
      return found;
    case 'cancelled':
      return { outcome: 'declined', reason: '' };
    case 'unreachable':
      return null;
    case 'absent': {
      if (row.starts_at <= now) return { outcome: 'declined', reason: '' };
      const request = await requestOf(parts, row, now);
      const seat = request && parts.adapters[request.provider.adapter];
      if (!request || !seat || !('remote' in seat)) return { outcome: 'declined', reason: '' };
      const outcome = await asked(seat.remote, request);
      return outcome.outcome === 'unknown' || outcome.outcome === 'unreachable' ? null : outcome;
    }
  }
}

/** The booking as it was asked for, under the same reference. */
async function requestOf(parts: Parts, row: AppointmentRow, now: Instant): Promise<BookRequest | null> {
  const provider = await parts.catalogue.provider(row.provider_id);
  const department = await parts.catalogue.department(row.department_id);
  if (!provider || !department || row.person === null) return null;
  const { patient, needs, note } = openPerson(parts.seal, row.person);
  const { slot, reference } = refOf(provider, row, now);
  const green = row.green === 1;
  const serviceId = serviceIdOf(row);
  return { provider, department, slot, reference, hold: null, serviceId, green, patient, needs, note, now };
}

/** Hands what no machine could settle to a community worker. */
async function askWorker(parts: Parts, row: AppointmentRow, now: Instant): Promise<void> {
  if (await taskOf(parts.db, row.reference, 'settle')) return;
  const provider = await parts.catalogue.provider(row.provider_id);
  const department = await parts.catalogue.department(row.department_id);
  const person = row.person === null ? null : openPerson(parts.seal, row.person);
  const payload = {
    provider: provider && { name: provider.name, phone: provider.phone },
    department: department?.name ?? null,
    slot: { start: row.starts_at, end: row.ends_at },
    awaits: row.awaits,
    patient: person?.patient ?? null,
  };
  await openTask(
    parts.db,
    {
      id: parts.newId(),
      kind: 'settle',
      subjectId: row.reference,
      phoneKey: row.phone_key,
      payload: parts.seal.close(JSON.stringify(payload)),
      dueAt: plusMinutes(now, SETTLE_MINUTES),
    },
    now,
  );
}

const SETTLE_MINUTES = 60;
