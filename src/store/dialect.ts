import { type Kysely, type RawBuilder, sql } from 'kysely';

export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter.supportsTransactionalDdl;
}

/**
 * Ends a select of rows that are about to be taken. PostgreSQL passes over those that another transaction is taking,
 * or waits for it; SQLite has one writer at a time.
 */
export function forTaking<T>(db: Kysely<T>, others: 'skip' | 'wait'): RawBuilder<unknown> {
  if (!isPostgres(db)) return sql``;
  return others === 'skip' ? sql`for update skip locked` : sql`for update`;
}
