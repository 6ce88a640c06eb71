import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { isDeferred } from './statement.js';

/** More statements than the program has; beyond it they are sent unnamed, as those are whose text varies. */
const MOST_NAMED = 200;
const CONNECTIONS = 10;
const PLANNED_ONCE = 'set plan_cache_mode = force_generic_plan';

/**
 * PostgreSQL in few round trips. A statement with parameters is prepared once a connection. In a transaction, what gives
 * nothing back is sent with the next statement that does, or with the commit, and that one throws its fault: after a
 * fault PostgreSQL does nothing more of a transaction.
 */
export class PipelinedPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    pg.types.setTypeParser(pg.types.builtins.INT8, Number);
    const pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      pipeline: true,
      // Whoever met a new connection would wait until the server has one, and has planned every statement again.
      idleTimeoutMillis: 0,
      keepAlive: true,
    });
    // Every statement looks for few rows by a key: to plan it for its arguments costs more than to run it. Not as an
    // option of the connection, which a pooler in between may refuse.
    pool.on('connect', (client) => void client.query(PLANNED_ONCE).catch(() => {}));
    // One that breaks while nobody has it is opened anew when it is next needed.
    pool.on('error', () => {});
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PipelinedDriver(this.#pool);
  }
}

class PipelinedDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #connections = new WeakMap<pg.PoolClient, PipelinedConnection>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect();
    const connection = this.#connections.get(client) ?? new PipelinedConnection(client);
    this.#connections.set(client, connection);
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    own(connection).begin(settings);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).end('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).end('rollback');
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    own(connection).release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

function own(connection: DatabaseConnection): PipelinedConnection {
  if (!(connection instanceof PipelinedConnection)) throw new Error('a connection of another driver');
  return connection;
}

class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #names = new Map<string, string>();
  /** Statements of the transaction that were not waited for. */
  #open: Promise<unknown>[] = [];
  #inTransaction = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    // A connection that breaks is told by the statement that was waited for; the pool opens another.
    client.on('error', () => {});
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    this.#inTransaction = true;
    const modes = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean);
    this.#defer(() => this.#client.query(['begin', ...modes].join(' ')));
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.#inTransaction = false;
    await this.#answered(() => this.#client.query(how));
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#inTransaction && isDeferred(query)) {
      this.#defer(() => this.#send(query));
      return { rows: [] };
    }
    const { command, rowCount, rows } = await this.#answered(() => this.#send<Row>(query));
    return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: rows are read whole everywhere
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('rows are not streamed');
  }

  release(): void {
    this.#client.release();
  }

  #send<Row>({ sql: text, parameters }: CompiledQuery): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
    const values = [...parameters];
    const name = values.length > 0 ? this.#nameOf(text) : undefined;
    return this.#client.query(name === undefined ? { text, values } : { name, text, values });
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_NAMED) return known;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  #defer(send: () => Promise<unknown>): void {
    if (this.#open.length === 0) this.#stream?.cork();
    const sent = send();
    sent.catch(() => {});
    this.#open.push(sent);
  }

  /** Sends what was deferred and the statement in one go; the first fault is the cause of those after it. */
  async #answered<T>(send: () => Promise<T>): Promise<T> {
    const sent = send();
    const open = this.#open.splice(0);
    if (open.length > 0) this.#stream?.uncork();
    sent.catch(() => {});
    for (const earlier of open) await earlier;
    return sent;
  }

  get #stream() {
    return this.#client instanceof pg.Client ? this.#client.connection.stream : null;
  }
}
