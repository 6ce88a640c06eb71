import { type FileHandle, open } from 'node:fs/promises';
import type Sqlite from 'better-sqlite3';
import { type DatabaseConnection, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely';
import { Checkpoints } from './checkpoints.js';

/** More statements than the program has; a bound for those whose text depends on their arguments. */
const MAX_STATEMENTS = 200;

/**
 * SQLite of which every write is on the disk when its promise resolves. Transactions that come together are committed
 * together: each is a savepoint of one, which stands or falls alone. Commits go to the write-ahead log, and one
 * `fdatasync` off the main thread covers all that were made before it (group commit). That promises what
 * `synchronous=FULL` promises, which would hold up every other conversation for one disk write a turn.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #database: Sqlite.Database;
  readonly #log: WriteAheadLog;

  constructor(database: Sqlite.Database) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    // A checkpoint waits for the disk: it is made on another thread.
    database.pragma('wal_autocheckpoint = 0');
    const log = new WriteAheadLog(database.name);
    const config = { database: watched(database, log) };
    super(config);
    this.#config = config;
    this.#database = database;
    this.#log = log;
  }

  override createDriver(): SqliteDriver {
    return new DurableDriver(this.#config, this.#database, this.#log);
  }
}

const CACHE_KIB = 8192;
/** So many transactions at most wait for one commit. */
const MOST_TOGETHER = 32;

/** Transactions that are committed together. */
interface Group extends Deferred {
  members: number;
}

/** A promise that is settled from outside. */
interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

function deferred(): Deferred {
  let resolve = (): void => {};
  let reject = (_error: unknown): void => {};
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

class DurableDriver extends SqliteDriver {
  readonly #database: Sqlite.Database;
  readonly #log: WriteAheadLog;
  /** Resolves when the last of those who asked for the connection has let it go: first come, first served. */
  #last: Promise<void> = Promise.resolve();
  #letGo: () => void = () => {};
  #waiting = 0;
  #group: Group | null = null;

  constructor(config: SqliteDialectConfig, database: Sqlite.Database, log: WriteAheadLog) {
    super(config);
    this.#database = database;
    this.#log = log;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    const mine = deferred();
    this.#last = mine.promise;
    this.#waiting++;
    await before;
    this.#waiting--;
    this.#letGo = mine.resolve;
    return super.acquireConnection();
  }

  override async beginTransaction(): Promise<void> {
    if (this.#group === null) {
      // With the right to write at once: none of them can be the one that cannot go on from what it has read.
      this.#database.exec('begin immediate');
      this.#group = { members: 0, ...deferred() };
    }
    this.#group.members++;
    this.#database.exec('savepoint one');
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('release one');
  }

  override async rollbackTransaction(): Promise<void> {
    // A fault such as a full disk has rolled all of it back already.
    if (this.#database.inTransaction) this.#database.exec('rollback to one; release one');
  }

  /** The connection is free for the next turn while this one waits for the disk. A read waits for what it may have seen. */
  override async releaseConnection(): Promise<void> {
    const group = this.#group;
    if (group && (this.#waiting === 0 || group.members >= MOST_TOGETHER)) this.#commit(group);
    await super.releaseConnection();
    this.#letGo();
    await group?.promise;
    await this.#log.settled();
  }

  #commit({ resolve, reject }: Group): void {
    this.#group = null;
    try {
      this.#database.exec('commit');
      this.#log.written();
      resolve();
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback');
      reject(error);
    }
  }

  override async destroy(): Promise<void> {
    await this.#log.close();
    await super.destroy();
  }
}

/** Keeps prepared statements, and tells the log of each that writes. */
function watched(database: Sqlite.Database, log: WriteAheadLog) {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    prepare(sql: string): Sqlite.Statement<unknown[]> {
      const statement = statements.get(sql) ?? database.prepare(sql);
      if (statements.size >= MAX_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      if (!statement.readonly) log.written();
      return statement;
    },
    close: () => void database.close(),
  };
}

/** So many statements may write between two checkpoints. */
const CHECKPOINT_WRITES = 2000;

/** Brings the write-ahead log to the disk, once for all who wait. */
class WriteAheadLog {
  readonly #file: string;
  readonly #checkpoints: Checkpoints;
  #handle: Promise<FileHandle> | null = null;
  #writes = 0;
  #durable = 0;
  #checkpointed = 0;
  #syncing: Promise<void> | null = null;

  constructor(database: string) {
    this.#file = `${database}-wal`;
    this.#checkpoints = new Checkpoints(database);
  }

  written(): void {
    this.#writes++;
  }

  /** Resolves when all that was written before the call is on the disk. */
  async settled(): Promise<void> {
    const writes = this.#writes;
    while (this.#durable < writes) {
      this.#syncing ??= this.#sync().finally(() => {
        this.#syncing = null;
      });
      await this.#syncing;
    }
  }

  async #sync(): Promise<void> {
    const writes = this.#writes;
    this.#handle ??= open(this.#file, 'r+');
    await (await this.#handle).datasync();
    this.#durable = writes;
    if (writes - this.#checkpointed < CHECKPOINT_WRITES) return;
    this.#checkpointed = writes;
    this.#checkpoints.make();
  }

  async close(): Promise<void> {
    await this.#syncing;
    await this.#checkpoints.close();
    await (await this.#handle)?.close();
  }
}
