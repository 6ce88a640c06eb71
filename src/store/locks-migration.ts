import { type Kysely, type Migration, sql } from 'kysely';

/** Locks are no rows any more; and places on hold are found without reading those that are not. */
export const locksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropTable('patient_locks').execute();
    await db.schema
      .createIndex('places_held')
      .on('places')
      .column('held_until')
      .where(sql.ref('held_until'), 'is not', null)
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropIndex('places_held').execute();
    await db.schema
      .createTable('patient_locks')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('touched', 'integer', (c) => c.notNull())
      .execute();
  },
};
