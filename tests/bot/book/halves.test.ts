import { describe, expect, it } from 'vitest';
import { hearNameAnswer } from '../../../src/bot/book/hear/name.js';
import { repaired } from '../../../src/bot/book/hear/repair.js';
import { hearService } from '../../../src/bot/book/hear/service.js';
import { hearWhen } from '../../../src/bot/book/hear/when.js';
import { hearWho } from '../../../src/bot/book/hear/who.js';
import { call } from '../../support/booking-call.js';
import { realHouse } from '../../support/house.js';
import { wishOf } from '../../support/wish.js';

const { lexicon } = await realHouse();
const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };

describe('a wish told by halves', () => {
  it.each([
    ['喂，是约号的不', 'book'],
    ['你们是挂号的吧', 'book'],
    ['喂，是登记体检的地方不', 'book'],
    ['我老伴走不动，能不能派个医生来看看', 'book'],
    ['他下不了楼，你们那医生可以来屋里看下不', 'book'],
    ['老头子背不动，能不能叫大夫来一趟', 'book'],
    ['我不识字，听说有志愿者陪着看病', 'book'],
    ['我要体检咋弄', 'book'],
    ['想去拔个罐', 'book'],
    ['我挂的号想改一下', 'reschedule'],
    ['上门那个帮我往后挪一下', 'reschedule'],
    ['眼科那个得挪挪', 'reschedule'],
  ])('is heard: %s is %s', (said, task) => {
    expect(wishOf(said)).toBe(task);
  });

  it.each([
    '约体检的要带什么',
    '免费体检的吧',
    '我不是约体检的',
    '起不来床的老人，医生能上门吗',
    '我妈走不了，医生上门要钱不',
    '我公公瘫了，签了约的大夫能上门给弄点啥',
    '老年人体检怎么弄',
    '我一个人养老金咋领',
    '我妈一个人腿脚不便，有没有志愿者能陪着看病住院',
    '低保标准得改改',
    '医保卡得换换',
    '手机号改一下那个号停机了',
  ])('is none in a question of the rules, or of something else: %s', (said) => {
    expect(wishOf(said)).toBeNull();
  });

  it.each(['把我老伴那个去掉', '我想好了，把体检那个取消'])('gives up what is known: %s', (said) => {
    expect(wishOf(said, true)).toBe('cancel');
  });
});

describe('whichever is earliest', () => {
  it.each(['哪个早就哪个', '哪天早要哪天', '谁早就谁', '哪一个靠前就给我哪一个', '哪个早一点就挂哪个'])(
    'is wished: %s',
    (said) => {
      expect(hearWhen(said, now)).toMatchObject({ when: { soonest: true } });
    },
  );

  it.each(['哪个早', '哪个时间早一点', '哪个好就哪个', '早就约了'])('is not in: %s', (said) => {
    expect(hearWhen(said, now)).toBeNull();
  });
});

describe('what is as it is said', () => {
  it.each(['不要了，真不要了', '轮椅不要了', '不约了', '不去了'])('is not put right: %s', (said) => {
    expect(repaired(said)).toBe(said);
  });

  it('is put back where it was written by its sound', () => {
    expect(repaired('不要疗，真不要了')).toBe('不要了，真不要了');
  });
});

describe('whom', () => {
  it.each(['陪我噻', '看我嘛', '就是我这个老婆子', '给俺看'])('is the speaker in %s', (said) => {
    expect(hearWho(said, lexicon, true)).toMatchObject({ relation: 'self' });
  });

  it.each(['我妈噻', '我那个老头子', '陪我妈'])('is another in %s', (said) => {
    expect(hearWho(said, lexicon, true)?.relation).not.toBe('self');
  });
});

describe('needles in the quarter', () => {
  const services = (['tcm-health', 'green-channel', 'home-visit'] as const).map((id) => ({
    id,
    name: id,
    aliases: [],
    byDepartment: false,
    bookable: true,
    grants: [],
    note: null,
    about: '',
    leastAge: null,
  }));

  it.each([
    ['想扎个针，社区里头那个', 'tcm-health'],
    ['街道那里能拔罐的', 'tcm-health'],
    ['医生能不能到我屋里头来一趟', 'home-visit'],
    ['去医院骨科扎针', 'green-channel'],
  ])('are of the Chinese doctor there: %s', (said, id) => {
    expect(hearService(said, services)?.id).toBe(id);
  });
});

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';

