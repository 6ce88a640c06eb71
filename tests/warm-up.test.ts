import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Asked, Bot } from '../src/bot/desk.js';
import { warmingQuestions, warmUp } from '../src/warm-up.js';
import { echoBot } from './support/desk.js';
import { realHouse } from './support/house.js';

/** A bot that says what it is asked to `hear` before it answers. */
const heardBy = (hear: (text: string) => void): Bot => ({
  handle(asked: Asked) {
    hear(asked.text);
    return echoBot().handle(asked);
  },
});

it('asks of every place that is held, in questions of its own', async () => {
  const house = await realHouse();
  const questions = warmingQuestions(house);
  expect(new Set(questions.map(({ region }) => region))).toEqual(new Set(house.held.map((r) => r.adcode)));
  expect(new Set(questions.map(({ text }) => text)).size).toBeGreaterThan(house.held.length * 10);
});

it('asks each once, and no more once stopped', async () => {
  const questions = ['一', '二', '三'].map((text) => ({ text, region: '410100' }));
  const heard: string[] = [];
  const bot = heardBy((text) => {
    if (heard.push(text) === 2) stop();
  });
  const stop = warmUp(bot, questions, () => expect.unreachable());
  await expect.poll(() => heard).toHaveLength(2);
  await delay(50);
  expect(heard).toEqual(['一', '二']);
});

it('tells of a turn that fails and leaves it at that', async () => {
  const told: unknown[] = [];
  const broken = heardBy(() => {
    throw new Error('broken');
  });
  warmUp(broken, [{ text: '一', region: '410100' }], (error) => told.push(error));
  await expect.poll(() => told).toHaveLength(1);
});
