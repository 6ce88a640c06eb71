import { sql } from 'kysely';
import type { Database } from './database.js';
import { type Placeholders, statement } from './statement.js';

/**
 * How a row that every turn writes is begun, and moved from the version that was read before, 0 where there was none.
 * False: another turn was written in between. `changed`: what each turn writes; `first`: what only the first does.
 */
export function versioned<Row extends { version: number }>(
  table: 'sessions' | 'calls',
  key: keyof Row & string,
  changed: readonly (keyof Row & string)[],
  first: readonly (keyof Row & string)[] = [],
): (db: Database, row: Row) => Promise<boolean> {
  const columns = [key, ...first, ...changed];
  const begun = statement((db, { one }: Placeholders<Row>) =>
    sql`
      insert into ${sql.table(table)} (version, ${sql.join(columns.map((c) => sql.ref(c)))})
      values (1, ${sql.join(columns.map((c) => one(c)))})
      on conflict do nothing returning version`.compile(db),
  );
  const moved = statement((db, { one }: Placeholders<Row>) =>
    sql`
      update ${sql.table(table)}
      set version = version + 1, ${sql.join(changed.map((c) => sql`${sql.ref(c)} = ${one(c)}`))}
      where ${sql.ref(key)} = ${one(key)} and version = ${one('version')}
      returning version`.compile(db),
  );
  return async (db, row) => (await (row.version === 0 ? begun : moved)(db, row)).length > 0;
}
