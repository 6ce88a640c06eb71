import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { plusMinutes } from '../../src/appointments/instants.js';
import { type Delivery, deliver } from '../../src/messages/deliver.js';
import { createLogSender } from '../../src/messages/log.js';
import type { OutgoingMessage, Sender, SendOutcome } from '../../src/messages/sender.js';
import { createTwilioSender } from '../../src/messages/twilio.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import { claimMessages, enqueue } from '../../src/store/outbox.js';

let db: Database;
let now: string;
let sent: OutgoingMessage[];
let errors: unknown[];

beforeEach(async () => {
  db = await openDatabase({ file: join(await mkdtemp(join(tmpdir(), 'yiwen-')), 'yiwen.db') });
  await migrate(db);
  onTestFinished(() => db.destroy());
  now = '2026-11-22T10:00:00+08:00';
  sent = [];
  errors = [];
});

const MESSAGE = { subject: 'appointment', subjectId: 'a1', kind: 'booked', told: 'patient' };

const put = (once: string, dueAt = now): Promise<void> =>
  enqueue(db, [{ id: `id of ${once}`, ...MESSAGE, dueAt }], now);

/** A sender that answers as it is told, and remembers what left. */
function sender(outcomes: SendOutcome[] = [], left: boolean | null = null): Sender {
  return {
    async send(message) {
      const outcome = outcomes.shift() ?? { outcome: 'sent' as const };
      if (outcome.outcome !== 'failed') sent.push(message);
      return outcome;
    },
    hasLeft: async () => left,
  };
}

const run = (change: Partial<Delivery> = {}): Promise<number> =>
  deliver({
    db,
    sender: sender(),
    words: async ({ id }) => ({ to: '13800000000', text: id }),
    now: () => now,
    plusMinutes,
    onError: (error) => errors.push(error),
    ...change,
  });

const statuses = async (): Promise<string[]> =>
  (await db.selectFrom('outbox').select('status').orderBy('id').execute()).map(({ status }) => status);

describe('delivering', () => {
  it('sends what is due, once, and what is not due when it is', async () => {
    await put('now');
    await put('now');
    await put('soon', plusMinutes(now, 5));
    await Promise.all([run(), run(), run()]);
    expect(sent.map(({ id }) => id)).toEqual(['id of now']);
    now = plusMinutes(now, 5);
    await run();
    expect(sent.map(({ id }) => id)).toEqual(['id of now', 'id of soon']);
    expect(await run()).toBe(0);
  });

  it('drops what there is nothing to say of any more', async () => {
    await put('stale');
    await run({ words: async () => null });
    expect(sent).toEqual([]);
    expect(await statuses()).toEqual(['dropped']);
  });

  it('tries again later what surely was not sent, and gives up what never will be', async () => {
    await put('x');
    const busy = sender([{ outcome: 'failed', final: false, reason: 'HTTP 429' }]);
    await run({ sender: busy });
    expect([await run({ sender: busy }), sent]).toEqual([0, []]);
    now = plusMinutes(now, 1);
    await run({ sender: busy });
    expect(sent).toHaveLength(1);
    await put('y');
    await run({ sender: sender([{ outcome: 'failed', final: true, reason: 'no such number' }]) });
    expect(await statuses()).toEqual(['sent', 'failed']);
    expect(errors).toHaveLength(2);
  });

  it('sends many at once, and what is told of one appointment in its order', async () => {
    const subjects = Array.from({ length: 60 }, (_, i) => `a${i}`);
    for (const kind of ['cancelled', 'booked']) {
      const dueAt = kind === 'booked' ? plusMinutes(now, -1) : now;
      const messages = subjects.map((subjectId) => ({
        ...MESSAGE,
        id: `${subjectId}:${kind}`,
        subjectId,
        kind,
        dueAt,
      }));
      await enqueue(db, messages, now);
    }
    let underWay = 0;
    let most = 0;
    const slow: Sender = {
      ...sender(),
      async send(message) {
        most = Math.max(most, ++underWay);
        await new Promise((done) => setTimeout(done, 1));
        underWay--;
        sent.push(message);
        return { outcome: 'sent' };
      },
    };
    expect(await run({ sender: slow })).toBe(120);
    expect(most).toBe(40);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    for (const subject of subjects)
      expect(sent.filter(({ id }) => id.startsWith(`${subject}:`)).map(({ id }) => id)).toEqual([
        `${subject}:booked`,
        `${subject}:cancelled`,
      ]);
  });

  it('goes on with the others when one cannot be put into words', async () => {
    await put('bad');
    await put('good');
    await run({
      words: async ({ id }) => {
        if (id === 'id of bad') throw new Error('no words');
        return { to: '13800000000', text: id };
      },
    });
    expect(sent.map(({ id }) => id)).toEqual(['id of good']);
    expect(await statuses()).toEqual(['waiting', 'sent']);
  });
});

