import type { Database } from './database.js';

/** Until when no more tries are answered for this key; null while they are. */
export async function barredUntil(
  db: Database,
  { key, most, now }: { key: string; most: number; now: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('tries')
    .select(['count', 'until'])
    .where('key', '=', key)
    .where('until', '>', now)
    .executeTakeFirst();
  return row && row.count >= most ? row.until : null;
}

/** Counts a wrong try; the count begins again after `until`. */
export async function countTry(
  db: Database,
  { key, now, until }: { key: string; now: string; until: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('tries').where('until', '<=', now).execute();
    await tx
      .insertInto('tries')
      .values({ key, count: 1, until })
      .onConflict((c) => c.column('key').doUpdateSet((e) => ({ count: e('tries.count', '+', 1) })))
      .execute();
  });
}
