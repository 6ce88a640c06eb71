import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import type { Schema } from './schema.js';

export type Database = Kysely<Schema>;

/**
 * Opens SQLite in a file, or PostgreSQL by its address. On both a write is on the disk when its promise resolves:
 * what was answered is kept before the answer goes out. `memory`: SQLite of which nothing is kept.
 */
export async function openDatabase(at: { file: string } | { url: string } | 'memory'): Promise<Database> {
  if (at === 'memory') {
    const { default: Sqlite } = await import('better-sqlite3');
    return new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Sqlite(':memory:') }) });
  }
  if ('url' in at) {
    const { PipelinedPostgresDialect } = await import('./postgres.js');
    return new Kysely<Schema>({ dialect: new PipelinedPostgresDialect(at.url) });
  }
  const { default: Sqlite } = await import('better-sqlite3');
  const { DurableSqliteDialect } = await import('./sqlite.js');
  mkdirSync(dirname(at.file), { recursive: true });
  const database = new Sqlite(at.file);
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  return new Kysely<Schema>({ dialect: new DurableSqliteDialect(database) });
}
