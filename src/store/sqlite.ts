import { type FileHandle, open } from 'node:fs/promises';
import type Sqlite from 'better-sqlite3';
import { SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely';

/** More statements than the program has; a bound for those whose text depends on their arguments. */
const MAX_STATEMENTS = 200;

/**
 * SQLite of which every write is on the disk when its promise resolves. Commits go to the write-ahead log, and one
 * `fdatasync` off the main thread covers all that were made before it (group commit). That promises what
 * `synchronous=FULL` promises, which would hold up every other conversation for one disk write a turn.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #log: WriteAheadLog;

  constructor(database: Sqlite.Database) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    const log = new WriteAheadLog(`${database.name}-wal`);
    const config = { database: watched(database, log) };
    super(config);
    this.#config = config;
    this.#log = log;
  }

  override createDriver(): SqliteDriver {
    return new DurableDriver(this.#config, this.#log);
  }
}

class DurableDriver extends SqliteDriver {
  readonly #log: WriteAheadLog;

  constructor(config: SqliteDialectConfig, log: WriteAheadLog) {
    super(config);
    this.#log = log;
  }

  /** The connection is free for the next turn while this one waits for the disk. A read waits for what it may have seen. */
  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    await this.#log.settled();
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    await this.#log.close();
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

/** Brings the write-ahead log to the disk, once for all who wait. */
class WriteAheadLog {
  readonly #file: string;
  #handle: Promise<FileHandle> | null = null;
  #writes = 0;
  #durable = 0;
  #syncing: Promise<void> | null = null;

  constructor(file: string) {
    this.#file = file;
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
  }

  async close(): Promise<void> {
    await this.#syncing;
    await (await this.#handle)?.close();
  }
}
