import type { Selectable } from 'kysely';
import type { DepartmentTable, ProviderTable } from './appointments-schema.js';
import type { Database } from './database.js';

export type ProviderRow = Selectable<ProviderTable>;
export type DepartmentRow = Selectable<DepartmentTable>;

/** All providers and departments: a city has hundreds, not millions. */
export async function readCatalogue(
  db: Database,
): Promise<{ providers: ProviderRow[]; departments: DepartmentRow[] }> {
  const providers = await db.selectFrom('providers').selectAll().orderBy('name').execute();
  const departments = await db.selectFrom('departments').selectAll().orderBy('id').execute();
  return { providers, departments };
}

/** Adds or replaces a provider and its departments; departments that it has no more are removed. */
export async function saveProvider(
  db: Database,
  provider: ProviderRow,
  departments: readonly DepartmentRow[],
): Promise<void> {
  const { id, ...rest } = provider;
  await db
    .insertInto('providers')
    .values(provider)
    .onConflict((c) => c.column('id').doUpdateSet(rest))
    .execute();
  await db.deleteFrom('departments').where('provider_id', '=', id).execute();
  if (departments.length > 0)
    await db
      .insertInto('departments')
      .values([...departments])
      .execute();
}

export interface NewSlot {
  id: string;
  provider_id: string;
  department_id: string;
  session: string;
  starts_at: string;
  ends_at: string;
  capacity: number;
  /** How many of them are the green channel's. */
  green: number;
}

const ROWS = 500;

/** Adds slots with their places; one that is there stays as it is, whoever has its places. Returns how many are new. */
export async function addSlots(db: Database, slots: readonly NewSlot[]): Promise<number> {
  const added = new Set<string>();
  for (let i = 0; i < slots.length; i += ROWS) {
    const rows = slots.slice(i, i + ROWS).map(({ capacity: _, green: __, ...row }) => ({
      ...row,
      withdrawn_at: null,
    }));
    const made = await db
      .insertInto('slots')
      .values(rows)
      .onConflict((c) => c.column('id').doNothing())
      .returning('id')
      .execute();
    for (const { id } of made) added.add(id);
  }
  const places = slots
    .filter(({ id }) => added.has(id))
    .flatMap(({ id, capacity, green }) =>
      Array.from({ length: capacity }, (_, i) => ({
        slot_id: id,
        n: i + 1,
        green: i < green ? 1 : 0,
        closed: 0,
        holder: null,
        held_until: null,
      })),
    );
  for (let i = 0; i < places.length; i += ROWS)
    await db
      .insertInto('places')
      .values(places.slice(i, i + ROWS))
      .execute();
  return added.size;
}
