import { describe, expect, it } from 'vitest';
import { hearAgreement } from '../../../src/bot/book/hear/agreement.js';
import { isYesAndMore } from '../../../src/bot/book/hear/yes-and-more.js';
import { realHouse } from '../../support/house.js';

const { lexicon } = await realHouse();

describe('hearAgreement', () => {
  it.each([
    ['book', '哎呀念得真明白，一点不差，就这么着'],
    ['book', '对对，劳您给定下来'],
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
