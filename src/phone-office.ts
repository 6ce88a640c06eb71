import { instant } from './appointments/instants.js';
import type { Conversation } from './bot/conversation.js';
import { deskIsOpen, type Hours } from './channels/phone/desk-hours.js';
import type { CallBack, Office } from './channels/phone/index.js';
import { shanghaiTime } from './language/calendar.js';
import { findSession } from './store/conversations.js';
import type { Database } from './store/database.js';
import { enqueue } from './store/outbox.js';
import type { Hasher, Seal } from './store/seal.js';
import { findTask, openTask, replacePayload } from './store/tasks.js';

interface OfficeParts {
  db: Database;
  seal: Seal;
  hasher: Hasher;
  now: () => Date;
  /** The desk's telephone, where there is one. */
  number: string | null;
  hours: readonly Hours[];
  /** Whether text messages leave this house. */
  sendsMessages: boolean;
}

const MINUTE = 60_000;
const ANSWER_MINUTES = 120;
const LOOKED_AHEAD_DAYS = 15;

/** The people behind the telephone: the desk in its hours, the list of tasks, the outbox. */
export function openOffice(parts: OfficeParts): Office {
  const { db, seal, hasher, now, number, hours, sendsMessages } = parts;
  const isOpen = (at: Date): boolean => deskIsOpen(hours, shanghaiTime(at));
  return {
    deskNow: () => (number !== null && isOpen(now()) ? number : null),
    async callBack(task) {
      const id = `call-${task.callSid}`;
      if ((await findTask(db, id)) !== null) return id;
      const payload = seal.close(JSON.stringify({ ...task, facts: await factsOf(parts, task) }));
      const phoneKey = hasher.hash(`phone:${domestic(task.phone)}`);
      const dueAt = instant(nextAnswer(now(), isOpen));
      const kind = 'call_back';
      await openTask(db, { id, kind, subjectId: null, phoneKey, payload, dueAt }, instant(now()));
      return id;
    },
    async addRecording(taskId, url) {
      const task = await findTask(db, taskId);
      if (task?.payload == null) return;
      const before: object = JSON.parse(seal.open(task.payload));
      await replacePayload(db, taskId, seal.close(JSON.stringify({ ...before, recording: url })));
    },
    sms: sendsMessages
      ? async ({ key, to, text }) => {
          const at = instant(now());
          const told = seal.close(JSON.stringify({ to: domestic(to), text }));
          const id = `call-${hasher.hash(key)}`;
          await enqueue(
            db,
            [{ id: `call:${key}`, subject: 'call', subjectId: id, kind: 'summary', told, dueAt: at }],
            at,
          );
        }
      : null,
  };
}

/** What the conversation knows of the people in it, for who rings back. */
async function factsOf({ db, seal }: OfficeParts, { sessionId }: CallBack): Promise<object | null> {
  const session = sessionId === null ? null : await findSession(db, seal, sessionId);
  if (session === null) return null;
  const { home, people }: Conversation = JSON.parse(session.state);
  return { home, people };
}

/** Two hours into the desk's next hours. */
function nextAnswer(from: Date, isOpen: (at: Date) => boolean): Date {
  for (let at = from.getTime(), end = at + LOOKED_AHEAD_DAYS * 24 * 60 * MINUTE; at < end; at += 15 * MINUTE)
    if (isOpen(new Date(at))) return new Date(at + ANSWER_MINUTES * MINUTE);
  return new Date(from.getTime() + ANSWER_MINUTES * MINUTE);
}

/** A number as people here write it. */
const domestic = (phone: string): string => phone.replace(/^\+86/u, '');
