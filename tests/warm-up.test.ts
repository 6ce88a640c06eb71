import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { BookingParts } from '../src/bot/book/index.js';
import { type Bot, createDesk } from '../src/bot/desk.js';
import { createBot } from '../src/bot/turn.js';
import { readConfig } from '../src/config.js';
import { shanghaiTime } from '../src/language/calendar.js';
import { openAppointments } from '../src/open-appointments.js';
import { openPhone } from '../src/open-phone.js';
import { openRehearsal } from '../src/rehearsal.js';
import { ROOT } from '../src/root.js';
import { type Database, openDatabase } from '../src/store/database.js';
import { migrate } from '../src/store/migrations.js';
import { createHasher, createSeal } from '../src/store/seal.js';
import { readScript, type Stage, type Talk, talksOf, warmUp } from '../src/warm-up.js';
import { echoBot, temporaryFolder } from './support/desk.js';
import { realHouse } from './support/house.js';
import { BASE, MONDAY, TOKEN } from './support/phone.js';

const TALKS: Talk[] = [['一'], ['二', '三'], ['四']].map((turns) => ({
  turns,
  region: '410100',
  place: '郑州市',
}));

/** A stage that only listens. */
function listening(hear: (text: string) => void) {
  const stage = {
    closed: false,
    left: 0,
    async *hold({ turns }: Talk) {
      try {
        for (const turn of turns) {
          hear(turn);
          yield;
        }
      } finally {
        stage.left++;
      }
    },
    async close() {
      stage.closed = true;
    },
  };
  return stage satisfies Stage;
}

const realScript = async () => readScript(await readFile(join(ROOT, 'corpus/rehearsal.txt'), 'utf8'));

it('asks of every place that is held, in questions of its own and in talks as they are held', async () => {
  const house = await realHouse();
  const script = await realScript();
  const talks = talksOf(house, script);
  const questions = talks.slice(0, -script.length);
  expect(new Set(questions.map(({ region }) => region))).toEqual(new Set(house.held.map((r) => r.adcode)));
  expect(new Set(questions.flatMap(({ turns }) => turns)).size).toBeGreaterThan(house.held.length * 10);
  const told = talks.slice(-script.length);
  expect(told.map(({ turns }) => turns)).toEqual(script);
  expect(new Set(told.map(({ region }) => region)).size).toBe(house.held.length);
});

it('reads a script: a line a turn, empty lines between the talks', () => {
  expect(readScript('# 说明\n\n喂\n[1]\n\n\n# 再一通\n再见\n')).toEqual([['喂', '[1]'], ['再见']]);
  expect(readScript('')).toEqual([]);
});

it('says each once, in turn, and leaves the stage', async () => {
  const heard: string[] = [];
  const stage = listening((text) => heard.push(text));
  await warmUp(async () => stage, TALKS, new AbortController().signal);
  expect(heard).toEqual(['一', '二', '三', '四']);
  expect(stage).toMatchObject({ closed: true, left: TALKS.length });
});

it('says no more once stopped', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const stage = listening((text) => {
    if (heard.push(text) === 2) stop.abort();
  });
  await warmUp(async () => stage, TALKS, stop.signal);
  expect(heard).toEqual(['一', '二']);
  expect(stage).toMatchObject({ closed: true, left: 2 });
});

it('rests while the process is busy with something else', async () => {
  const heard: string[] = [];
  let busy = true;
  const work = setInterval(() => {
    const until = performance.now() + 4;
    while (busy && performance.now() < until);
  }, 1);
  const warmed = warmUp(async () => listening((t) => heard.push(t)), TALKS, new AbortController().signal);
  await delay(200);
  expect(heard).toEqual([]);
  busy = false;
  await warmed;
  clearInterval(work);
  expect(heard).toEqual(['一', '二', '三', '四']);
});

