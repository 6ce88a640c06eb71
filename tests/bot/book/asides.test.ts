import { describe, expect, it } from 'vitest';
import { answerAside, type Spot, splitAside } from '../../../src/bot/book/take/asides.js';
import { call } from '../../support/booking-call.js';

const spot: Spot = {
  service: { id: 'green-channel' },
  provider: { name: '鹤城区人民医院', phone: '07452233445', address: '人民路一号' },
  offered: [],
};

describe('what is asked beside a booking', () => {
  it.each([
    ['挂号要多少钱', /窗口/u],
    ['医生是男的女的', /看不到.*07452233445/u],
    ['要不要带啥东西', /身份证/u],
    ['那个远不远', /人民路一号/u],
    ['要不要空腹', /07452233445/u],
    ['要等多久啊', /看不到/u],
  ])('is answered as far as it is known: %s', (asked, answer) => {
    expect(splitAside(asked).rest).toBe('');
    expect(answerAside(asked, spot)).toMatch(answer);
  });

  it.each(['医生说是腰椎病', '吃饭不香', '随便去哪家都行', '我自己去', '第一个吧', '血糖高，老口渴'])(
    'is nothing of %s',
    (said) => {
      expect(splitAside(said)).toEqual({ aside: '', rest: said });
    },
  );

  it('is not answered for a service whose price the policy may tell', () => {
    expect(answerAside('要钱吗', { ...spot, service: { id: 'health-check' } })).toBeNull();
  });

  it('is told before the question that waits, and the answer beside it is taken', async () => {
    const caller = await call();
    await caller.say('给我妈挂个骨科');
    const { text } = await caller.say('人民医院吧，那个远不远');
    expect(text).toMatch(/多远、怎么走.*有号的时间/u);
  });

  it('takes no yes away from the read-back', async () => {
    const caller = await call();
    await caller.say('给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000');
    expect((await caller.say('要带什么')).text).toMatch(/身份证.*我念一遍/u);
    expect(caller.booked()).toEqual([]);
    expect((await caller.say('对，要带什么')).text).toContain('约好了');
    expect(caller.booked()).toHaveLength(1);
  });
});

describe('a correction of what was read back', () => {
  const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

  it.each([
    ['不是八零零零，是八零零一', '13800138001'],
    ['不对，是八零零五', '13800138005'],
    ['电话最后是八零零六', '13800138006'],
  ])('of some digits is put in place and told first: %s', async (said, phone) => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say(said)).text).toMatch(/^改过来了：手机/u);
    await caller.say('对');
    expect(caller.booked()[0]?.patient.phone).toBe(phone);
  });

  it('that was not understood is no yes, and a yes to the question what is wrong books nothing', async () => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say('不对不对，哎呀那个什么来着')).text).toContain('哪里不对');
    expect((await caller.say('对')).text).toContain('我念一遍');
    expect(caller.booked()).toEqual([]);
  });

  it('of the time said again with the yes is part of the yes', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，就礼拜三');
    expect(caller.booked()).toHaveLength(1);
  });

  it('is followed by another appointment that is wanted in the same breath', async () => {
    const caller = await call();
    await caller.say(ALL);
    const { text } = await caller.say('对，约吧，还有我爸也要看，他腿疼');
    expect(text).toMatch(/约好了.*您去哪一家/u);
    expect(caller.booked()).toHaveLength(1);
  });
});
