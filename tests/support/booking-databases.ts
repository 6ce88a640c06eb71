import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Asked } from './booking-invariant.js';

/** A database for servers of a test, and a way to ask it that is none of theirs. */
export interface LoadDatabase extends Asked {
  env: Record<string, string>;
  close(): Promise<void>;
}

const dataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yiwen-load-'));
const KEY = 'ab'.repeat(32);

export async function sqliteForLoad(): Promise<LoadDatabase> {
  const folder = await dataFolder();
  let db: Sqlite.Database | null = null;
  return {
    env: { YIWEN_DATA: folder, YIWEN_KEY: KEY },
    answered: "answer ->> '$.id'",
    async ask(sql) {
      db ??= new Sqlite(join(folder, 'yiwen.db'), { readonly: true });
      return db.prepare<[], Record<string, unknown>>(sql).all();
    },
    async close() {
      db?.close();
    },
  };
}

export async function postgresForLoad(url: string): Promise<LoadDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  return {
    env: { YIWEN_DATA: await dataFolder(), YIWEN_KEY: KEY, DATABASE_URL: url },
    answered: "cast(answer as jsonb) ->> 'id'",
    ask: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
    close: () => pool.end(),
  };
}
