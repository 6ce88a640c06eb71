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

  it('is asked again where one word of it may be misheard, and leaves nothing as it was by that', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，约吧');
    await caller.say('不去了，帮我取消');
    const again = await caller.say('退掉退掉，人都走了还来么字');
    expect(again.text).toContain('取消');
    expect(again.text).not.toContain('已经取消');
    expect(again.text).not.toContain('那就不动');
    expect((await caller.say('取消')).text).toContain('已经取消');
  });
});

describe('a name told by its parts', () => {
  it.each([
    ['马茗，草字头底下一个名字的名', '马茗'],
    ['李希娜，希是希望的希加个耳朵旁', '李郗娜'],
    ['周朱，朱是朱红的朱加个女字旁', '周姝'],
    ['陈青，三点水加一个青年的青', '陈清'],
    ['她小名叫丫丫，大名叫何令仪', '何令仪'],
    ['俺娘叫撒秀云，撒盐的撒，秀气的秀，云彩的云', '撒秀云'],
    ['他叫缑长海，长短的长，大海的海', '缑长海'],
    ['她叫闪月娥，闪电的闪，月亮的月', '闪月娥'],
  ])('is %s', (said, name) => {
    expect(hearNameAnswer(said)).toBe(name);
  });
});

describe('of two people, or two appointments', () => {
  it('the second is booked once, though the yes says that it is also to be booked', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，约吧');
    await caller.say('再给我爸挂个眼科，礼拜四上午，人民医院，他叫王大山，电话13800138000');
    const { text } = await caller.say('对，我爸的也约上');
    expect(text).toContain('约好了');
    expect(text).not.toContain('下一位');
    expect(caller.booked()).toHaveLength(2);
  });

  it('who else is told without a name for them is told', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，约吧');
    await caller.say('也告诉我爸一声，他电话15911112222');
    expect((await caller.say('对，发吧')).text).not.toContain('没有查到');
  });
});

describe('whom it is for', () => {
  it.each(['对门老陈家有个家庭医生，我也想要一个', '孙子书包带子断了，闺女叫我挂个眼科看看'])(
    'is the speaker: %s',
    async (said) => {
      const { text } = await (await call()).say(said);
      expect(text).not.toContain('给您自己约，还是');
      expect(text).not.toMatch(/您的(?:孙子|对门|闺女|邻居)/u);
    },
  );
});
