import type { Kysely, Migration } from 'kysely';
import type { Database } from './database.js';
import type { Seal } from './seal.js';

/** What somebody said is wrong with a reply, kept with its turn and removed with it. `note` is sealed. */
export interface FeedbackTable {
  session_id: string;
  message_id: string;
  reason: string;
  note: string;
  created_at: string;
}

export interface Feedback {
  sessionId: string;
  messageId: string;
  reason: string;
  /** In the person's own words; may be empty. */
  note: string;
}

export const feedbackMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('feedback')
      .addColumn('session_id', 'text', (c) => c.notNull())
      .addColumn('message_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['session_id', 'message_id'])
      .addForeignKeyConstraint(
        'feedback_turn',
        ['session_id', 'message_id'],
        'turns',
        ['session_id', 'message_id'],
        (c) => c.onDelete('cascade'),
      )
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('feedback').execute();
  },
};

/** Keeps it with its turn, in place of what was said of the same reply before. Returns whether there is that turn. */
export async function recordFeedback(
  db: Database,
  seal: Seal,
  said: Feedback,
  now: string,
): Promise<boolean> {
  const { sessionId: session_id, messageId: message_id, reason } = said;
  return db.transaction().execute(async (tx) => {
    const turn = await tx
      .selectFrom('turns')
      .select('seq')
      .where('session_id', '=', session_id)
      .where('message_id', '=', message_id)
      .executeTakeFirst();
    if (turn === undefined) return false;
    const row = { reason, note: seal.close(said.note), created_at: now };
    await tx
      .insertInto('feedback')
      .values({ session_id, message_id, ...row })
      .onConflict((c) => c.columns(['session_id', 'message_id']).doUpdateSet(row))
      .execute();
    return true;
  });
}

/** All that was said since `from` (ISO time), the latest first. */
export async function listFeedback(
  db: Database,
  seal: Seal,
  from: string,
): Promise<(Feedback & { at: string; reply: string })[]> {
  const rows = await db
    .selectFrom('feedback')
    .innerJoin('turns', (join) =>
      join
        .onRef('turns.session_id', '=', 'feedback.session_id')
        .onRef('turns.message_id', '=', 'feedback.message_id'),
    )
    .select([
      'feedback.session_id',
      'feedback.message_id',
      'feedback.reason',
      'feedback.note',
      'feedback.created_at',
      'turns.reply',
    ])
    .where('feedback.created_at', '>=', from)
    .orderBy('feedback.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    messageId: row.message_id,
    reason: row.reason,
    note: seal.open(row.note),
    at: row.created_at,
    reply: seal.open(row.reply),
  }));
}
