import { describe, expect, it } from 'vitest';
import { onlyHinders } from '../../../src/bot/book/wish/hinders.js';
import { call } from '../../support/booking-call.js';

const BOOKED = [
  '给我约个骨科，去人民医院，我自己看',
  '礼拜三上午',
  '第一个',
  '张桂花',
  '13874512345',
  '对，约吧',
];

async function answerTo(...turns: string[]): Promise<string> {
  const caller = await call();
  let text = '';
  for (const turn of [...BOOKED, ...turns]) text = (await caller.say(turn)).text;
  return text;
}

describe('an appointment whose day will not do', () => {
  it.each([
    '俺妹子那天来不了，没人扶我',
    '礼拜三俺得吃喜酒',
    '哎呀，礼拜三额孙子办事呀',
    '那天没人送我',
    '那天我闺女请不下假，去不了',
  ])('is asked about: %s', async (said) => {
    expect(await answerTo(said)).toContain('要改个时间，还是取消');
  });

  it.each([
    ['改个日子', '要哪一个'],
    ['后天', '改吗'],
    ['不要了', '取消吗'],
    ['给俺取消了吧', '取消吗'],
    ['还去，不动', '原来的预约还在'],
    ['不晓得', '要改个时间，还是取消'],
    ['对', '要改个时间，还是取消'],
  ])('and %s settles what becomes of it', async (said, told) => {
    expect(await answerTo('俺妹子那天来不了', said)).toContain(told);
  });

  it.each(['礼拜三我一定准时来', '晓得了，那天我早点去', '礼拜三下雪你们上不上班', '明天俺得吃喜酒'])(
    'but not where it is kept, asked about, or on another day: %s',
    async (said) => {
      expect(await answerTo(said)).not.toContain('要改个时间，还是取消');
    },
  );

  it('is asked about where another call speaks of it and what is said of it is not heard', async () => {
    const caller = await call();
    const { text } = await caller.say('我约的那个骨科，跟你说一声');
    expect(text).toContain('要改个时间，还是取消');
    expect((await caller.say('取消')).text).toContain('预约码');
    const other = await call();
    expect((await other.say('我刚才约的那个眼科是几点来着')).text).toContain('预约码');
  });

  it('is given up or moved at once by who says so', () => {
    expect(onlyHinders('那天去不成，取消吧')).toBe(false);
    expect(onlyHinders('那天去不成，往后推推')).toBe(false);
    expect(onlyHinders('那天去不成了')).toBe(true);
  });
});
