import { copyFileSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/store/database.js';

/** More than are written between two checkpoints. */
const WRITES = 3000;

/** How many rows the database file has by itself, without the log beside it. */
function rowsWithoutLog(file: string): number {
  const copy = join(mkdtempSync(join(tmpdir(), 'yiwen-')), 'copy.db');
  copyFileSync(file, copy);
  const database = new Sqlite(copy);
  try {
    return database.prepare<[], { n: number }>('select count(*) as n from said').get()?.n ?? 0;
  } catch {
    // The table itself is in the log still.
    return 0;
  } finally {
    database.close();
  }
}

it('brings what was written into the database while it serves, and closes with all of it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yiwen-')), 'yiwen.db');
  const db = await openDatabase({ file });
  await sql`create table said (n integer)`.execute(db);
  await Promise.all(
    Array.from({ length: WRITES }, (_, n) =>
      db.transaction().execute((tx) => sql`insert into said values (${n})`.execute(tx)),
    ),
  );
  await vi.waitFor(() => expect(rowsWithoutLog(file)).toBeGreaterThan(0), { timeout: 20_000, interval: 100 });
  await sql`insert into said values (-1)`.execute(db);
  await db.destroy();
  expect(rowsWithoutLog(file)).toBe(WRITES + 1);
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })).toBeUndefined();
}, 60_000);