it('tells of a turn that fails, and leaves the stage', async () => {
  const stage = listening(() => {
    throw new Error('broken');
  });
  await expect(warmUp(async () => stage, TALKS, new AbortController().signal)).rejects.toThrow('broken');
  expect(stage.closed).toBe(true);
});

/** A house of its own, with what a rehearsal is opened from and what is said to its bot and by it. */
async function rehearsing(env: Record<string, string>, createOwn: (booking: BookingParts) => Bot) {
  const house = await realHouse();
  const keys = [Buffer.alloc(32, 1)] as const;
  const seal = createSeal(...keys);
  const hasher = createHasher(...keys);
  const db = await openDatabase({ file: join(temporaryFolder(), 'yiwen.db') });
  await migrate(db);
  const now = () => new Date(MONDAY);
  const corpus = join(ROOT, 'corpus');
  const config = readConfig(env);
  const desk = createDesk({ bot: echoBot(), db, seal, now });
  const onError = (error: unknown) => expect.unreachable(String(error));
  const phone = await openPhone({
    ...{ config, db, seal, hasher, desk, corpus, now, onError },
    house: () => house,
    sendsMessages: false,
  });
  const heard: string[] = [];
  const said: string[] = [];
  const stage = await openRehearsal({
    bot: (booking) => {
      const bot = createOwn(booking);
      return {
        async handle(asked) {
          heard.push(asked.text);
          const settled = await bot.handle(asked);
          said.push(settled.reply.text);
          return settled;
        },
      };
    },
    booking: (within) =>
      openAppointments({
        ...{ config, db: within, seal, hasher, now, corpus },
        documents: house.library.documents,
        secret: () => null,
        log: { info: onError, warn: onError, error: onError },
      }),
    ...{ phone, seal, now },
  });
  return { stage, heard, said, db, house };
}

const LINE = { TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_BASE_URL: BASE };

async function holdAll(stage: Stage, talks: readonly Talk[]): Promise<void> {
  for (const talk of talks) for await (const _ of stage.hold(talk));
  await stage.close();
}

const KEPT = ['sessions', 'calls', 'appointments', 'outbox', 'tasks', 'providers'] as const;

async function expectNothingKept(db: Database): Promise<void> {
  for (const table of KEPT) expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  await db.destroy();
}

it('rehearses on the telephone where there is one, else at the desk', async () => {
  const talk = { turns: ['高龄津贴有多少', '[1]', '[]', '多大岁数'], region: '410100', place: '郑州市' };
  const line = await rehearsing(LINE, () => echoBot());
  await holdAll(line.stage, [talk]);
  expect(line.heard).toEqual(['郑州市的，高龄津贴有多少', '多大岁数']);
  await expectNothingKept(line.db);
  const desk = await rehearsing({}, () => echoBot());
  await holdAll(desk.stage, [talk]);
  expect(desk.heard).toEqual(['高龄津贴有多少', '多大岁数']);
  await expectNothingKept(desk.db);
});

it.each(['gather', 'relay'])('holds every talk of the script over %s', async (mode) => {
  const { stage, heard, db, house } = await rehearsing({ ...LINE, PHONE_MODE: mode }, () => echoBot());
  await holdAll(stage, talksOf(house, await realScript()));
  expect(heard.length).toBeGreaterThan(300);
  await expectNothingKept(db);
});

it('books, moves and cancels in the rehearsal, and keeps and sends nothing of it', async () => {
  const house = await realHouse();
  const clock = () => shanghaiTime(new Date(MONDAY));
  const { stage, said, db } = await rehearsing(LINE, (booking) =>
    createBot({ house: () => house, clock, booking }),
  );
  const script = await realScript();
  await holdAll(
    stage,
    talksOf(house, script).filter(({ turns }) => turns.some((turn) => /约|挂/u.test(turn))),
  );
  const all = said.join('\n');
  for (const told of ['约好了', '改好了', '已经取消']) expect(all).toContain(told);
  await expectNothingKept(db);
}, 60_000);
