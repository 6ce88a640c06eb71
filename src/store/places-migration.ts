import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Of the places' holders none is kept that is nobody: before a new table is analysed PostgreSQL takes `holder is null`
 * for rare, and read every free place there is for each that it gave.
 */
export const placesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropIndex('places_holder').execute();
    await db.schema
      .createIndex('places_holder')
      .unique()
      .on('places')
      .column('holder')
      .where(sql.ref('holder'), 'is not', null)
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropIndex('places_holder').execute();
    await db.schema.createIndex('places_holder').unique().on('places').column('holder').execute();
  },
};
