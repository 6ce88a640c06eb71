import type { Selectable } from 'kysely';
import type { Database } from './database.js';
import type { SessionTable } from './schema.js';
import type { Seal } from './seal.js';
import { insert, type Placeholders, statement } from './statement.js';
import { versioned } from './versioned.js';

interface StoredSession {
  version: number;
  state: string;
}

interface StoredReply {
  messageId: string;
  reply: string;
}

export interface TurnRecord {
  sessionId: string;
  messageId: string;
  /** The version read before the turn; 0 for a session that this turn begins. */
  version: number;
  state: string;
  reply: string;
  delivered: boolean;
  now: string;
}

const sessionBy = statement((db, { one }: Placeholders<{ id: string }>) =>
  db.selectFrom('sessions').select(['version', 'state']).where('id', '=', one('id')).compile(),
);

/** Returns null when there is no such session. */
export async function findSession(db: Database, seal: Seal, id: string): Promise<StoredSession | null> {
  const [row] = await sessionBy(db, { id });
  return row ? { version: row.version, state: seal.open(row.state) } : null;
}

export async function sessionExists(db: Database, id: string): Promise<boolean> {
  const row = await db.selectFrom('sessions').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

const replyTo = statement((db, { one }: Placeholders<{ sessionId: string; messageId: string }>) =>
  db
    .selectFrom('turns')
    .select('reply')
    .where('session_id', '=', one('sessionId'))
    .where('message_id', '=', one('messageId'))
    .compile(),
);

/** The reply this message already got, or null. */
export async function findReply(
  db: Database,
  seal: Seal,
  sessionId: string,
  messageId: string,
): Promise<string | null> {
  const [row] = await replyTo(db, { sessionId, messageId });
  return row ? seal.open(row.reply) : null;
}

const writeSession = versioned<Selectable<SessionTable>>(
  'sessions',
  'id',
  ['state', 'updated_at'],
  ['created_at'],
);

/**
 * Writes state and reply in one transaction, so that a reply that goes out is never forgotten.
 * `conflict`: another turn of this session, or the same message, was written in between.
 */
export async function recordTurn(
  db: Database,
  seal: Seal,
  turn: TurnRecord,
): Promise<'recorded' | 'conflict'> {
  const { sessionId: id, version, now } = turn;
  const row = { id, version, state: seal.close(turn.state), created_at: now, updated_at: now };
  const reply = seal.close(turn.reply);
  return db.transaction().execute(async (tx) => {
    if (!(await writeSession(tx, row))) return 'conflict' as const;
    await insert(tx, 'turns', {
      session_id: id,
      message_id: turn.messageId,
      reply,
      delivered: turn.delivered ? 1 : 0,
      created_at: now,
    });
    return 'recorded' as const;
  });
}

export async function markDelivered(db: Database, sessionId: string, messageId: string): Promise<void> {
  await db
    .updateTable('turns')
    .set({ delivered: 1 })
    .where('session_id', '=', sessionId)
    .where('message_id', '=', messageId)
    .execute();
}

/** Replies that no channel has seen leave, oldest first, at most 20. */
export async function undelivered(db: Database, seal: Seal, sessionId: string): Promise<StoredReply[]> {
  const rows = await db
    .selectFrom('turns')
    .select(['message_id', 'reply'])
    .where('session_id', '=', sessionId)
    .where('delivered', '=', 0)
    .orderBy('seq')
    .limit(20)
    .execute();
  return rows.map((row) => ({ messageId: row.message_id, reply: seal.open(row.reply) }));
}

/** Removes a conversation with its turns and what was said of them. */
export async function forgetSession(db: Database, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Removes conversations that ended before `before` (ISO time). Returns how many. */
export async function forgetSessionsBefore(db: Database, before: string): Promise<number> {
  const result = await db.deleteFrom('sessions').where('updated_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
