import { type ColumnDataType, type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

/** `name: type`; a name that ends in `?` may be null. */
type Columns = Record<string, ColumnDataType>;

const T = 'text';
const N = 'integer';

const TABLES: Record<string, { key: string[]; columns: Columns }> = {
  providers: {
    key: ['id'],
    columns: {
      id: T,
      name: T,
      region_name: T,
      adcode: T,
      address: T,
      phone: T,
      adapter: T,
      sample: N,
      rules: T,
      settings: T,
    },
  },
  departments: { key: ['id'], columns: { id: T, provider_id: T, name: T, services: T } },
  slots: {
    key: ['id'],
    columns: {
      id: T,
      provider_id: T,
      department_id: T,
      session: T,
      starts_at: T,
      ends_at: T,
      'withdrawn_at?': T,
    },
  },
  places: {
    key: ['slot_id', 'n'],
    columns: { slot_id: T, n: N, green: N, closed: N, 'holder?': T, 'held_until?': T },
  },
  holds: {
    key: ['id'],
    columns: {
      id: T,
      provider_id: T,
      department_id: T,
      slot_id: T,
      starts_at: T,
      ends_at: T,
      green: N,
      until: T,
      'external_ref?': T,
      status: T,
    },
  },
  appointments: {
    key: ['id'],
    columns: {
      id: T,
      code: T,
      status: T,
      live: N,
      'cancel_reason?': T,
      service_id: T,
      provider_id: T,
      department_id: T,
      slot_id: T,
      starts_at: T,
      ends_at: T,
      green: N,
      'patient_key?': T,
      'id_key?': T,
      'phone_key?': T,
      'booker_key?': T,
      'person?': T,
      reference: T,
      'external_ref?': T,
      'number?': T,
      'fetch_by?': T,
      'fetch_place?': T,
      created_at: T,
      'undo_until?': T,
      'undo_what?': T,
      'answer_due?': T,
      'replaces?': T,
      'awaits?': T,
      'look_at?': T,
      looks: N,
    },
  },
  requests: { key: ['key'], columns: { key: T, body: T, answer: T, created_at: T } },
  patient_locks: { key: ['key'], columns: { key: T, touched: N } },
  outbox: {
    key: ['id'],
    columns: {
      id: T,
      subject: T,
      subject_id: T,
      kind: T,
      told: T,
      status: T,
      due_at: T,
      attempts: N,
      'claimed_until?': T,
      created_at: T,
      'sent_at?': T,
    },
  },
  waiting: {
    key: ['id'],
    columns: {
      id: T,
      status: T,
      service_id: T,
      provider_id: T,
      department_id: T,
      from_at: T,
      to_at: T,
      'phone_key?': T,
      'booker_key?': T,
      'person?': T,
      'hold_id?': T,
      'offered_until?': T,
      'appointment_id?': T,
      created_at: T,
    },
  },
  tasks: {
    key: ['id'],
    columns: {
      id: T,
      kind: T,
      status: T,
      'subject_id?': T,
      'phone_key?': T,
      'payload?': T,
      created_at: T,
      due_at: T,
      escalated: N,
      'done_at?': T,
      'result?': T,
    },
  },
  drafts: { key: ['phone_key'], columns: { phone_key: T, draft: T, until: T } },
  tries: { key: ['key'], columns: { key: T, count: N, until: T } },
};

const INDEXES: [table: string, columns: string[]][] = [
  ['departments', ['provider_id']],
  ['slots', ['provider_id', 'starts_at']],
  ['holds', ['status', 'until']],
  ['appointments', ['patient_key']],
  ['appointments', ['phone_key']],
  ['appointments', ['code']],
  ['appointments', ['starts_at']],
  ['waiting', ['status', 'created_at']],
  ['waiting', ['phone_key']],
  ['tasks', ['status', 'due_at']],
  ['tasks', ['subject_id']],
  ['tasks', ['phone_key']],
];

const FIRST_AND_LIVE = sql<boolean>`live = 1 and replaces is null`;

async function createTable(db: Kysely<unknown>, name: string): Promise<void> {
  const { key, columns } = TABLES[name] ?? { key: [], columns: {} };
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const optional = column.endsWith('?');
    table = table.addColumn(optional ? column.slice(0, -1) : column, type, (c) =>
      optional ? c : c.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_pk`, key).execute();
}

export const appointmentsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const name of Object.keys(TABLES)) await createTable(db, name);
    for (const [table, columns] of INDEXES)
      await db.schema
        .createIndex([table, ...columns].join('_'))
        .on(table)
        .columns(columns)
        .execute();
    // A holder has one place, whatever the code above the database does.
    await db.schema.createIndex('places_holder').unique().on('places').column('holder').execute();
    // Most rows have nothing in these columns, or are done with: an index of the others is small and seldom written.
    for (const column of ['id_key', 'booker_key', 'look_at'])
      await db.schema
        .createIndex(`appointments_${column}`)
        .on('appointments')
        .column(column)
        .where(sql.ref(column), 'is not', null)
        .execute();
    await db.schema
      .createIndex('outbox_due')
      .on('outbox')
      .column('due_at')
      .where(sql<boolean>`status in ('waiting', 'sending')`)
      .execute();
    // A code in use names one appointment; one that takes the place of another carries its code on.
    await db.schema
      .createIndex('appointments_code_once')
      .unique()
      .on('appointments')
      .column('code')
      .where(FIRST_AND_LIVE)
      .execute();
    // Nobody is in two places at once, whatever the code above the database does.
    await db.schema
      .createIndex('appointments_patient_once')
      .unique()
      .on('appointments')
      .columns(['patient_key', 'starts_at'])
      .where(FIRST_AND_LIVE)
      .execute();
  },
  async down(db: Kysely<unknown>) {
    for (const name of Object.keys(TABLES).reverse()) await db.schema.dropTable(name).execute();
  },
};
