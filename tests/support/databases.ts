import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { emptyDatabase, startPostgres } from './postgres.js';

/** Runs a suite on SQLite, and on PostgreSQL where there is one. `open` gives an empty database. */
export async function onEachDatabase(
  suite: (name: string, open: () => Promise<Database>) => void,
): Promise<void> {
  suite('SQLite', async () =>
    openDatabase({ file: join(await mkdtemp(join(tmpdir(), 'yiwen-')), 'yiwen.db') }));
  const postgres = await startPostgres();
  describe.skipIf(postgres === null)('with a server', () => {
    afterAll(() => postgres?.stop());
    suite('PostgreSQL', async () => {
      if (postgres === null) throw new Error('no PostgreSQL');
      return openDatabase({ url: await emptyDatabase(postgres.url) });
    });
  });
}
