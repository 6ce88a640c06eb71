import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Bot, createDesk } from '../src/bot/desk.js';
import { readConfig } from '../src/config.js';
import { openPhone } from '../src/open-phone.js';
import { openRehearsal } from '../src/rehearsal.js';
import { ROOT } from '../src/root.js';
import { openDatabase } from '../src/store/database.js';
import { migrate } from '../src/store/migrations.js';
import { createHasher, createSeal } from '../src/store/seal.js';
import { type Asking, type Stage, warmingQuestions, warmUp } from '../src/warm-up.js';
import { echoBot, temporaryFolder } from './support/desk.js';
import { realHouse } from './support/house.js';
import { BASE, MONDAY, TOKEN } from './support/phone.js';

const QUESTIONS = ['一', '二', '三'].map((text) => ({ text, region: '410100', place: '郑州市' }));

/** A stage that only listens. */
function listening(hear: (text: string) => void) {
  const stage = {
    closed: false,
    async ask({ text }: Asking) {
      hear(text);
    },
    async close() {
      stage.closed = true;
    },
  };
  return stage satisfies Stage;
}

it('asks of every place that is held, in questions of its own', async () => {
  const house = await realHouse();
  const questions = warmingQuestions(house);
  expect(new Set(questions.map(({ region }) => region))).toEqual(new Set(house.held.map((r) => r.adcode)));
  expect(new Set(questions.map(({ text }) => text)).size).toBeGreaterThan(house.held.length * 10);
});

it('asks each once, in turn, and leaves the stage', async () => {
  const heard: string[] = [];
  const stage = listening((text) => heard.push(text));
  await warmUp(async () => stage, QUESTIONS, new AbortController().signal);
  expect(heard).toEqual(['一', '二', '三']);
  expect(stage.closed).toBe(true);
});

it('asks no more once stopped', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const stage = listening((text) => {
    if (heard.push(text) === 2) stop.abort();
  });
  await warmUp(async () => stage, QUESTIONS, stop.signal);
  expect(heard).toEqual(['一', '二']);
  expect(stage.closed).toBe(true);
});

it('rests while the process is busy with something else', async () => {
  const heard: string[] = [];
  let busy = true;
  const work = setInterval(() => {
    const until = performance.now() + 4;
    while (busy && performance.now() < until);
  }, 1);
  const warmed = warmUp(async () => listening((t) => heard.push(t)), QUESTIONS, new AbortController().signal);
  await delay(200);
  expect(heard).toEqual([]);
  busy = false;
  await warmed;
  clearInterval(work);
  expect(heard).toEqual(['一', '二', '三']);
});

it('tells of a turn that fails, and leaves the stage', async () => {
  const stage = listening(() => {
    throw new Error('broken');
  });
  await expect(warmUp(async () => stage, QUESTIONS, new AbortController().signal)).rejects.toThrow('broken');
  expect(stage.closed).toBe(true);
});

it('rehearses at the desk and on the telephone, and keeps nothing of it', async () => {
  const house = await realHouse();
  const keys = [Buffer.alloc(32, 1)] as const;
  const seal = createSeal(...keys);
  const db = await openDatabase({ file: join(temporaryFolder(), 'yiwen.db') });
  await migrate(db);
  const now = () => new Date(MONDAY);
  const desk = createDesk({ bot: echoBot(), db, seal, now });
  const phone = await openPhone({
    config: readConfig({ TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_BASE_URL: BASE }),
    ...{ db, seal, hasher: createHasher(...keys), desk, now },
    house: () => house,
    corpus: join(ROOT, 'corpus'),
    sendsMessages: false,
    onError: (error) => expect.unreachable(String(error)),
  });
  const heard: string[] = [];
  const bot: Bot = {
    handle(asked) {
      heard.push(asked.text);
      return echoBot().handle(asked);
    },
  };
  const stage = await openRehearsal({ bot, phone, seal, now });
  await stage.ask({ text: '高龄津贴有多少', region: '410100', place: '郑州市' });
  await stage.close();
  expect(heard).toEqual(['高龄津贴有多少', '郑州市，高龄津贴有多少']);
  expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('calls').selectAll().execute()).toEqual([]);
  await db.destroy();
});