const toCancel = async (): Promise<Awaited<ReturnType<typeof call>>> => {
  const caller = await call();
  await caller.say(ALL);
  await caller.say('对，约吧');
  await caller.say('帮我取消');
  return caller;
};

describe('an answer to whether it is given up', () => {
  it.each(['不去了', '真的不看了', '不要了，真不要了', '不要疗，真不要了'])(
    'gives it up: %s',
    async (said) => {
      expect((await (await toCancel()).say(said)).text).toContain('已经取消');
    },
  );

  it.each(['不用了', '嗯', '不要取消', '那天不去赶集了', '礼拜四我闺女来'])('does not: %s', async (said) => {
    expect((await (await toCancel()).say(said)).text).not.toContain('已经取消');
  });

  it.each(['中，下礼拜四', '那就下礼拜四吧'])(
    'that names another day is read back as a move: %s',
    async (said) => {
      const caller = await toCancel();
      expect((await caller.say(said)).text).toContain('改吗');
      expect((await caller.say('对，改吧')).text).toContain('改好了');
    },
  );
});

describe('a yes that says whose', () => {
  it.each(['对，她得也约上', '对，氨的也约上'])('books once: %s', async (said) => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say(said)).text).not.toContain('下一位');
    expect(caller.booked()).toHaveLength(1);
  });

  it.each(['对，我爸的也约上', '对，王婶的也约上'])('goes on with another: %s', async (said) => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say(said)).text).toContain('下一位');
  });
});

describe('a name, and what tells its characters', () => {
  it.each([
    ['兰花德兰', null],
    ['建桂花，建设的奸，桂花那个桂花', '建桂花'],
    ['孙秀兰，优秀德秀，兰花底兰', '孙秀兰'],
    ['王德望', '王德望'],
    ['叫王德望', '王德望'],
    ['我妈叫王德望', '王德望'],
    ['欧阳德明', '欧阳德明'],
    ['何得福', '何得福'],
  ])('is told from it: %s is %s', (said, name) => {
    expect(hearNameAnswer(said)).toBe(name);
  });
});

describe('a yes to a move that was heard as another booking', () => {
  it('moves what stands, and books nothing besides', async () => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say('对，约吧');
    await caller.say('再给我妈挂个骨科，下礼拜四上午，去人民医院，她叫王桂芳，电话13800138000');
    expect((await caller.say('对，礼拜四，挪吧')).text).toContain('改吗');
    expect((await caller.say('对，改吧')).text).toContain('改好了');
    expect(caller.booked()).toHaveLength(1);
  });

  it.each(['对，不过时间改一下', '换成礼拜五吧'])('is none in %s', async (said) => {
    const caller = await call();
    await caller.say(ALL);
    expect((await caller.say(said)).text).not.toContain('原来是');
    expect(caller.booked()).toEqual([]);
  });
});

describe('a time at which somebody is to be stood in for', () => {
  it.each([
    ['我三十号下午要去办点事，想让人来替我照看半天', '2026-11-30'],
    ['礼拜三我要上班，想找个人陪我妈去医院', '2026-11-25'],
    ['三十号我没空，想找志愿者陪我爹去看眼睛', '2026-11-30'],
    ['明天我要上班，后天来个人替我照看', '2026-11-24'],
  ])('is wished: %s', (said, day) => {
    expect(hearWhen(said, now)).toMatchObject({ when: { days: [{ from: day }] } });
  });

  it('is of the part of the day it was said with, whatever else is done in another', () => {
    expect(hearWhen('十二月一号下午，上午我要去买菜', now)).toMatchObject({
      when: { days: [{ from: '2026-12-01', clock: { from: 720 } }] },
    });
  });

  it.each(['礼拜三我要上班，去不了', '三十号下午我要去办点事，来不了'])(
    'is not where the speaker is to come: %s',
    (said) => {
      expect(hearWhen(said, now)).toMatchObject({ when: { days: [], never: [{}] } });
    },
  );
});
