import type { Database } from './database.js';

/** Live appointments of the patient with this telephone, which are to be given up before the person is forgotten. */
export async function liveOfPatient(db: Database, phones: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('appointments')
    .select('id')
    .where('phone_key', 'in', phones)
    .where('live', '=', 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** Every sealed person. */
export async function sealedPersons(
  db: Database,
  table: 'appointments' | 'waiting',
): Promise<{ id: string; person: string }[]> {
  return db
    .selectFrom(table)
    .select(['id', 'person'])
    .where('person', 'is not', null)
    .$narrowType<{ person: string }>()
    .execute();
}

/** Puts another sealed person in the place of `old`, unless it was changed since. */
export async function reseal(
  db: Database,
  table: 'appointments' | 'waiting',
  { id, old, person }: { id: string; old: string; person: string },
): Promise<void> {
  await db.updateTable(table).set({ person }).where('id', '=', id).where('person', '=', old).execute();
}

/** Rows that name the one who booked, whose part alone is taken out. */
export async function bookedFor(db: Database, phones: readonly string[]) {
  const rows = async (table: 'appointments' | 'waiting') =>
    db
      .selectFrom(table)
      .select(['id', 'person'])
      .where('booker_key', 'in', phones)
      .where((e) => e.or([e('phone_key', 'is', null), e('phone_key', 'not in', phones)]))
      .execute();
  return { appointments: await rows('appointments'), waiting: await rows('waiting') };
}

export async function replacePerson(
  db: Database,
  table: 'appointments' | 'waiting',
  id: string,
  person: string,
): Promise<void> {
  await db.updateTable(table).set({ person, booker_key: null }).where('id', '=', id).execute();
}

const NOBODY = { person: null, phone_key: null, booker_key: null };

/** Takes everything about the person with this telephone out of the store; appointments keep their bare numbers. */
export async function forgetPhone(db: Database, phones: readonly string[]): Promise<number> {
  const gone = await db
    .updateTable('appointments')
    .set({ ...NOBODY, patient_key: null, id_key: null })
    .where('phone_key', 'in', phones)
    .returning('id')
    .execute();
  const waiting = await db
    .updateTable('waiting')
    .set({ ...NOBODY, status: 'left' })
    .where('phone_key', 'in', phones)
    .returning('id')
    .execute();
  await db
    .updateTable('tasks')
    .set({ payload: null, phone_key: null })
    .where('phone_key', 'in', phones)
    .execute();
  const subjects = [...gone, ...waiting].map(({ id }) => id);
  if (subjects.length > 0)
    await db.deleteFrom('outbox').where('subject_id', 'in', subjects).where('status', '!=', 'sent').execute();
  await db.deleteFrom('drafts').where('phone_key', 'in', phones).execute();
  await db.deleteFrom('tries').where('key', 'in', phones).execute();
  return gone.length;
}
