import { describe, expect, it } from 'vitest';
import { check } from '../../src/bot/check/check.js';
import { cite, clauseHolding } from '../../src/bot/compose/cite.js';
import { newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import type { Work } from '../../src/bot/work.js';
import { findRegion } from '../../src/knowledge/regions.js';
import { realHouse } from '../support/house.js';

const QUOTE = '每人每月可享受 200 元的政府购买服务';

async function workWith(reply: Partial<Reply>, place: string): Promise<Work> {
  const { library } = await realHouse();
  const document = library.document('hecheng-2021-3');
  const clause = clauseHolding(library, 'hecheng-2021-3', QUOTE);
  const region = findRegion(place);
  if (!document || !clause || !region) throw new Error('the corpus lacks what this test quotes');
  return {
    heard: '三无老人一个月多少',
    caller: null,
    text: '三无老人一个月多少',
    conversation: newConversation(),
    home: region,
    understanding: { text: '', social: null, wantsRepeat: false, asks: [], places: [], compares: false },
    presumed: false,
    places: [region],
    prefer: null,
    findings: [],
    person: {},
    about: 'self',
    told: {},
    answered: null,
    assessing: null,
    asking: null,
    reckoned: [],
    restated: null,
    begun: 0,
    within: null,
    onText: null,
    reply: {
      kind: 'answer',
      text: '每人每月200元。',
      speech: '每人每月200元。',
      citations: [cite(document, clause, QUOTE)],
      suggestions: [],
      actions: [],
      ...reply,
    },
  };
}

describe('what is about to be sent', () => {
  it('goes out as it is when every figure is cited', async () => {
    const ending = check(await workWith({}, '431202'), await realHouse());
    expect(ending).toMatchObject({ ending: 'answered', reply: { text: '每人每月200元。' } });
  });

  it.each(['每人每月300元。', '每人每月三百元。', '满75周岁就有。', '每人每年200元，去年是180元。'])(
    'is replaced by the cited words when a figure is not: %s',
    async (text) => {
      const ending = check(await workWith({ text }, '431202'), await realHouse());
      if (ending.ending !== 'answered') throw new Error(ending.ending);
      expect(ending.reply.text).toContain(QUOTE);
      expect(ending.reply.text).not.toContain(text);
    },
  );

  it('is checked in what is heard as in what is read', async () => {
    const ending = check(await workWith({ speech: '每人每月五百元。' }, '431202'), await realHouse());
    if (ending.ending !== 'answered') throw new Error(ending.ending);
    expect(ending.reply.speech).not.toContain('五百');
  });

  it('is not sent at all when the policy is of another place', async () => {
    const ending = check(await workWith({}, '410100'), await realHouse());
    expect(ending.ending).toBe('silent_anywhere');
  });

  it('may use the rule of a place that holds the one asked about, and of no place inside it', async () => {
    const ending = check(await workWith({}, '431200'), await realHouse());
    expect(ending.ending).toBe('silent_anywhere');
  });
});
