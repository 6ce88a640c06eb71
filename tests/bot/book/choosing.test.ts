import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { When } from '../../../src/bot/book/draft.js';
import { hearOrdinal } from '../../../src/bot/book/hear/choice.js';
import { onDay } from '../../../src/bot/book/hear/days.js';
import { hearNamed, namesIn, respelled, surnameTold } from '../../../src/bot/book/hear/name.js';
import { hearPhone, hearPhoneAnswer } from '../../../src/bot/book/hear/number.js';
import { stancesIn } from '../../../src/bot/book/hear/stance.js';
import { hearWhen, hearWhenOf, together } from '../../../src/bot/book/hear/when.js';

/** A Sunday. */
const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };

const whenOf = (text: string, plainly = false): When | null => {
  const heard = hearWhen(text, now, plainly);
  return heard !== null && 'when' in heard ? heard.when : null;
};

/** `23 8-12`: days of the month, each with its hours, then hours of any day. */
function told(when: When | null): string {
  if (when === null) return '';
  const hours = (clock: When['clock']): string =>
    clock === null ? '' : ` ${clock.from / 60}-${clock.to / 60}`;
  return [...when.days.map(({ from, clock }) => `${from.slice(8)}${hours(clock)}`), hours(when.clock).trim()]
    .filter((part) => part !== '')
    .join(', ');
}

describe('a time', () => {
  it.each([
    ['周二我得陪孙女考试，周四吧', '26'],
    ['上午要下地，明天下午行', '23 12-18'],
    ['明天不得闲，后天九点能来', '24 9-10'],
    ['八点太早了换成九点的', '9-10'],
    ['后天八点改成后天十点', '24 10-11'],
    ['明天八点太早，十点吧', '23, 10-11'],
    ['明天，不对，后天下午', '24 12-18'],
    ['不是上午，要下午的', '12-18'],
    ['等不到礼拜五了，明天有号没', '23'],
    ['礼拜四我闺女在家，上午十点吧', '26, 10-11'],
    ['礼拜三到礼拜五哪天都中', '25'],
    ['那天九点吧', '9-10'],
    ['不要早上的，早上冷，要下午', '12-18'],
    ['明天早上我要送孩子，送完九点行', '23, 9-10'],
  ])('is the one that is wished: %s', (said, wished) => {
    expect(told(whenOf(said))).toBe(wished);
  });

  it.each([
    '九点去的话要等多久啊',
    '礼拜三是几号来着',
    '你们礼拜天上不上班',
    '十点能不能看完啊',
    '明天是星期几',
    '两点半会不会太晚',
    '我得跟我女儿商量明天去不去',
    '明天上午，不对不对',
  ])('that is only asked about is none: %s', (said) => {
    expect(whenOf(said)).toBeNull();
  });

  it.each(['礼拜四行不行', '九点有没有', '下午还有号吗', '后天能约上不'])(
    'is wished by who asks for it: %s',
    (said) => {
      expect(told(whenOf(said))).not.toBe('');
    },
  );

  it('that will not do is not come back to, until it is wished', () => {
    const early = whenOf('八点太早了');
    expect(early?.never[0]?.clock).toEqual({ from: 480, to: 540 });
    const later = together(early, whenOf('还是八点吧') ?? onDay('2026-11-23'));
    expect(later.never).toEqual([]);
  });

  it('of which something is told is no change of one that was chosen', () => {
    expect(whenOf('礼拜三我儿子才从外地回家', true)).toBeNull();
    expect(told(whenOf('改到礼拜三我儿子从外地回家', true))).toBe('25');
  });

  it('names an appointment also where it will not do', () => {
    expect(told(hearWhenOf('礼拜三那个我去不成', now))).toBe('25');
  });

  it('keeps the day where only hours are said', () => {
    expect(told(together(onDay('2026-11-25'), whenOf('九点的') ?? onDay('')))).toBe('25, 9-10');
  });
});

