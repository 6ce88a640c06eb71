import type { Selectable } from 'kysely';
import type { HoldTable } from './appointments-schema.js';
import type { Database } from './database.js';
import { deferred, type Placeholders, statement } from './statement.js';

export type HoldRow = Selectable<HoldTable>;

export async function insertHold(db: Database, row: HoldRow): Promise<void> {
  await db.insertInto('holds').values(row).execute();
}

const holdBy = statement((db, { one }: Placeholders<{ id: string }>) =>
  db.selectFrom('holds').selectAll().where('id', '=', one('id')).compile(),
);

export async function findHold(db: Database, id: string): Promise<HoldRow | null> {
  return (await holdBy(db, { id }))[0] ?? null;
}

const ending = (db: Database, id: string, status: 'used' | 'released') =>
  db.updateTable('holds').set({ status }).where('id', '=', id).where('status', '=', 'held');

/** Its place is an appointment's now. */
export async function spendHold(db: Database, id: string): Promise<void> {
  await deferred(db, ending(db, id, 'used').compile());
}

/** False where it has ended already. */
export async function releaseHold(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ending(db, id, 'released').executeTakeFirst();
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
