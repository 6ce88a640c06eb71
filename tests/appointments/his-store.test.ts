import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import {
  changeOrder,
  countSeats,
  findOrder,
  forgetOrder,
  forgetOrdersBefore,
  freeSeats,
  hasSeat,
  keepSeat,
  recordOrder,
} from '../../src/store/registrations.js';
import { emptyDatabase, startPostgres, type TestPostgres } from '../support/postgres.js';
import { fresh } from './fhir-hospital.js';
import { emptyStore } from './his-hospital.js';

const postgres: TestPostgres | null = await startPostgres();
afterAll(() => postgres?.stop());

const databases: [string, () => Promise<Database>][] = [
  ['SQLite', emptyStore],
  ...(postgres === null
    ? []
    : [
        [
          'PostgreSQL',
          async () => {
            const db = await openDatabase({ url: await emptyDatabase(postgres.url) });
            await migrate(db);
            return db;
          },
        ] satisfies [string, () => Promise<Database>],
      ]),
];

const NOW = '2026-11-22T10:00:00+08:00';
const UNTIL = '2026-11-22T10:05:00+08:00';

describe.each(databases)('seats and orders on %s', (_name, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  }, 60_000);
  afterAll(() => db?.destroy());

  const keep = (slotId: string, holder: string, left: number, now = NOW) =>
    keepSeat(db, { slotId, holder, until: UNTIL, now, left });

  it('keeps as many seats as are left, whoever runs for them', async () => {
    const slotId = fresh('slot');
    const kept = await Promise.all(Array.from({ length: 20 }, () => keep(slotId, fresh('hold'), 3)));
    expect(kept.filter(Boolean)).toHaveLength(3);
    expect(await countSeats(db, [slotId, fresh('slot')], NOW)).toEqual(new Map([[slotId, 3]]));
    expect(await keep(slotId, fresh('hold'), 0)).toBe(false);
  });

  it('gives a holder one seat, frees it, and lets it end', async () => {
    const slotId = fresh('slot');
    const holder = fresh('hold');
    expect([await keep(slotId, holder, 2), await keep(slotId, holder, 2)]).toEqual([true, true]);
    expect(await countSeats(db, [slotId], NOW)).toEqual(new Map([[slotId, 1]]));
    expect(await hasSeat(db, { slotId, holder, now: NOW })).toBe(true);
    expect(await hasSeat(db, { slotId, holder, now: UNTIL })).toBe(false);
    expect(await countSeats(db, [slotId], UNTIL)).toEqual(new Map());
    await freeSeats(db, [holder]);
    expect(await hasSeat(db, { slotId, holder, now: NOW })).toBe(false);
    expect(await keep(slotId, fresh('hold'), 1)).toBe(true);
    expect(await keep(slotId, fresh('hold'), 1, UNTIL)).toBe(true);
  });

  it('writes an order down once', async () => {
    const reference = fresh('order');
    const order = { reference, providerId: 'zz', now: NOW };
    const firsts = await Promise.all(Array.from({ length: 10 }, () => recordOrder(db, order)));
    expect(firsts.filter(Boolean)).toHaveLength(1);
    expect(await findOrder(db, reference)).toMatchObject({ status: 'sent', external_ref: null });
    await changeOrder(db, reference, { status: 'booked', external_ref: 'R1' });
    expect(await findOrder(db, reference)).toMatchObject({ status: 'booked', external_ref: 'R1' });
    await forgetOrder(db, reference);
    expect(await findOrder(db, reference)).toBeNull();
  });

  it('forgets what is old', async () => {
    const [old, kept] = [fresh('order'), fresh('order')];
    await recordOrder(db, { reference: old, providerId: 'zz', now: '2025-01-01T10:00:00+08:00' });
    await recordOrder(db, { reference: kept, providerId: 'zz', now: NOW });
    await forgetOrdersBefore(db, '2026-01-01T00:00:00+08:00');
    expect([await findOrder(db, old), await findOrder(db, kept)]).toEqual([null, expect.anything()]);
  });
});
