import type { Selectable } from 'kysely';
import type { HoldTable } from './appointments-schema.js';
import type { Database } from './database.js';

export type HoldRow = Selectable<HoldTable>;

export async function insertHold(db: Database, row: HoldRow): Promise<void> {
  await db.insertInto('holds').values(row).execute();
}

export async function findHold(db: Database, id: string): Promise<HoldRow | null> {
  return (await db.selectFrom('holds').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function endHold(
  db: Database,
  id: string,
  status: 'used' | 'released' | 'over',
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('holds')
    .set({ status })
    .where('id', '=', id)
    .where('status', '=', 'held')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Writes down which holds have ended and frees their places: from then on no clock that goes back can make them good
 * again. Ended holds that are older than `forget` are removed.
 */
export async function endHolds(db: Database, now: string, forget: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('holds')
      .set({ status: 'over' })
      .where('status', '=', 'held')
      .where('until', '<=', now)
      .executeTakeFirst();
    await tx
      .updateTable('places')
      .set({ holder: null, held_until: null })
      .where('held_until', '<=', now)
      .execute();
    await tx.deleteFrom('holds').where('until', '<', forget).where('status', '!=', 'held').execute();
    return Number(numUpdatedRows);
  });
}
