import { forgetCallsBefore } from './calls.js';
import { forgetSessionsBefore } from './conversations.js';
import type { Database } from './database.js';
import { forgetOrdersBefore } from './registrations.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than anything can be booked ahead: nobody asks about an order whose appointment is over. */
const ORDER_DAYS = 400;

interface Retention {
  db: Database;
  /** How long a conversation is kept after its last turn. */
  days: number;
  now: () => Date;
  /** Told of a removal that failed; the next one is tried all the same. */
  onError: (error: unknown) => void;
}

/** Removes conversations, calls and orders that are older than they may be: now, and every hour. Returns how to stop. */
export function forgetOnSchedule({ db, days, now, onError }: Retention): () => void {
  const forget = (): void => {
    const before = new Date(now().getTime() - days * DAY).toISOString();
    forgetSessionsBefore(db, before).catch(onError);
    forgetCallsBefore(db, before).catch(onError);
    forgetOrdersBefore(db, new Date(now().getTime() - ORDER_DAYS * DAY).toISOString()).catch(onError);
  };
  forget();
  const timer = setInterval(forget, HOUR).unref();
  return () => clearInterval(timer);
}
