import PQueue from 'p-queue';
import type { Database } from '../store/database.js';
import { claimMessages, type OutboxRow, settleMessage } from '../store/outbox.js';
import type { Sender } from './sender.js';

export interface Delivery {
  db: Database;
  sender: Sender;
  /** The words of a message and whom they go to; null when by now there is nothing to tell. */
  words: (row: OutboxRow) => Promise<{ to: string; text: string } | null>;
  /** The time, in the form of the store. */
  now: () => string;
  plusMinutes: (at: string, minutes: number) => string;
  onError: (error: unknown, row: OutboxRow) => void;
}

const BATCH = 200;
/** So many are under way together: by a sender that takes half a second for each, a batch is gone within two rounds. */
const AT_ONCE = 40;
/** Longer than a sender may take for a batch. */
const CLAIM_MINUTES = 10;
const MOST_ATTEMPTS = 8;

/**
 * Sends what is due. A message is claimed before it is sent and marked after: a worker killed in between leaves it
 * claimed, and when the claim has run out the next one asks the sender whether it left. Where the sender cannot say, it
 * is sent again: the same words twice do less harm than none. Returns how many were taken up.
 */
export async function deliver(delivery: Delivery): Promise<number> {
  const { db, now, plusMinutes } = delivery;
  const taken = now();
  const rows = await claimMessages(db, {
    now: taken,
    claimUntil: plusMinutes(taken, CLAIM_MINUTES),
    limit: BATCH,
  });
  const queue = new PQueue({ concurrency: AT_ONCE });
  await queue.addAll([...bySubject(rows).values()].map((same) => () => inTurn(delivery, same)));
  return rows.length;
}

async function inTurn(delivery: Delivery, rows: readonly OutboxRow[]): Promise<void> {
  for (const row of rows) await deliverOne(delivery, row);
}

/** What is told of one appointment is told in its order, one after the other. */
function bySubject(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const all = new Map<string, OutboxRow[]>();
  for (const row of rows) all.set(row.subject_id, [...(all.get(row.subject_id) ?? []), row]);
  return all;
}

async function deliverOne(delivery: Delivery, row: OutboxRow): Promise<void> {
  const { db, sender, words, now, plusMinutes, onError } = delivery;
  const again = (): Promise<void> =>
    row.attempts >= MOST_ATTEMPTS
      ? settleMessage(db, row, { status: 'failed', at: now() })
      : settleMessage(db, row, { status: 'waiting', dueAt: plusMinutes(now(), 2 ** (row.attempts - 1)) });
  try {
    const said = await words(row);
    if (said === null) return await settleMessage(db, row, { status: 'dropped', at: now() });
    const message = { id: row.id, ...said };
    const left = row.attempts > 1 && (await sender.hasLeft(message, new Date(row.created_at)));
    const outcome = left ? ({ outcome: 'sent' } as const) : await sender.send(message);
    if (outcome.outcome === 'sent') return await settleMessage(db, row, { status: 'sent', at: now() });
    if (outcome.outcome === 'failed') onError(new Error(outcome.reason), row);
    if (outcome.outcome === 'failed' && outcome.final)
      return await settleMessage(db, row, { status: 'failed', at: now() });
    await again();
  } catch (error) {
    onError(error, row);
    await again();
  }
}
