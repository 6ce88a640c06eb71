import { describe, expect, it } from 'vitest';
import { personIn } from '../../../src/bot/book/hear/kin.js';
import { isYesAndMore } from '../../../src/bot/book/hear/yes-and-more.js';
import { hangsOn } from '../../../src/bot/book/wish/leaving.js';
import { call } from '../../support/booking-call.js';
import { realHouse } from '../../support/house.js';
import { wishOf } from '../../support/wish.js';

describe('what hangs on a question of the same turn', () => {
  it.each([
    '要收钱不？收钱我就要想哈了',
    '远不远，太远我就不去了',
    '要排队不？排队就算了',
    '贵不贵？要是贵就再说',
  ])('gives nothing up: %s', (text) => {
    expect(hangsOn(text)).toBe(true);
  });

  it.each(['多少钱？那我就不约了', '还要等几天？算了不约了', '不去了，太远我就不去了', '收钱我就要想哈了'])(
    'or says so outright: %s',
    (text) => {
      expect(hangsOn(text)).toBe(false);
    },
  );

  it('is told first, and the booking still stands', async () => {
    const caller = await call();
    await caller.say('给我约个骨科，去人民医院，我自己看');
    const reply = await caller.say('远不远？太远我就不去了');
    expect(reply.text).toContain('有号的时间');
    expect(reply.text).not.toContain('不约了，什么也没有约');
  });
});

describe('what is said last of an appointment', () => {
  it.each([
    ['我是才将约骨科的那个，今黑下雪，路上滑，给我推到十二月去', 'reschedule'],
    ['我约的那个眼科，给我往后推到下个月', 'reschedule'],
    ['礼拜五那个眼科，药店给了瓶眼药水，点了怪管用，给我取消吧', 'cancel'],
    ['俺娘那个体检，她不想动弹，恁给俺退了吧', 'cancel'],
    ['我刚才给我妈约的骨伤科，想退掉。我妹讲她在窗口就帮我妈挂好号了', 'cancel'],
  ] as const)('is what is wanted: %s', (text, task) => {
    expect(wishOf(text)).toBe(task);
  });

  it.each([
    '每个月补贴改到十二月发了，我挂了号能领不',
    '医保缴费推到十二月行不行',
    '这低保能给我取消了吗',
    '给我换个便宜的药吧',
  ])('is of no appointment: %s', (text) => {
    expect(['reschedule', 'cancel']).not.toContain(wishOf(text));
  });
});

describe('dialect at the desk', () => {
  it.each(['我个儿', '额个家看', '我各人', '是俺各人嘞'])('oneself: %s', async (text) => {
    const { lexicon } = await realHouse();
    expect(personIn(text, lexicon, true)?.who.relation).toBe('self');
  });

  it('who is to be told to come early asks for no other hour', () => {
    const yes = (text: string): boolean => isYesAndMore({ raw: text, plain: text });
    expect(yes('是的是的，你喊他早点来')).toBe(true);
    expect(yes('对，叫大夫准时到')).toBe(true);
    expect(yes('是的，给我早点')).toBe(false);
    expect(yes('对，叫他晚点来')).toBe(false);
  });
});

describe('what is told beside an answer', () => {
  const answered = async (turns: readonly string[], said: string): Promise<string> => {
    const caller = await call();
    for (const turn of turns) await caller.say(turn);
    return (await caller.say(said)).text;
  };
  const TO_READ_BACK = ['给俺娘约个骨科，去人民医院', '礼拜三上午', '第一个', '张桂花', '13874512345'];

  it.each([
    '手机换俺老伴的 一三六 八九五四 零七二三',
    '电话换成我弟的 13689540723',
    '电话写俺儿的，13689540723',
  ])('whose telephone it is changes nobody who is seen: %s', async (said) => {
    const text = await answered(TO_READ_BACK, said);
    expect(text).toContain('136 8954 0723');
    expect(text).toContain('姓名张桂花');
  });

  it.each(['不姓张 姓章 立早章', '姓章 立早章 不是弓长张 后面两个字对的', '俺娘不姓张，姓章，立早章'])(
    'a surname is put right: %s',
    async (said) => {
      expect(await answered(TO_READ_BACK, said)).toContain('姓名章桂花');
    },
  );

  it.each(['不用了 俺儿说他给约好了 谢谢哈', '我姐说她已经给约上了 那我这边就不要了'])(
    'whoever has booked already: %s',
    async (said) => {
      expect(await answered(TO_READ_BACK, said)).toContain('不约了');
    },
  );

  it.each(['对，是给俺妈看的，约吧', '么麻达', '对，没念错', '沾', '中，礼拜三早起，莫搞错了'])(
    'a yes in the words of a region: %s',
    async (said) => {
      expect(await answered(TO_READ_BACK, said)).toContain('约好了');
    },
  );

  it.each(['名字没写错，电话写错了', '对，没念错，就是日子不行'])('and no yes: %s', async (said) => {
    expect(await answered(TO_READ_BACK, said)).not.toContain('约好了');
  });

  it.each([
    '是咧是咧 取消 她住到我妹那里去了',
    '对，取消，不改天了',
    '对，取消，不是改时间',
    '退 退 退 我讲了几遍了',
    '俺儿请了假 谁知道厂里又不让请了 没人拉俺们去 你给退了吧',
    '退了吧，劝不动她',
  ])('an appointment is given up: %s', async (said) => {
    expect(await answered([...TO_READ_BACK, '对，约吧', '帮我取消这个号'], said)).toContain('已经取消');
  });
  it.each(['不是退这个', '不改了', '先别取消', '取消了还能再约不', '取消要不要钱'])(
    'and is not: %s',
    async (said) => {
      expect(await answered([...TO_READ_BACK, '对，约吧', '帮我取消这个号'], said)).not.toContain('已经取消');
    },
  );

  it('of what was offered the one is taken that is left', async () => {
    const text = await answered(['给俺娘约个骨科，去人民医院', '礼拜三上午'], '不要八点也不要九点');
    expect(text).not.toContain('没听明白');
  });
});
