import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld } from '../../evals/booking/world.js';
import { newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import { createBot } from '../../src/bot/turn.js';
import { shanghaiTime } from '../../src/language/calendar.js';
import { realHouse } from '../support/house.js';

const OFFER = /要不要帮您约个号/u;

/** Says all lines to a bot that books; the replies. */
async function replies(region: string, ...lines: string[]): Promise<Reply[]> {
  const house = await realHouse();
  const world = await openWorld(house.library.documents);
  const clock = () => shanghaiTime(world.now());
  const bot = createBot({ house: () => house, clock, booking: world.parts });
  let conversation = newConversation();
  const said: Reply[] = [];
  for (const text of lines) {
    const settled = await bot.handle({ text, region, conversation });
    conversation = settled.conversation;
    said.push(settled.reply);
  }
  await world.close();
  return said;
}

beforeAll(realHouse, 120_000);

describe('who tells only what ails them', () => {
  it.each(['要', '中', '好', '行，明天上午吧'])(
    'is offered an appointment, which %s begins with all that was told',
    async (yes) => {
      const [offer, begun, next] = await replies(
        '郑州市',
        '我这耳朵背了好些日子了，听人说话嗡嗡的',
        yes,
        '我自己',
      );
      expect(offer?.text).toMatch(OFFER);
      expect(begun?.kind).toBe('booking');
      expect(`${begun?.text}${next?.text}`).not.toContain('哪里不舒服');
    },
  );

  it('is asked no more after a no', async () => {
    const [, left] = await replies('郑州市', '我耳朵背了好些日子了，听人说话嗡嗡的', '不用');
    expect(left?.kind).toBe('smalltalk');
  });

  it.each(['没有，好几年了', '不急，老毛病'])(
    'is offered it as well once danger is denied: %s',
    async (no) => {
      const [asked, offer, begun] = await replies('郑州市', '我胸口疼', no, '要');
      expect(asked?.kind).toBe('emergency');
      expect(offer?.text).toMatch(OFFER);
      expect(begun?.kind).toBe('booking');
    },
  );

  it('is asked for none by who asked what to do', async () => {
    const [asked, left] = await replies('郑州市', '噎住了怎么办', '没有，就是问问');
    expect(asked?.kind).toBe('emergency');
    expect(left?.kind).toBe('medical');
  });

  it.each(['我妈腰疼得睡不着，医保能报销多少', '我这腿疼，有什么补贴'])(
    '%s asks, and is answered',
    async (text) => {
      const [reply] = await replies('郑州市', text);
      expect(reply?.text).not.toMatch(OFFER);
    },
  );
});

describe('what is told beside a question of the rules', () => {
  it('is kept, and the question put again', async () => {
    const [, beside] = await replies('济宁市嘉祥县', '俺娘能领点啥', '农村的，腿脚不好');
    expect(beside?.text).toMatch(/^好，记下了。平时吃饭/u);
  });

  it('is said to be heard where no rule asks for it', async () => {
    const [, beside] = await replies('郑州市', '我妈能享受什么', '她是退休教师');
    expect(beside?.text).toMatch(/^您说的我听到了。还要问您：/u);
  });

  it('is not held to be missing from the policies when all was found out', async () => {
    const after = await replies('三门峡市', '我妈能享受什么', '八十一', '家里种地，没啥收入');
    expect(after.at(-1)?.kind).toBe('clarify');
  });
});

describe('what was asked while its place is waited for', () => {
  it('is answered together with what is asked in between', async () => {
    const house = await realHouse();
    const bot = createBot({ house: () => house, clock: () => shanghaiTime(new Date()) });
    let conversation = newConversation();
    let text = '';
    for (const line of ['俺是失独的', '那个家庭医生签约', '是不是得全都给俺们签上', '嘉祥']) {
      const settled = await bot.handle({ text: line, region: null, conversation });
      conversation = settled.conversation;
      text = settled.reply.text;
    }
    expect(text).toContain('100%');
  });
});
