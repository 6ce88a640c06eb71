import { beforeAll, describe, expect, it } from 'vitest';
import { realHouse } from '../../support/house.js';
import type { ChatCall, Script } from '../../support/models/scripted.js';
import { honestly, isReading } from '../../support/models/scripts.js';
import { botWithModel } from '../../support/models/worded.js';

const PLACE = '怀化市鹤城区';
/** Nothing in it that code can find a policy by. */
const UNCLEAR = '那个屋里头摆的铺子公家按月出好大的数贴给开院的人咯';

const reading = (question: string, facts: unknown[] = [], intent = 'ask_policy') => ({
  kind: 'reply' as const,
  text: JSON.stringify({ intent, question, facts }),
});

const modelThat = (reads: Script) =>
  botWithModel((call: ChatCall) => (isReading(call) ? reads : honestly(call)));

beforeAll(() => realHouse(), 120_000);

describe('a turn that code is unsure of', () => {
  it('is not given to a model where code is sure', async () => {
    const { ask, server } = await modelThat(reading('x'));
    await ask('三无老人一个月多少', PLACE);
    expect(server.calls.filter(isReading)).toEqual([]);
  });

  it('takes no place, figure or class that was not said', async () => {
    for (const question of ['嘉祥县的老人有什么补贴', '满八十岁的老人一个月给多少', '三无老人一个月给多少']) {
      const { ask, askPlain, server } = await modelThat(reading(question));
      const { reply } = await ask(UNCLEAR, PLACE);
      expect(server.calls.filter(isReading).length).toBeGreaterThan(0);
      expect(reply.citations).toEqual((await askPlain(UNCLEAR, PLACE)).reply.citations);
    }
  });

  it('keeps its reply where the model fails, or calls it small talk', async () => {
    const { reply: plain } = await (await modelThat(reading(''))).askPlain(UNCLEAR, PLACE);
    for (const reads of [
      reading('', [], 'small_talk'),
      { kind: 'status' as const, status: 500 },
      reading('<>'),
    ]) {
      const { ask } = await modelThat(reads);
      expect((await ask(UNCLEAR, PLACE)).reply).toEqual(plain);
    }
  });

  it('gives the model what was said before, and the answer to both', async () => {
    const { ask, server } = await modelThat(reading('民办养老院收住本地老人一张床一个月补多少钱'));
    const first = await ask('民办养老院收住本地老人有运营补贴吗', PLACE);
    await ask('那一张床呢', PLACE, first.conversation);
    const read = server.calls.filter(isReading).at(-1)?.messages.at(-1)?.content ?? '';
    expect(read).toContain('民办养老院收住本地老人有运营补贴吗');
  });
});
