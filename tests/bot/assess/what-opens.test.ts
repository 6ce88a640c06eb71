import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.js';
import { createBot } from '../../../src/bot/turn.js';
import { NOW, realHouse } from '../../support/house.js';

const replyTo = async (region: string, text: string) => {
  const house = await realHouse();
  const bot = createBot({ house: () => house, clock: () => NOW });
  return (await bot.handle({ text, region, conversation: newConversation() })).reply;
};

describe('a case that is told', () => {
  it.each([
    '我们这里有个刘娭毑，六十六岁，吃低保的，穿衣吃饭都要人搭把手，公家有么子帮她的没得',
    '俺娘八十三了，瘫在床上，政府有没有啥能照顾照顾她的',
  ])('is assessed where it is asked what there is to help: %s', async (text) => {
    expect((await replyTo('鹤城区', text)).kind).toBe('assessment');
  });

  it('is none where it is asked what an insurance pays', async () => {
    const reply = await replyTo(
      '嘉祥县',
      '俺娘瘫床上动弹不了，镇上卫生院的大夫上家来给她换药看病，这个钱医保管报不',
    );
    expect(reply.kind).toBe('answer');
    expect(reply.text).toContain('医保报销');
  });
});
