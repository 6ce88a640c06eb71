import type { Database } from './database.js';

/** `draft` is sealed. */
export async function putDraft(
  db: Database,
  row: { phone_key: string; draft: string; until: string },
): Promise<void> {
  const { draft, until } = row;
  await db
    .insertInto('drafts')
    .values(row)
    .onConflict((c) => c.column('phone_key').doUpdateSet({ draft, until }))
    .execute();
}

/** The draft of that telephone, sealed; null where there is none that still counts. */
export async function getDraft(db: Database, keys: readonly string[], now: string): Promise<string | null> {
  const row = await db
    .selectFrom('drafts')
    .select('draft')
    .where('phone_key', 'in', keys)
    .where('until', '>', now)
    .executeTakeFirst();
  return row?.draft ?? null;
}

export async function removeDraft(db: Database, keys: readonly string[]): Promise<void> {
  await db.deleteFrom('drafts').where('phone_key', 'in', keys).execute();
}

export async function removeDraftsBefore(db: Database, now: string): Promise<void> {
  await db.deleteFrom('drafts').where('until', '<=', now).execute();
}
