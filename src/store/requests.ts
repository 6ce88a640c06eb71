import type { Database } from './database.js';
import { insert, type Placeholders, statement } from './statement.js';

export interface StoredAnswer {
  body: string;
  /** JSON. */
  answer: string;
}

const answerTo = statement((db, { one }: Placeholders<{ key: string }>) =>
  db.selectFrom('requests').select(['body', 'answer']).where('key', '=', one('key')).compile(),
);

/** What the request with this key was answered; null where it is new. */
export async function findAnswer(db: Database, key: string): Promise<StoredAnswer | null> {
  return (await answerTo(db, { key }))[0] ?? null;
}

/** Throws a unique violation where the key has an answer already. */
export async function recordAnswer(
  db: Database,
  row: { key: string; body: string; answer: string; created_at: string },
): Promise<void> {
  await insert(db, 'requests', row);
}

export async function changeAnswer(db: Database, key: string, answer: string): Promise<void> {
  await db.updateTable('requests').set({ answer }).where('key', '=', key).execute();
}

/** The request may be sent again as though it had never been. */
export async function forgetAnswer(db: Database, key: string): Promise<void> {
  await db.deleteFrom('requests').where('key', '=', key).execute();
}

export async function forgetAnswersBefore(db: Database, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('requests')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
