import { type Selectable, sql } from 'kysely';
import type { OutboxTable } from './appointments-schema.js';
import type { Database } from './database.js';
import { forTaking } from './dialect.js';
import { insert } from './statement.js';

export type OutboxRow = Selectable<OutboxTable>;

interface NewMessage {
  /** The same thing is told once: a second row of this name is not added. */
  id: string;
  subject: string;
  subjectId: string;
  kind: string;
  told: string;
  dueAt: string;
}

/** To be called in the transaction that makes what is told true. */
export async function enqueue(db: Database, messages: readonly NewMessage[], now: string): Promise<void> {
  for (const { subjectId, dueAt, ...rest } of messages)
    await insert(
      db,
      'outbox',
      {
        ...rest,
        subject_id: subjectId,
        due_at: dueAt,
        status: 'waiting',
        attempts: 0,
        claimed_until: null,
        created_at: now,
        sent_at: null,
      },
      'skip',
    );
}

/**
 * Takes messages that are due, the earliest first, for one worker until `claimUntil`: a worker that dies in between loses them to the next,
 * which sees by `attempts` that they may have left.
 */
export async function claimMessages(
  db: Database,
  { now, claimUntil, limit }: { now: string; claimUntil: string; limit: number },
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`
    update outbox set status = 'sending', claimed_until = ${claimUntil}, attempts = attempts + 1
    where id in (
      select id from outbox
      where status in ('waiting', 'sending') and due_at <= ${now} and (status = 'waiting' or claimed_until <= ${now})
      order by due_at limit ${limit} ${forTaking(db, 'skip')})
    returning *`.execute(db);
  return rows.sort((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at));
}

/** Ends this worker's claim; without effect when another has taken it since. */
export async function settleMessage(
  db: Database,
  row: Pick<OutboxRow, 'id' | 'attempts'>,
  end: { status: 'sent' | 'dropped' | 'failed'; at: string } | { status: 'waiting'; dueAt: string },
): Promise<void> {
  const change =
    end.status === 'waiting'
      ? { status: end.status, due_at: end.dueAt, claimed_until: null }
      : { status: end.status, sent_at: end.at, claimed_until: null };
  await db
    .updateTable('outbox')
    .set(change)
    .where('id', '=', row.id)
    .where('status', '=', 'sending')
    .where('attempts', '=', row.attempts)
    .execute();
}
