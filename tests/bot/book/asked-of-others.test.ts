import { describe, expect, it } from 'vitest';
import { botIn, openWorld } from '../../../evals/booking/world.js';
import { asksWhatAPlaceDoes } from '../../../src/bot/book/wish/asked-of-others.js';
import { newConversation } from '../../../src/bot/conversation.js';
import type { Reply } from '../../../src/bot/reply.js';
import { realHouse, talk } from '../../support/house.js';

/** Says all lines to a bot that books what the sample providers give; the last reply. */
async function lastReply(region: string | null, ...lines: string[]): Promise<Reply | undefined> {
  const house = await realHouse();
  const world = await openWorld(house.library.documents);
  const bot = botIn(world, { house });
  let conversation = newConversation();
  let reply: Reply | undefined;
  for (const text of lines) ({ conversation, reply } = await bot.handle({ text, region, conversation }));
  await world.close();
  return reply;
}

describe('asked of the policies, not of the desk', () => {
  it.each([
    '俺爹老不吭气，家门口社区小医院，能不能给他测测',
    '镇上卫生院能不能给老人看看牙',
    '咱这服务中心管不管给老人测血糖',
    '敬老院能给老人洗澡不',
  ])('whether a place does something: %s', (text) => {
    expect(asksWhatAPlaceDoes(text)).toBe(true);
  });

  it.each([
    '社区医院能不能给我约个体检',
    '社区能不能来个人给俺爹换尿管',
    '卫生院能挂号不',
    '能不能请社区大夫上门',
    '想去社区医院量量血压',
  ])('a wish, whatever place it names: %s', (text) => {
    expect(asksWhatAPlaceDoes(text)).toBe(false);
  });

  it('what nobody gives by appointment there', async () => {
    const reply = await lastReply(
      '榆林市神木市',
      '我婆婆瘫下六年了，我也五十好几了，有没有地方能替我照看上几天，叫我缓一缓',
    );
    expect(reply?.kind).toBe('answer');
    expect(reply?.text).toContain('喘息');
  });

  it('however much it sounds like a wish', async () => {
    const reply = await lastReply(
      null,
      '伺候俺婆婆三年了，人糊涂得一步都离不开人，我想回娘家歇上几天，有没有啥地方能先替我看几天',
      '咸阳',
    );
    expect(reply?.kind).toBe('answer');
    expect(reply?.text).toContain('喘息');
  });

  it('rest from caring is no danger', async () => {
    const tired = '照看瘫了的婆婆两年多，人都要垮了，想跟养老服务站约个喘息服务，让我歇一下';
    expect((await lastReply('鹤城区', tired))?.kind).toBe('booking');
    const ill = '我胸口疼得出不来气，挂个号，让我歇一下';
    expect((await lastReply('鹤城区', ill))?.kind).toBe('emergency');
  });

  it('but it is booked where it can be, though the place is told only later', async () => {
    const reply = await lastReply(
      null,
      '我照料瘫在床上的老娘四年了，我自己也六十九了，有没有地方能替我照看几天，叫我歇口气',
      '鹤城区',
    );
    expect(reply?.kind).toBe('booking');
    expect(reply?.text).toContain('喘息');
  });
});

describe('whatever there is, in everyday words', () => {
  it.each([
    '我七十一了，没崽没女，手脚做不得事，公家能帮我些什么',
    '我爷老倌七十二了，吃低保的，上厕所要人扶，我跟我老弟都在东莞，他有没有什么补的',
    '我爹七十八，五保户，国家给补点啥不',
    '我爸七十六，吃低保，自己住，够得上哪样',
    '我大爷八十，政府有啥帮扶没',
  ])('is found out: %s', async (text) => {
    const say = await talk('怀化市鹤城区');
    const reply = await say(text);
    expect(['assessment', 'clarify']).toContain(reply.kind);
    expect(reply.text).toMatch(/享受|还要问您|几句话/u);
  });

  it.each(['养老院里老人吃点什么补的好', '你们能帮我约个骨科不', '开养老院国家给补什么'])(
    'is not asked for in %s',
    async (text) => {
      const say = await talk('怀化市鹤城区');
      expect((await say(text)).kind).not.toBe('assessment');
    },
  );

  it('keeps to the father, though his son tells where he works himself', async () => {
    const say = await talk('怀化市鹤城区');
    await say('我爷老倌七十二了，吃低保的，上厕所要人扶，我跟我老弟都在东莞，他有没有什么补的');
    expect((await say('都不是')).text).not.toContain('多大年纪');
  });

  it('tells who is registered elsewhere that it is not his: 拿得到不', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say(
      '我亲家七十四，没崽没女，做不得事，没进账，户口在洪江，租住在鹤城，那两百块他拿得到不',
    );
    expect(reply.kind).toBe('assessment');
    expect(reply.text).toMatch(/不符合[\s\S]*户籍/u);
  });
});
