import { describe, expect, it } from 'vitest';
import { call } from '../../support/booking-call.js';

const FIRST = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

/** One who has an appointment of that department already, and asks for another. */
async function askedTwice(day = '下礼拜四上午') {
  const caller = await call();
  await caller.say(FIRST);
  await caller.say('对，约吧');
  return { caller, readBack: await caller.say(FIRST.replace('给', '再给').replace('下礼拜三上午', day)) };
}

describe('a second appointment for the same', () => {
  it('is said to be one before it is agreed to, and made by a yes', async () => {
    const { caller, readBack } = await askedTwice();
    expect(readBack.text).not.toContain('星期三');
    expect(readBack.text).toContain('另外再约一个');
    await caller.say('对，约吧');
    expect(caller.booked()).toHaveLength(2);
  });

  it.each(['改号', '不是，改原来那个', '把那个改到这个时间'])(
    'moves the first to the very time by: %s',
    async (said) => {
      const { caller, readBack } = await askedTwice('下礼拜四上午九点半');
      expect(readBack.text).toContain('9:30');
      const [first] = caller.booked();
      expect((await caller.say(said)).text).toContain('改吗');
      await caller.say('对，改吧');
      const [moved, ...others] = caller.booked();
      expect(others).toEqual([]);
      expect(moved?.start).not.toBe(first?.start);
      expect(moved?.start).toContain('T09:30');
    },
  );

  it('is none for somebody else, or for another department', async () => {
    const { caller } = await askedTwice();
    await caller.say('不约了');
    for (const wish of [
      '给我爸挂个骨科，下礼拜四上午，去人民医院，他叫王德福，电话13800138000',
      '给我妈挂个眼科，下礼拜四上午，去人民医院，她叫王桂芳，电话13800138000',
    ]) {
      const readBack = await caller.say(wish);
      expect(readBack.text).toContain('我念一遍');
      expect(readBack.text).not.toContain('另外再约');
      await caller.say('不约了');
    }
  });
});
