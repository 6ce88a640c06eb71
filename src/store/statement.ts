import { type CompiledQuery, type Insertable, type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';
import { isPostgres } from './dialect.js';
import type { Schema } from './schema.js';

/** Stands in a compiled statement for an argument, or for one of a list. */
class Parameter {
  constructor(
    readonly name: PropertyKey,
    readonly index: number | null,
  ) {}
}

export interface Placeholders<Args> {
  one<K extends keyof Args>(name: K): RawBuilder<Args[K]>;
  /** As many as the list has that is given with the first arguments of that shape. */
  each<K extends keyof Args>(name: K): RawBuilder<Args[K] extends readonly (infer Item)[] ? Item : never>[];
}

/**
 * A statement whose text is made once for each kind of database and each length of the lists among its arguments, and
 * not at each call: making it costs more than running it. Its arguments change no more of it than its parameters.
 */
export function statement<Args extends object, Row>(
  build: (db: Database, placeholders: Placeholders<Args>) => CompiledQuery<Row>,
): (db: Database, args: Args) => Promise<Row[]> {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return async (db, args) => {
    const lists = Object.values(args).flatMap((value) => (Array.isArray(value) ? [value.length] : []));
    const shape = `${isPostgres(db)} ${lists.join()}`;
    const known = compiled.get(shape) ?? build(db, placeholdersOf(args));
    compiled.set(shape, known);
    return (await db.executeQuery<Row>({ ...known, parameters: argumentsOf(known, args) })).rows;
  };
}

function placeholdersOf<Args extends object>(args: Args): Placeholders<Args> {
  const placeholder = (name: PropertyKey, index: number | null) => sql<never>`${new Parameter(name, index)}`;
  return {
    one: (name) => placeholder(name, null),
    each: (name) => Array.from(Object(args[name]), (_, i) => placeholder(name, i)),
  };
}

function argumentsOf({ parameters }: CompiledQuery, args: object): unknown[] {
  return parameters.map((parameter) => {
    if (!(parameter instanceof Parameter)) return parameter;
    const value: unknown = Reflect.get(args, parameter.name);
    return parameter.index === null || !Array.isArray(value) ? value : value[parameter.index];
  });
}

/**
 * A statement that gives nothing back. In a transaction on PostgreSQL it is sent with the next one, and its fault is
 * thrown by that one or by the commit; elsewhere it is done when its promise resolves.
 */
interface DeferredQuery extends CompiledQuery {
  deferred: true;
}

export const isDeferred = (query: CompiledQuery): query is DeferredQuery => 'deferred' in query;

export async function deferred(db: Database, query: CompiledQuery): Promise<void> {
  const marked: DeferredQuery = { ...query, deferred: true };
  await db.executeQuery(marked);
}

const inserts = new Map<string, CompiledQuery>();

/** Inserts a row, {@link DeferredQuery deferred}; `again`: what is done where its key is there already. */
export async function insert<Table extends keyof Schema & string>(
  db: Database,
  table: Table,
  row: Insertable<Schema[Table]>,
  again: 'throw' | 'skip' = 'throw',
): Promise<void> {
  const columns = Object.keys(row);
  const shape = `${isPostgres(db)} ${again} ${table} ${columns.join()}`;
  const known = inserts.get(shape) ?? insertion(db, table, columns, again);
  inserts.set(shape, known);
  await deferred(db, { ...known, parameters: argumentsOf(known, row) });
}

function insertion(
  db: Database,
  table: string,
  columns: readonly string[],
  again: 'throw' | 'skip',
): CompiledQuery {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => new Parameter(column, null)));
  const otherwise = again === 'skip' ? sql`on conflict do nothing` : sql``;
  return sql`insert into ${sql.table(table)} (${names}) values (${values}) ${otherwise}`.compile(db);
}
