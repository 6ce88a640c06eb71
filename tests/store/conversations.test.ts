import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { conversationsContract } from '../contracts/conversations.js';
import { emptyDatabase, startPostgres } from '../support/postgres.js';

conversationsContract('SQLite', async () =>
  openDatabase({ file: join(await mkdtemp(join(tmpdir(), 'yiwen-')), 'yiwen.db') }),
);

const postgres = await startPostgres();

describe.skipIf(postgres === null)('with a server', () => {
  afterAll(() => postgres?.stop());
  conversationsContract('PostgreSQL', async () => {
    if (postgres === null) throw new Error('no PostgreSQL');
    return openDatabase({ url: await emptyDatabase(postgres.url) });
  });
});
