import { describe, expect, it } from 'vitest';
import { hearNameAnswer } from '../../../src/bot/book/hear/name.js';
import { call } from '../../support/booking-call.js';

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

describe('what was read back, said again', () => {
  it.each(['对，人民医院的，约吧', '是的，骨科，就这样', '对，就是那一天，挂上吧', '没错，王桂芳，定下来'])(
    'takes nothing from a yes: %s',
    async (said) => {
      const caller = await call();
      await caller.say(ALL);
      await caller.say(said);
      expect(caller.booked()).toHaveLength(1);
    },
  );

  it.each(['对，人民医院骨科先等等', '对，叫人来吧，不对', '人民医院骨科', '对，中医院的骨伤科'])(
    'is no yes by itself, nor is anything else: %s',
    async (said) => {
      const caller = await call();
      await caller.say(ALL);
      await caller.say(said);
      expect(caller.booked()).toEqual([]);
    },
  );

  it('names nobody', async () => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say('对，叫人过来接吧')).text).not.toContain('姓名人');
  });

  it('is the yes to a move that names the new hours, and to a cancelling that names the department', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，约吧');
    expect((await caller.say('改到那天下午')).text).toContain('改吗');
    expect((await caller.say('是，换到下午')).text).toContain('改好了');
    expect((await caller.say('不去了，帮我取消')).text).toContain('取消吗');
    expect((await caller.say('嗯，把骨科那个退掉')).text).toContain('已经取消');
  });
});

describe('a name told by its parts', () => {
  it.each([
    ['马茗，草字头底下一个名字的名', '马茗'],
    ['李希娜，希是希望的希加个耳朵旁', '李郗娜'],
    ['周朱，朱是朱红的朱加个女字旁', '周姝'],
    ['陈青，三点水加一个青年的青', '陈清'],
    ['她小名叫丫丫，大名叫何令仪', '何令仪'],
  ])('is %s', (said, name) => {
    expect(hearNameAnswer(said)).toBe(name);
  });
});
