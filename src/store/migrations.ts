import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { appointmentsMigration } from './appointments-migration.js';
import { callersOnLineMigration, callsMigration } from './calls.js';
import { isPostgres } from './dialect.js';
import { feedbackMigration } from './feedback.js';
import { locksMigration } from './locks-migration.js';
import { placesMigration } from './places-migration.js';
import { registrationsMigration } from './registrations.js';
import type { Schema } from './schema.js';

/** Numbered, in order, never edited once released. Portable SQL only: the same run on SQLite and PostgreSQL. */
const MIGRATIONS: Record<string, Migration> = {
  '001-conversations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('sessions_updated').on('sessions').column('updated_at').execute();
      await db.schema
        .createTable('turns')
        .addColumn('seq', isPostgres(db) ? 'bigserial' : 'integer', (c) =>
          isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
        )
        .addColumn('session_id', 'text', (c) => c.notNull().references('sessions.id').onDelete('cascade'))
        .addColumn('message_id', 'text', (c) => c.notNull())
        .addColumn('reply', 'text', (c) => c.notNull())
        .addColumn('delivered', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addUniqueConstraint('turns_once', ['session_id', 'message_id'])
        .execute();
    },
    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('turns').execute();
      await db.schema.dropTable('sessions').execute();
    },
  },
  '002-appointments': appointmentsMigration,
  '003-feedback': feedbackMigration,
  '004-calls': callsMigration,
  '005-registrations': registrationsMigration,
  '006-locks': locksMigration,
  '007-places': placesMigration,
  '008-callers-on-line': callersOnLineMigration,
};

/** Processes that begin at once on a new SQLite file can meet in the same migration: all but one try again. */
const ATTEMPTS = 6;
const PAUSE_MS = 250;

/** Brings the database up to date. Returns the names applied; throws at the first that fails. */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  for (let attempt = 1; ; attempt++) {
    const { error, results } = await migrator.migrateToLatest();
    if (error === undefined)
      return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
    if (attempt === ATTEMPTS) throw error;
    await delay(PAUSE_MS * attempt);
  }
}

/** Resolves when the database answers. */
export async function ping(db: Kysely<Schema>): Promise<void> {
  await sql`select 1`.execute(db);
}
