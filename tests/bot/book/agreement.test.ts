import { describe, expect, it } from 'vitest';
import { hearAgreement } from '../../../src/bot/book/hear/agreement.js';
import { isYesAndMore } from '../../../src/bot/book/hear/yes-and-more.js';
import { agreesToDay } from '../../../src/bot/book/take/same-day.js';
import { realHouse } from '../../support/house.js';

const { lexicon } = await realHouse();

describe('hearAgreement', () => {
  it.each([
    ['book', '哎呀念得真明白，一点不差，就这么着'],
    ['book', '对对，劳您给定下来'],
    ['book', '就是就是，就这么个'],
    ['book', '对，就是这么个事儿'],
    ['cancel', '对，那天去不成，给抹掉'],
    ['move', '好，就挪到那天吧'],
  ] as const)('hears a yes to %s told in other words: %s', (to, said) => {
    expect(hearAgreement(said, to, lexicon)).toBe('yes');
  });

  it.each([
    ['book', '对是对，就是姓写错了'],
    ['book', '行倒是行，能不能晚一点'],
    ['book', '等我问问老头子'],
    ['book', '再说吧'],
    ['book', '不是这么个事'],
    ['cancel', '别给退了，我还去呢'],
    ['cancel', '退了还能再约不'],
    ['move', '还是原来那天吧'],
    ['book', ''],
    ['book', '对'.repeat(200)],
    ['book', '我那邻居也在你们这儿看的'],
  ] as const)('takes nothing else for one, to %s: %s', (to, said) => {
    expect(hearAgreement(said, to, lexicon)).not.toBe('yes');
  });
});

describe('a yes that asks to take care', () => {
  const heard = (said: string): boolean => isYesAndMore({ raw: said, plain: said });
  it.each(['要得，星期五十点，莫搞错了', '好，你们可别给我写错了', '是的，千万不要约错咯', '中，别记岔了'])(
    '%s',
    (said) => {
      expect(heard(said)).toBe(true);
    },
  );
  it.each(['不对，莫搞错了', '莫搞错了', '对，搞错了', '好，名字写错了', '对，别约了'])(
    'is not %s',
    (said) => {
      expect(heard(said)).toBe(false);
    },
  );
});

describe('a yes with more beside it', () => {
  const heard = (said: string): boolean => isYesAndMore({ raw: said, plain: said });
  it.each([
    '行行行 约上吧 俺娘等着信呢',
    '额听了 么问题 你约嘛',
    '等等我看看我写的条子 嗯 对上了 约吧',
    '哎呀总算约到了 对的对的 帮我约了',
    '怎么不对呢 对 对着呢 约',
    '是的是的，麻烦你定起',
    '没得哪里不对，就这么定，约起',
    '中，礼拜三，可不敢给我弄错',
    '中，礼拜四清早空着肚去',
    '错不了的 我记着呢 约吧',
  ])('%s', (said) => {
    expect(heard(said)).toBe(true);
  });
  it.each([
    '对是对 就是手机要写我女儿的',
    '全对 除了姓',
    '对 就是那个手机少念一位',
    '行 可我要的是上午头一个',
    '我是说中医院，对',
    '等等我看看我写的条子，不对',
    '对，约哪天的',
    '你让俺想想',
  ])('is not %s', (said) => {
    expect(heard(said)).toBe(false);
  });
});

describe('a yes to the day that was read back', () => {
  const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };
  const slot = {
    id: 's',
    providerId: 'p',
    departmentId: 'd',
    start: '2026-11-25T08:00:00+08:00',
    end: '2026-11-25T09:00:00+08:00',
    remaining: 1,
  };
  it.each(['是咯，二十五号', '嗯么，礼拜三', '中，礼拜三上午', '嗯，就礼拜三嘛', '管，二十五号'])(
    '%s',
    (said) => {
      expect(agreesToDay(slot, said, now)).toBe(true);
    },
  );
  it.each(['嗯，礼拜四', '礼拜三', '嗯，礼拜三不行', '嗯，礼拜三几点啊', '嗯，下个礼拜', '嗯，礼拜三下午'])(
    'is not %s',
    (said) => {
      expect(agreesToDay(slot, said, now)).toBe(false);
    },
  );
});
