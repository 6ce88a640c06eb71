import type { AppointmentRow } from './appointments.js';
import type { Database } from './database.js';

export interface Withdrawal {
  providerId: string;
  departmentId: string;
  /** Inclusive. */
  from: string;
  /** Exclusive. */
  to: string;
}

/**
 * Closes the slots that start in the span. Whoever is taking a place of them at this moment has it before this returns,
 * and nobody takes one after it: their appointments are all found by {@link appointmentsIn}.
 */
export async function closeSlots(db: Database, w: Withdrawal, now: string): Promise<number> {
  const slots = await db
    .updateTable('slots')
    .set({ withdrawn_at: now })
    .where('provider_id', '=', w.providerId)
    .where('department_id', '=', w.departmentId)
    .where('starts_at', '>=', w.from)
    .where('starts_at', '<', w.to)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of slots)
    await db.updateTable('places').set({ closed: 1 }).where('slot_id', '=', id).execute();
  return slots.length;
}

export async function appointmentsIn(db: Database, w: Withdrawal): Promise<AppointmentRow[]> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where('provider_id', '=', w.providerId)
    .where('department_id', '=', w.departmentId)
    .where('starts_at', '>=', w.from)
    .where('starts_at', '<', w.to)
    .where('live', '=', 1)
    .orderBy('starts_at')
    .execute();
}
