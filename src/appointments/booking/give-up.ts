import { type AppointmentRow, changeAppointment } from '../../store/appointments.js';
import type { Database } from '../../store/database.js';
import { plusMinutes } from '../instants.js';
import { type Parts, UNDO_MINUTES } from '../parts.js';
import type { AppointmentRef, ProviderRecord } from '../port.js';
import type { CancelReason, Instant } from '../types.js';
import { adapterOf } from './slot.js';

/** The appointment as its adapter knows it. */
export function refOf(provider: ProviderRecord, row: AppointmentRow, now: Instant): AppointmentRef {
  return {
    provider,
    reference: row.reference,
    externalRef: row.external_ref,
    slot: {
      ref: row.slot_id.slice(provider.id.length + 1),
      departmentId: row.department_id,
      start: row.starts_at,
      end: row.ends_at,
      remaining: null,
    },
    now,
  };
}

/**
 * Ends an appointment that stands, in the transaction of its reason. Its place is free with it where the provider is
 * our own; another provider is asked afterwards, until it has heard.
 */
export async function giveUp(
  parts: Parts,
  tx: Database,
  row: AppointmentRow,
  { reason, now }: { reason: CancelReason; now: Instant },
): Promise<void> {
  const provider = await parts.catalogue.provider(row.provider_id);
  const seat = provider && parts.adapters[provider.adapter];
  if (provider && seat && 'within' in seat) await adapterOf(seat, tx).cancel(refOf(provider, row, now));
  const undo = reason === 'person';
  const elsewhere = seat && 'remote' in seat;
  await changeAppointment(tx, row.id, {
    status: 'cancelled',
    live: 0,
    cancel_reason: reason,
    undo_what: undo ? 'cancelling' : null,
    undo_until: undo ? plusMinutes(now, UNDO_MINUTES) : null,
    answer_due: null,
    awaits: elsewhere ? 'cancel' : null,
    look_at: elsewhere ? now : null,
    looks: 0,
  });
}
