import { sql } from 'kysely';
import type { AppointmentRow } from './appointments.js';
import type { Database } from './database.js';
import { forTaking } from './dialect.js';

/** Takes appointments whose provider has still to be asked, for one worker until `lookAt`. */
export async function claimLooks(
  db: Database,
  { now, lookAt, limit }: { now: string; lookAt: string; limit: number },
): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`
    update appointments set look_at = ${lookAt}
    where id in (
      select id from appointments where look_at <= ${now} and awaits is not null
      order by look_at limit ${limit} ${forTaking(db, 'skip')})
    returning *`.execute(db);
  return rows;
}

/** Booked appointments that start in the span, for reminding. */
export async function startingBetween(
  db: Database,
  { after, until, limit }: { after: string; until: string; limit: number },
): Promise<AppointmentRow[]> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where('status', '=', 'booked')
    .where('starts_at', '>', after)
    .where('starts_at', '<=', until)
    .orderBy('starts_at')
    .limit(limit)
    .execute();
}

/** Appointments long over take no code and no time any more. */
export async function retire(db: Database, endedBefore: string): Promise<void> {
  await db
    .updateTable('appointments')
    .set({ live: 0 })
    .where('live', '=', 1)
    .where('ends_at', '<', endedBefore)
    .execute();
}
