import { deliver } from '../messages/deliver.js';
import type { Sender } from '../messages/sender.js';
import { removeDraftsBefore } from '../store/drafts.js';
import { endHolds } from '../store/holds.js';
import { retire } from '../store/looks.js';
import { forgetAnswersBefore } from '../store/requests.js';
import { escalate } from '../store/tasks.js';
import { forgetTries } from '../store/tries.js';
import { reconcile } from './booking/reconcile.js';
import { remind } from './booking/remind.js';
import { offerFreed } from './booking/waiting.js';
import { carryOn } from './import/apply.js';
import { plusDays, plusMinutes } from './instants.js';
import type { Parts } from './parts.js';
import { wordsOf } from './words.zh.js';

interface Keeping {
  parts: Parts;
  sender: Sender;
  /** Told of work that failed; it is tried again in its turn. */
  onError: (error: unknown) => void;
  /** Told of tasks that nobody did in time. */
  onOverdue: (count: number) => void;
}

const SECOND = 1000;
/** Days that an idempotency key is remembered. */
const KEY_DAYS = 7;
/** Minutes that a worker has for a task that was overdue once. */
const OVERDUE_MINUTES = 60;

/** The work that time brings; each part takes up what others left lying, so that any number of servers may do it. */
export function tidyUp({ parts, sender, onError, onOverdue }: Keeping) {
  const { db, now } = parts;
  return {
    messages: () => deliver({ db, sender, words: (row) => wordsOf(parts, row), now, plusMinutes, onError }),
    unanswered: () => reconcile(parts),
    holds: () => endHolds(db, now(), plusDays(now(), -1)),
    waiting: () => offerFreed(parts),
    reminders: () => remind(parts),
    async overdue() {
      const rows = await escalate(db, { now: now(), dueAt: plusMinutes(now(), OVERDUE_MINUTES) });
      if (rows.length > 0) onOverdue(rows.length);
    },
    async daily() {
      await carryOn(db, await parts.catalogue.all(), now());
      await retire(db, plusDays(now(), -1));
      await forgetAnswersBefore(db, plusDays(now(), -KEY_DAYS));
      await removeDraftsBefore(db, now());
      await forgetTries(db, now());
    },
  };
}

const EVERY: Record<keyof ReturnType<typeof tidyUp>, number> = {
  messages: 2 * SECOND,
  unanswered: 5 * SECOND,
  holds: 15 * SECOND,
  waiting: 15 * SECOND,
  reminders: 60 * SECOND,
  overdue: 60 * SECOND,
  daily: 3600 * SECOND,
};

/** Days may have gone by since the last start; whoever waited for this one is answered first. */
const FIRST_DAILY = 5 * SECOND;

/** Does each part of the work again and again, one round at a time. Returns how to stop, which waits for what is begun. */
export function keepAppointments(keeping: Keeping): () => Promise<void> {
  const work = tidyUp(keeping);
  const timers: NodeJS.Timeout[] = [];
  const busy = new Map<string, Promise<unknown>>();
  for (const [name, run] of Object.entries(work)) {
    const round = (): void => {
      if (busy.has(name)) return;
      const done = run()
        .catch(keeping.onError)
        .finally(() => busy.delete(name));
      busy.set(name, done);
    };
    const every = Object.entries(EVERY).find(([part]) => part === name)?.[1] ?? 60 * SECOND;
    timers.push(setInterval(round, every).unref());
    if (name === 'daily') timers.push(setTimeout(round, FIRST_DAILY).unref());
  }
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(busy.values());
  };
}
