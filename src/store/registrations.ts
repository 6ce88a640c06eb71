import { type Kysely, type Migration, sql } from 'kysely';
import type { Database } from './database.js';

// What a hospital's registration platform (his) does not keep for us: who is choosing, and what was sent. No personal
// data: `reference` is our own name for a hold or an appointment.

/** A place at a platform that is kept from our other callers; the platform itself knows of no holds. */
interface RegistrationSeatTable {
  slot_id: string;
  /** From 1 to as many as the platform says are left. */
  n: number;
  holder: string;
  until: string;
}

/** An order: written before it is sent, so that it is sent once, and what came of it. */
export interface RegistrationOrderTable {
  reference: string;
  provider_id: string;
  sent_at: string;
  status: 'sent' | 'booked' | 'cancelled';
  /** The platform's name for it. */
  external_ref: string | null;
  /** JSON: what the person is told. */
  confirmation: string | null;
}

export interface RegistrationsSchema {
  registration_seats: RegistrationSeatTable;
  registration_orders: RegistrationOrderTable;
}

export const registrationsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('registration_seats')
      .addColumn('slot_id', 'text', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('until', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('registration_seats_once', ['slot_id', 'n'])
      .execute();
    await db.schema
      .createIndex('registration_seats_holder')
      .on('registration_seats')
      .column('holder')
      .execute();
    await db.schema
      .createTable('registration_orders')
      .addColumn('reference', 'text', (c) => c.primaryKey())
      .addColumn('provider_id', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('external_ref', 'text')
      .addColumn('confirmation', 'text')
      .execute();
    await db.schema
      .createIndex('registration_orders_sent')
      .on('registration_orders')
      .column('sent_at')
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('registration_orders').execute();
    await db.schema.dropTable('registration_seats').execute();
  },
};

/** Seats of each slot that are kept at the moment. */
export async function countSeats(
  db: Database,
  slotIds: readonly string[],
  now: string,
): Promise<Map<string, number>> {
  if (slotIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration_seats')
    .select((e) => ['slot_id', e.fn.countAll<number>().as('kept')])
    .where('slot_id', 'in', slotIds)
    .where('until', '>', now)
    .groupBy('slot_id')
    .execute();
  return new Map(rows.map((row) => [row.slot_id, row.kept]));
}

/** Whether the holder has a seat in the slot that is still kept. */
export async function hasSeat(
  db: Database,
  seat: { slotId: string; holder: string; now: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('registration_seats')
    .select('n')
    .where('slot_id', '=', seat.slotId)
    .where('holder', '=', seat.holder)
    .where('until', '>', seat.now)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Keeps one of the seats 1 to `left`, or the one that the holder has. False when all are kept. A row is a seat: of
 * many who want the last one, one has it.
 */
export async function keepSeat(
  db: Database,
  seat: { slotId: string; holder: string; until: string; now: string; left: number },
): Promise<boolean> {
  const { slotId, holder, until, now, left } = seat;
  const { numUpdatedRows } = await db
    .updateTable('registration_seats')
    .set({ until })
    .where('slot_id', '=', slotId)
    .where('holder', '=', holder)
    .where('until', '>', now)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  for (let n = 1; n <= left; n++) {
    const { rows } = await sql`
      insert into registration_seats (slot_id, n, holder, until) values (${slotId}, ${n}, ${holder}, ${until})
      on conflict (slot_id, n) do update set holder = excluded.holder, until = excluded.until
        where registration_seats.until <= ${now}
      returning n`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

export async function freeSeats(db: Database, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return;
  await db.deleteFrom('registration_seats').where('holder', 'in', holders).execute();
}

/** Writes down that it is about to be sent. False when that was written before: then it may have been. */
export async function recordOrder(
  db: Database,
  order: { reference: string; providerId: string; now: string },
): Promise<boolean> {
  const made = await db
    .insertInto('registration_orders')
    .values({
      reference: order.reference,
      provider_id: order.providerId,
      sent_at: order.now,
      status: 'sent',
      external_ref: null,
      confirmation: null,
    })
    .onConflict((c) => c.column('reference').doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findOrder(db: Database, reference: string): Promise<RegistrationOrderTable | null> {
  const row = await db
    .selectFrom('registration_orders')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row ?? null;
}

export async function changeOrder(
  db: Database,
  reference: string,
  change: Partial<Omit<RegistrationOrderTable, 'reference' | 'provider_id'>>,
): Promise<void> {
  await db.updateTable('registration_orders').set(change).where('reference', '=', reference).execute();
}

/** Of an order that surely was not taken: it may be sent again. */
export async function forgetOrder(db: Database, reference: string): Promise<void> {
  await db.deleteFrom('registration_orders').where('reference', '=', reference).execute();
}

/** Orders and seats that nobody will ask about any more. */
export async function forgetOrdersBefore(db: Database, before: string): Promise<void> {
  await db.deleteFrom('registration_orders').where('sent_at', '<', before).execute();
  await db.deleteFrom('registration_seats').where('until', '<', before).execute();
}
