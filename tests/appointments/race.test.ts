import { afterAll, describe, expect, it } from 'vitest';
import { bookRoughly, seeded } from '../support/booking-cluster.js';
import { type LoadDatabase, postgresForLoad, sqliteForLoad } from '../support/booking-databases.js';
import { emptyDatabase, startPostgres } from '../support/postgres.js';

/** Many people, few places, servers killed: small here, in full by `npm run bench:booking`. */
const small = { clients: 16, people: 120, size: { departments: 2, days: 2, slotsADay: 8, places: 4 } };

async function race(database: LoadDatabase, servers: number, attempts: number): Promise<void> {
  const random = seeded(5);
  const rough = { ...small, servers, attempts, rough: true, random, kills: [300, 1500] as [number, number] };
  const { told, wrong, kills } = await bookRoughly(rough, database);
  await database.close();
  expect(wrong).toEqual([]);
  expect(kills).toBeGreaterThan(0);
  expect(told.booked.size).toBeGreaterThan(100);
  expect(told.refused.get('slot-taken') ?? 0).toBeGreaterThan(50);
  expect(told.refused.get('patient-busy') ?? 0).toBeGreaterThan(0);
}

describe('booking under races, retries and kills', () => {
  it('loses and doubles nothing on SQLite', async () => {
    await race(await sqliteForLoad(), 1, 900);
  }, 180_000);
});

const postgres = await startPostgres();

describe.skipIf(postgres === null)('with a server', () => {
  afterAll(() => postgres?.stop());

  it('loses and doubles nothing with three servers over PostgreSQL', async () => {
    if (postgres === null) throw new Error('no PostgreSQL');
    await race(await postgresForLoad(await emptyDatabase(postgres.url)), 3, 900);
  }, 240_000);
});
