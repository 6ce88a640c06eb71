import { CompiledQuery, type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { AppointmentTable } from './appointments-schema.js';
import type { Database } from './database.js';
import { isPostgres } from './dialect.js';
import { deferred, insert, type Placeholders, statement } from './statement.js';

export type AppointmentRow = Selectable<AppointmentTable>;

/** Hashes of what names a person: under every key, so that rows of before a new key are found. */
export interface PersonKeys {
  /** Of name and telephone. */
  patient: readonly string[];
  /** Of the ID number; empty where it is not known. */
  id: readonly string[];
}

/**
 * Whoever books for this person next waits until the transaction is over. On SQLite a transaction has the right to write
 * from its beginning: nobody else books at all.
 */
export async function lockPatient(db: Database, { patient, id }: PersonKeys): Promise<void> {
  if (!isPostgres(db)) return;
  // In one order, so that two bookings with both keys in common cannot each wait for the other.
  const keys = [patient[0], id[0]].filter((key) => key !== undefined).sort();
  for (const key of keys) await deferred(db, CompiledQuery.raw(LOCK, [key]));
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/** A person's appointments that take time or were missed; after {@link lockPatient} none can come between. */
export const appointmentsOfPatient = statement((db, { each }: Placeholders<PersonKeys>) => {
  const ids = each('id');
  return db
    .selectFrom('appointments')
    .select(['id', 'status', 'provider_id', 'starts_at', 'ends_at', 'replaces'])
    .where((e) =>
      e.or([e('patient_key', 'in', each('patient')), ...(ids.length > 0 ? [e('id_key', 'in', ids)] : [])]),
    )
    .where((e) => e.or([e('live', '=', sql.lit(1)), e('status', '=', sql.lit('noshow'))]))
    .compile();
});

/** Throws a unique violation where the code is in use. */
export async function insertAppointment(db: Database, row: Insertable<AppointmentTable>): Promise<void> {
  await insert(db, 'appointments', row);
}

export async function findAppointment(db: Database, id: string): Promise<AppointmentRow | null> {
  return (await db.selectFrom('appointments').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** An appointment, kept from others until the transaction is over; its first statement. */
export async function lockAppointment(db: Database, id: string): Promise<AppointmentRow | null> {
  if (!isPostgres(db)) {
    const row = await db
      .updateTable('appointments')
      .set((e) => ({ looks: e.ref('looks') }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row ?? null;
  }
  const query = db.selectFrom('appointments').selectAll().where('id', '=', id).forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function changeAppointment(
  db: Database,
  id: string,
  change: Updateable<AppointmentTable>,
): Promise<void> {
  await db.updateTable('appointments').set(change).where('id', '=', id).execute();
}

export async function deleteAppointment(db: Database, id: string): Promise<void> {
  await db.deleteFrom('appointments').where('id', '=', id).execute();
}

/** With this code and this patient's or booker's telephone: the one that stands, else the last. */
export async function findByCode(
  db: Database,
  code: string,
  phones: readonly string[],
): Promise<AppointmentRow | null> {
  const row = await db
    .selectFrom('appointments')
    .selectAll()
    .where('code', '=', code)
    .where((e) => e.or([e('phone_key', 'in', phones), e('booker_key', 'in', phones)]))
    .orderBy('live', 'desc')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** That end after `after`, of the patient or booker, by start. */
export async function findByPhone(
  db: Database,
  phones: readonly string[],
  after: string,
): Promise<AppointmentRow[]> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where((e) => e.or([e('phone_key', 'in', phones), e('booker_key', 'in', phones)]))
    .where('live', '=', 1)
    .where('ends_at', '>', after)
    .orderBy('starts_at')
    .limit(50)
    .execute();
}
