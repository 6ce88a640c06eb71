import { sql } from 'kysely';
import type { Database } from './database.js';
import { forTaking, isPostgres } from './dialect.js';
import { type Placeholders, statement } from './statement.js';

export interface StoredSlot {
  id: string;
  department_id: string;
  starts_at: string;
  ends_at: string;
  withdrawn_at: string | null;
}

interface FreeSlot extends Omit<StoredSlot, 'withdrawn_at'> {
  free: number;
}

interface SlotRange {
  providerId: string;
  departments: readonly string[];
  /** Inclusive. */
  from: string;
  /** Exclusive. */
  to: string;
  green: boolean;
  now: string;
  limit: number;
}

export interface Claim {
  slotId: string;
  holder: string;
  /** Null for good. */
  until: string | null;
  green: boolean;
  now: string;
}

/** Slots with a place free, by start. */
export async function freeSlots(db: Database, range: SlotRange): Promise<FreeSlot[]> {
  if (range.departments.length === 0) return [];
  return db
    .selectFrom('slots as s')
    .innerJoin('places as p', 'p.slot_id', 's.id')
    .select((e) => [
      's.id',
      's.department_id',
      's.starts_at',
      's.ends_at',
      e.fn.count<number>('p.n').as('free'),
    ])
    .where('s.provider_id', '=', range.providerId)
    .where('s.department_id', 'in', range.departments)
    .where('s.starts_at', '>=', range.from)
    .where('s.starts_at', '<', range.to)
    .where('p.closed', '=', 0)
    .where((e) => e.or([e('p.holder', 'is', null), e('p.held_until', '<=', range.now)]))
    .$if(!range.green, (q) => q.where('p.green', '=', 0))
    .groupBy(['s.id', 's.department_id', 's.starts_at', 's.ends_at'])
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(range.limit)
    .execute();
}

const slotBy = statement((db, { one }: Placeholders<{ id: string }>) =>
  db
    .selectFrom('slots')
    .select(['id', 'department_id', 'starts_at', 'ends_at', 'withdrawn_at'])
    .where('id', '=', one('id'))
    .compile(),
);

export async function findSlot(db: Database, id: string): Promise<StoredSlot | null> {
  return (await slotBy(db, { id }))[0] ?? null;
}

/**
 * Takes one place, those of the green channel first for whom they are kept. Returns its number in the queue; null
 * when none is free or the holder has one already. Whatever others do at the same time, a place has one holder: the row is the place.
 */
export async function claimPlace(db: Database, claim: Claim): Promise<number | null> {
  const args = { ...claim, green: claim.green ? 1 : 0 };
  const [taken] = await claimFree(db, args);
  // Places that others were just taking may come free again: then it is worth waiting for them to say.
  const [place] = taken || !isPostgres(db) ? [taken] : await claimInTurn(db, args);
  return place?.n ?? null;
}

type ClaimArgs = Omit<Claim, 'green'> & { green: number };

const claiming = (others: 'skip' | 'wait') =>
  statement((db, { one }: Placeholders<ClaimArgs>) =>
    sql<{ n: number }>`
      update places set holder = ${one('holder')}, held_until = ${one('until')}
      where slot_id = ${one('slotId')} and not exists (select 1 from places where holder = ${one('holder')}) and n = (
        select n from places
        where slot_id = ${one('slotId')} and closed = 0 and (green = 0 or ${one('green')} = 1)
          and (holder is null or held_until <= ${one('now')})
        order by green desc, n limit 1 ${forTaking(db, others)})
      returning n`.compile(db),
  );
const claimFree = claiming('skip');
const claimInTurn = claiming('wait');

interface Kept {
  hold: string;
  holder: string;
  now: string;
}

const keeping = statement((db, { one }: Placeholders<Kept>) =>
  db
    .updateTable('places')
    .set({ holder: one('holder'), held_until: null })
    .where('holder', '=', one('hold'))
    .where('held_until', '>', one('now'))
    .returning('n')
    .compile(),
);

/** Makes a hold's place an appointment's. Null when the hold has ended: the place may be another's by now. */
export async function keepHeld(db: Database, kept: Kept): Promise<number | null> {
  return (await keeping(db, kept))[0]?.n ?? null;
}

/** The number in the queue that the holder has; null when it has none. */
export async function placeOf(db: Database, holder: string): Promise<number | null> {
  const row = await db.selectFrom('places').select('n').where('holder', '=', holder).executeTakeFirst();
  return row?.n ?? null;
}

/** Frees the holder's place, if it has one still. */
export async function freePlace(db: Database, holder: string): Promise<void> {
  await db
    .updateTable('places')
    .set({ holder: null, held_until: null })
    .where('holder', '=', holder)
    .execute();
}
