import { sql } from 'kysely';
import type { Database } from './database.js';

/**
 * Takes one of the `most` tries that a key has; the first begins a time that ends at `until`. Null: it may be tried;
 * else until when it may not. Counted before the try is made: of many at once no more than `most` are let through.
 */
export async function takeTry(
  db: Database,
  { key, most, now, until }: { key: string; most: number; now: string; until: string },
): Promise<string | null> {
  const { rows } = await sql<{ count: number; until: string }>`
    insert into tries (key, count, until) values (${key}, 1, ${until})
    on conflict (key) do update set
      count = case when tries.until <= ${now} then 1 else tries.count + 1 end,
      until = case when tries.until <= ${now} then ${until} else tries.until end
    returning count, until`.execute(db);
  const [taken] = rows;
  return taken && taken.count > most ? taken.until : null;
}

/** Takes back what was counted of tries that were right. */
export async function giveTriesBack(db: Database, keys: readonly string[]): Promise<void> {
  await db
    .updateTable('tries')
    .set((e) => ({ count: e('count', '-', 1) }))
    .where('key', 'in', keys)
    .where('count', '>', 0)
    .execute();
}

/** Counts begin again after their time: those that are over need not be kept. */
export async function forgetTries(db: Database, now: string): Promise<void> {
  await db.deleteFrom('tries').where('until', '<=', now).execute();
}
