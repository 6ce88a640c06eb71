import { type Kysely, type Migration, sql } from 'kysely';
import type { Database } from './database.js';
import type { Hasher, Seal } from './seal.js';
import { insert, type Placeholders, statement } from './statement.js';
import { versioned } from './versioned.js';

/** One telephone call. `state` is sealed: it has what was said, and the number. */
interface CallTable {
  call_sid: string;
  /** Rises with every turn; a turn that finds another version than it read is done again. */
  version: number;
  state: string;
  /** 1 when the telephone company said that it is over. */
  ended: number;
  updated_at: string;
  /** Keyed hash of the number that called; null where it was withheld. */
  caller_key: string | null;
}

/** A turn that was answered: a retry of its webhook gets the same document. `twiml` is sealed. */
interface CallTurnTable {
  call_sid: string;
  turn: number;
  /** `I-Twilio-Idempotency-Token`; null where there was none. */
  token: string | null;
  twiml: string;
}

/** How fast a caller wants to be spoken to, by the keyed hash of the number. */
interface CallerTable {
  caller_key: string;
  pace: string;
  updated_at: string;
}

export interface CallsSchema {
  calls: CallTable;
  call_turns: CallTurnTable;
  callers: CallerTable;
}

export const callsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('calls')
      .addColumn('call_sid', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('ended', 'integer', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('calls_updated').on('calls').columns(['updated_at', 'ended']).execute();
    await db.schema
      .createTable('call_turns')
      .addColumn('call_sid', 'text', (c) => c.notNull().references('calls.call_sid').onDelete('cascade'))
      .addColumn('turn', 'integer', (c) => c.notNull())
      .addColumn('token', 'text')
      .addColumn('twiml', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('call_turns_once', ['call_sid', 'turn'])
      .execute();
    await db.schema
      .createTable('callers')
      .addColumn('caller_key', 'text', (c) => c.primaryKey())
      .addColumn('pace', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('callers').execute();
    await db.schema.dropTable('call_turns').execute();
    await db.schema.dropTable('calls').execute();
  },
};

/** Calls are found by who calls: a number may have so many at once. */
export const callersOnLineMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('calls').addColumn('caller_key', 'text').execute();
    await db.schema.createIndex('calls_caller').on('calls').columns(['caller_key', 'updated_at']).execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropIndex('calls_caller').execute();
    await db.schema.alterTable('calls').dropColumn('caller_key').execute();
  },
};

interface CallRecord {
  callSid: string;
  /** The number that calls; null where it is withheld. */
  from: string | null;
  /** The version read before; 0 for a call that this begins. */
  version: number;
  state: string;
  ended: boolean;
  /** The webhook that this answers; null for what came over a socket. */
  answered: { turn: number; token: string | null; twiml: string } | null;
  now: string;
}

const callBy = statement((db, { one }: Placeholders<{ callSid: string }>) =>
  db.selectFrom('calls').select(['version', 'state']).where('call_sid', '=', one('callSid')).compile(),
);

/** Returns null when there is no such call. */
export async function findCall(
  db: Database,
  seal: Seal,
  callSid: string,
): Promise<{ version: number; state: string } | null> {
  const [row] = await callBy(db, { callSid });
  return row ? { version: row.version, state: seal.open(row.state) } : null;
}

/** The document that a turn was answered with, or null. */
export async function findCallTurn(
  db: Database,
  seal: Seal,
  callSid: string,
  turn: number,
): Promise<{ token: string | null; twiml: string } | null> {
  const row = await db
    .selectFrom('call_turns')
    .select(['token', 'twiml'])
    .where('call_sid', '=', callSid)
    .where('turn', '=', turn)
    .executeTakeFirst();
  return row ? { token: row.token, twiml: seal.open(row.twiml) } : null;
}

const writeCall = versioned<CallTable>('calls', 'call_sid', ['state', 'ended', 'updated_at'], ['caller_key']);

/** Writes the call and the answer to its webhook in one transaction. `conflict`: another turn was written in between. */
export async function recordCall(
  db: Database,
  { seal, hasher }: { seal: Seal; hasher: Hasher },
  { callSid, from, version, state, ended, answered, now }: CallRecord,
): Promise<'recorded' | 'conflict'> {
  const row = {
    call_sid: callSid,
    version,
    state: seal.close(state),
    ended: ended ? 1 : 0,
    updated_at: now,
    caller_key: from === null || version > 0 ? null : hasher.hash(from),
  };
  const twiml = answered && seal.close(answered.twiml);
  return db.transaction().execute(async (tx) => {
    if (!(await writeCall(tx, row))) return 'conflict' as const;
    if (answered !== null && twiml !== null)
      await insert(tx, 'call_turns', {
        call_sid: callSid,
        turn: answered.turn,
        token: answered.token,
        twiml,
      });
    return 'recorded' as const;
  });
}

const callsSince = statement((db, { one }: Placeholders<{ since: string }>) =>
  db
    .selectFrom('calls')
    .select((e) => e.fn.countAll<number>().as('calls'))
    .where('updated_at', '>=', one('since'))
    .where('ended', '=', sql.lit(0))
    .compile(),
);

/** How many calls are on the line: not ended, and heard of since `since` (ISO time). */
export async function countCallsSince(db: Database, since: string): Promise<number> {
  const [row] = await callsSince(db, { since });
  return Number(row?.calls ?? 0);
}

const callsOfSince = statement((db, { one, each }: Placeholders<{ callers: string[]; since: string }>) =>
  db
    .selectFrom('calls')
    .select((e) => e.fn.countAll<number>().as('calls'))
    .where('caller_key', 'in', each('callers'))
    .where('updated_at', '>=', one('since'))
    .where('ended', '=', sql.lit(0))
    .compile(),
);

/** How many of them come from this number. */
export async function countCallsOfSince(
  db: Database,
  hasher: Hasher,
  { number, since }: { number: string; since: string },
): Promise<number> {
  const [row] = await callsOfSince(db, { callers: hasher.hashes(number), since });
  return Number(row?.calls ?? 0);
}

/** What a caller asked for in an earlier call, or null. */
export async function findPace(db: Database, hasher: Hasher, number: string): Promise<string | null> {
  const row = await db
    .selectFrom('callers')
    .select('pace')
    .where('caller_key', 'in', hasher.hashes(number))
    .executeTakeFirst();
  return row?.pace ?? null;
}

export async function keepPace(
  db: Database,
  hasher: Hasher,
  { number, pace, now }: { number: string; pace: string; now: string },
): Promise<void> {
  await db
    .insertInto('callers')
    .values({ caller_key: hasher.hash(number), pace, updated_at: now })
    .onConflict((c) => c.column('caller_key').doUpdateSet({ pace, updated_at: now }))
    .execute();
}

/** Removes calls that ended before `before` (ISO time), with what was said in them. Returns how many. */
export async function forgetCallsBefore(db: Database, before: string): Promise<number> {
  const result = await db.deleteFrom('calls').where('updated_at', '<', before).executeTakeFirst();
  await db.deleteFrom('callers').where('updated_at', '<', before).execute();
  return Number(result.numDeletedRows);
}