describe('the words around', () => {
  it('give each mention one stance, in linear time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'不行要改到吗，去了得有明天'), { maxLength: 200 }), (chars) => {
        const text = chars.join('');
        const mentions = [...text.matchAll(/明天/gu)].map(({ index }) => ({ start: index, end: index + 2 }));
        const stances = stancesIn(text, mentions);
        expect(stances).toHaveLength(mentions.length);
        expect(stances).not.toContain(undefined);
      }),
    );
    const long = '明天不得没有改'.repeat(9000);
    expect(stancesIn(long, [{ start: 0, end: 2 }])).toHaveLength(1);
  });
});

describe('a number of what is offered', () => {
  it.each([
    ['三号那个', 2],
    ['一号，不对，二号吧', 1],
    ['第一个赶不上，第三个吧', 2],
    ['头两个都来不及，要最后头那个', 2],
    ['不要前面那个，后面那个', 2],
    ['第二个行不行', 1],
    ['选上面那个', 0],
  ])('is chosen by %s', (said, at) => {
    expect(hearOrdinal(said, 3)).toBe(at);
  });

  it.each([
    '第一个太早了',
    '第二个是几点',
    '我头昏',
    '第二天',
    '一号还是二号呢',
    '第一个，第三个',
    '不要第二个',
  ])('is not chosen by %s', (said) => {
    expect(hearOrdinal(said, 3)).toBeNull();
  });

  it('is that of an appointment of theirs also where it will not do', () => {
    expect(hearOrdinal('第一个我去不了', 2, true)).toBe(0);
    expect(hearOrdinal('不是第一个，是第二个', 2, true)).toBe(1);
  });
});

describe('a name', () => {
  it.each([
    ['身份证上是陈秀莲', '陈秀莲'],
    ['户口本上写的是周大娥', '周大娥'],
    ['病人叫雷春生', '雷春生'],
    ['名字写何素芬', '何素芬'],
    ['她姓蓝，蓝天的蓝，名字叫翠珍', '蓝翠珍'],
  ])('is told in %s', (said, name) => {
    expect(hearNamed(said)).toBe(name);
  });

  it('is told beside that of the speaker', () => {
    expect(namesIn('我叫周建军，俺娘叫陈秀莲')).toEqual(['周建军', '陈秀莲']);
  });

  it('has its surname told alone, and is not spelled by what only sounds so', () => {
    expect(surnameTold('姓章，立早章')).toBe('章');
    expect(surnameTold('我姓章')).toBeNull();
    expect(respelled('张桂花', '要手机号的话')).toBeNull();
  });
});

describe('a telephone number', () => {
  it.each([
    ['一三九，七四五六，八八八，三个八，再一个二', { phone: '13974568882' }],
    ['后边六个是，我先说前头的，一三九七四', { digits: '13974' }],
    ['一三九七四五，三个零一二', { phone: '13974500012' }],
  ])('without what counts its digits: %s', (said, heard) => {
    expect(hearPhoneAnswer(said, '')).toEqual(heard);
  });

  it('with an end that is put right', () => {
    expect(hearPhone('电话是一三零 五五七八 二四六九 不不 最后是二四六八')).toBe('13055782468');
    expect(hearPhone('一三零五五七八二四六九，最后是二四六九')).toBe('13055782469');
  });
});

describe('the weekday of a day that was named', () => {
  it.each([
    ['三十号上午，星期一', '30 8-12'],
    ['十二月二号，礼拜三下午', '02 12-18'],
    ['二十六号就是星期四', '26'],
  ])('is no other day: %s', (said, when) => {
    expect(told(whenOf(said))).toBe(when);
  });

  it.each(['我夜里出汗', '这几个月瘦了十来斤', '昨天夜里发烧了'])(
    'and what ails is no time to come: %s',
    (said) => {
      expect(whenOf(said)).toBeNull();
    },
  );
});

describe('an ending of the country', () => {
  it.each([
    ['要早哩', 0],
    ['最早咧', 0],
    ['晚一点嘞', 2],
    ['早嘞不中', null],
    ['太晚哩', null],
  ])('chooses as 的 does, or not: %s', (said, at) => {
    expect(hearOrdinal(said, 3)).toBe(at);
  });
});