describe('a worker that was killed between sending and marking', () => {
  /** What such a worker leaves behind: a claim that nobody ends. */
  async function killed(): Promise<void> {
    await put('x');
    await claimMessages(db, { now, claimUntil: plusMinutes(now, 10), limit: 20 });
  }

  it('keeps its claim from others until it has run out', async () => {
    await killed();
    expect(await run()).toBe(0);
    now = plusMinutes(now, 9);
    expect(await run()).toBe(0);
  });

  it('costs the person nothing where the sender knows that it left', async () => {
    await killed();
    now = plusMinutes(now, 10);
    await run({ sender: sender([], true) });
    expect(sent).toEqual([]);
    expect(await statuses()).toEqual(['sent']);
  });

  it('is made good where the sender knows that it did not leave, or cannot say', async () => {
    for (const left of [false, null]) {
      sent = [];
      await db.deleteFrom('outbox').execute();
      await killed();
      now = plusMinutes(now, 10);
      await run({ sender: sender([], left) });
      expect(sent).toHaveLength(1);
      expect(await statuses()).toEqual(['sent']);
    }
  });

  it('marks nothing when it comes back after another has taken over', async () => {
    await put('x');
    let late: Promise<number> | null = null;
    const slow: Sender = {
      ...sender(),
      async send(message) {
        sent.push(message);
        now = plusMinutes(now, 11);
        late = run({ sender: sender([{ outcome: 'failed', final: true, reason: 'x' }]) });
        await late;
        return { outcome: 'sent' };
      },
    };
    await run({ sender: slow });
    expect(await statuses()).toEqual(['failed']);
  });
});

describe('SMS by Twilio', () => {
  const message = { id: 'x', to: '013812345678'.slice(1), text: '预约号 343 097' };

  it('sends to the number in international form', async () => {
    const created: unknown[] = [];
    const twilio = createTwilioSender(
      { create: async (m) => created.push(m), list: async () => [] },
      '+8610000000',
    );
    expect(await twilio.send(message)).toEqual({ outcome: 'sent' });
    expect(created).toEqual([{ to: '+8613812345678', from: '+8610000000', body: message.text }]);
    await twilio.send({ ...message, to: '07451234567' });
    expect(created[1]).toMatchObject({ to: '+867451234567' });
  });

  it.each([
    [400, { outcome: 'failed', final: true, reason: 'HTTP 400' }],
    [429, { outcome: 'failed', final: false, reason: 'HTTP 429' }],
    [503, { outcome: 'unknown' }],
    [undefined, { outcome: 'unknown' }],
  ])('takes an error of status %s for what it is', async (status, outcome) => {
    const create = async (): Promise<never> => {
      throw Object.assign(new Error('no'), status === undefined ? {} : { status });
    };
    const twilio = createTwilioSender({ create, list: async () => [] }, '+861');
    expect(await twilio.send(message)).toEqual(outcome);
  });

  it('knows by the words whether a message has left, and says so when it cannot ask', async () => {
    const listing = (list: { body: string; status: string }[]) =>
      createTwilioSender({ create: async () => {}, list: async () => list }, '+861');
    const since = new Date(now);
    expect(await listing([{ body: message.text, status: 'delivered' }]).hasLeft(message, since)).toBe(true);
    expect(await listing([{ body: message.text, status: 'failed' }]).hasLeft(message, since)).toBe(false);
    expect(await listing([{ body: '别的', status: 'sent' }]).hasLeft(message, since)).toBe(false);
    const down = createTwilioSender(
      {
        create: async () => {},
        list: async () => {
          throw new Error('down');
        },
      },
      '+861',
    );
    expect(await down.hasLeft(message, since)).toBeNull();
  });
});

it('the log shows no number in full', async () => {
  const lines: { to: string; text: string }[] = [];
  const log = createLogSender((line) => lines.push(line));
  await log.send({ id: 'x', to: '13812345678', text: '好' });
  expect(lines).toEqual([{ to: '138****5678', text: '好' }]);
});
