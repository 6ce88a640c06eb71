import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.js';
import type { Bot } from '../../../src/bot/desk.js';
import { createBot } from '../../../src/bot/turn.js';
import { ingestFile } from '../../../src/knowledge/ingest.js';
import { openHouse } from '../../../src/open-house.js';

let folder: string;
let bot: Bot;

/** A sample, no real policy, dropped in beside the corpus as a community's office would. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwen-allowance-'));
  const corpus = join(folder, 'corpus');
  await cp('corpus', corpus, { recursive: true });
  const ingested = await ingestFile(
    'tests/bot/ingested/allowance.txt',
    { id: 'sample-allowance' },
    { dir: join(corpus, 'documents') },
  );
  expect(ingested.outcome).toBe('added');
  const house = await openHouse(corpus, join(folder, 'index'));
  const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };
  bot = createBot({ house: () => house, clock: () => now });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = async (text: string) =>
  (await bot.handle({ text, region: '仁怀市', conversation: newConversation() })).reply;

describe('an allowance by age, of a document that was only ingested', () => {
  it.each([
    ['我妈今年八十三了，户口在仁怀，一个月能领好多高龄津贴', '50元'],
    ['我家老人九十二了，每个月补多少', '100元'],
    ['百岁老人一个月好多钱', '500元'],
    ['高龄津贴到哪里去申请', '村（居）民委员会'],
    ['要带么子证件', '户口簿'],
    ['批下来要好久', '10个工作日'],
    ['老人家走了，那个钱要不要去说一声', '30日内'],
    ['领了低保还能不能领这个', '不影响'],
    ['我爸瘫在床上去不了，我能不能帮他办', '代为申请'],
    ['忘了认证停了，补不补', '补发'],
  ])('%s: %s', async (asked, told) => {
    const reply = await ask(asked);
    expect(reply.text).toContain(told);
    expect(reply.citations.map(({ documentId }) => documentId)).toContain('sample-allowance');
  });

  it('calls nobody too young who has an amount of her own', async () => {
    expect((await ask('我妈今年八十三了，一个月能领多少高龄津贴')).text).not.toContain('还不到');
  });

  it.each(['走了的话有丧葬费没得', '住养老院有补贴没得', '电话是好多'])(
    'does not write: %s',
    async (asked) => {
      expect((await ask(asked)).kind).toBe('not_found');
    },
  );
});
