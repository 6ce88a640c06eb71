import { describe, expect, it } from 'vitest';
import { call } from '../../support/booking-call.js';

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

describe('a booking that danger interrupts', () => {
  it('is gone on with once danger is denied, with all that was said before', async () => {
    const caller = await call();
    const asked = await caller.say('我老伴胸口闷得慌，喘不上气，想挂个号，去人民医院');
    expect(asked.kind).toBe('emergency');
    const reply = await caller.say('没有，老毛病了，现在好好的');
    expect(reply.kind).toBe('booking');
    expect(reply.text).toContain('有号的时间');
  });

  it('hears what is set right beside the no', async () => {
    const caller = await call();
    await caller.say('给我爸挂个号，他胸口疼');
    await caller.say('没有没有，不是我爸，是我公公');
    await caller.say('第一个');
    expect((await caller.say('第一个')).text).toContain('您的公公叫什么名字');
  });

  it('is not gone on with where danger is not denied', async () => {
    const caller = await call();
    await caller.say('我老伴胸口闷得慌，喘不上气，想挂个号，去人民医院');
    expect((await caller.say('是啊，疼得厉害')).kind).toBe('emergency');
    expect(caller.booked()).toEqual([]);
  });

  it('does not take a yes to something else for a yes to what was read back before', async () => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say('我爸突然晕倒了，叫不醒')).kind).toBe('emergency');
    const reply = await caller.say('对');
    expect(caller.booked()).toEqual([]);
    if (reply.kind === 'booking') expect(reply.text).toContain('我念一遍');
  });

  it('books on the yes after what was read back is read back again', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('高龄补贴一个月多少钱');
    await caller.say('对');
    expect(caller.booked().map(({ patient }) => patient.name)).toEqual(['王桂芳']);
  });

  it('takes a number of the family to ring for no cry for help', async () => {
    const caller = await call();
    await caller.say(ALL);
    const reply = await caller.say('有事打我女儿电话，一五一七四五三零零二一');
    expect(reply.kind).toBe('booking');
    expect(reply.text).toContain('女儿也收短信，151 7453 0021');
  });
});
