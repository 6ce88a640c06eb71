import type { Selectable, Updateable } from 'kysely';
import type { WaitingTable } from './appointments-schema.js';
import type { Database } from './database.js';

export type WaitingRow = Selectable<WaitingTable>;

export async function insertWaiting(db: Database, row: WaitingRow): Promise<void> {
  await db.insertInto('waiting').values(row).execute();
}

export async function findWaiting(db: Database, id: string): Promise<WaitingRow | null> {
  return (await db.selectFrom('waiting').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Changes an entry that is in `from`; false when it is not, so that of two who try one succeeds. */
export async function moveWaiting(
  db: Database,
  id: string,
  from: WaitingRow['status'],
  change: Updateable<WaitingTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('waiting')
    .set(change)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those who wait for a time that is still to come, the longest waiting first. */
export async function queue(db: Database, now: string, limit: number): Promise<WaitingRow[]> {
  return db
    .selectFrom('waiting')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('to_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Offers nobody took in time go back to waiting; entries whose time is past are over. */
export async function endOffers(db: Database, now: string): Promise<void> {
  await db
    .updateTable('waiting')
    .set({ status: 'waiting', hold_id: null, offered_until: null })
    .where('status', '=', 'offered')
    .where('offered_until', '<=', now)
    .execute();
  await db
    .updateTable('waiting')
    .set({ status: 'over' })
    .where('status', '=', 'waiting')
    .where('to_at', '<=', now)
    .execute();
}

export async function offersTo(db: Database, phones: readonly string[], now: string): Promise<WaitingRow[]> {
  return db
    .selectFrom('waiting')
    .selectAll()
    .where((e) => e.or([e('phone_key', 'in', phones), e('booker_key', 'in', phones)]))
    .where('status', '=', 'offered')
    .where('offered_until', '>', now)
    .orderBy('offered_until')
    .execute();
}
