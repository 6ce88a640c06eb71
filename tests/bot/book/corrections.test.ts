import { describe, expect, it } from 'vitest';
import { call } from '../../support/booking-call.js';

const READ_BACK = ['给我约个骨科，去人民医院，我自己看', '礼拜三下午', '第一个', '张桂花', '13874512345'];

async function answerTo(...turns: string[]): Promise<string> {
  const caller = await call();
  let text = '';
  for (const turn of [...READ_BACK, ...turns]) text = (await caller.say(turn)).text;
  return text;
}

describe('what is read back and put right', () => {
  it('is an afternoon, though only the day is put right', async () => {
    expect(await answerTo()).toContain('11月25日星期三下午');
    expect(await answerTo('不对，要礼拜四的')).toContain('11月26日星期四下午');
    expect(await answerTo('不对，要礼拜四上午的')).toContain('11月26日星期四上午');
  });

  it('is for whoever was named before the pronoun', async () => {
    const told = await answerTo('等会儿，俺老伴说她疼得比我厉害，换她的，别给我挂了');
    expect(told).toContain('老伴');
    expect(told).not.toContain('给您本人');
  });
});

describe('a cancelling that was read back', () => {
  it.each([
    ['不是取消，是想往后推几天', '要哪一个'],
    ['不取消，就是想晚一天，二十六号', '11月26日星期四'],
    ['哎呀，别消，消了再约就难了', '原来的预约还在'],
  ])('is none where %s', async (said, told) => {
    expect(await answerTo('对，约吧', '帮我取消这个号', said)).toContain(told);
  });
});

describe('对着嘞 and the weekday that was read back', () => {
  it('is a yes, in whatever week it is', async () => {
    const next = await answerTo('不对，要三十号上午的', '对着嘞，星期一');
    expect(next).toContain('约好了');
    expect(next).toContain('11月30日');
  });
});

describe('a time that is objected to and said again as it stands', () => {
  it('stays the day that was wished', async () => {
    expect(await answerTo('时间不对，要礼拜三下午的')).toContain('11月25日星期三下午');
  });
});

describe('看病的是, at a check-up', () => {
  it('is no wish to see a doctor', async () => {
    const caller = await call();
    const begun = ['想给俺娘约个老人免费体检', '城中社区', '礼拜二上午', '第一个', '刘长河', '15266837914'];
    for (const said of begun) await caller.say(said);
    const { text } = await caller.say('错了，俺说的是俺自己的名，看病的是俺娘，叫李玉凤，玉石的玉，凤凰的凤');
    expect(text).toContain('李玉凤');
    expect(text).toContain('体检');
  });
});

describe('a name with a character that names are seldom made of', () => {
  it.each([
    ['补秀莲，补衣服的补', '手机号'],
    ['禹淑琴，大禹治水的禹。可不是下雨的雨啊，老有人写错', '手机号'],
    ['王补莲', '“补”字'],
    ['弗来福，折断的折，弗气的福', '“弗”字'],
  ])('is asked for again unless the character was explained: %s', async (said, told) => {
    const caller = await call();
    let text = '';
    for (const turn of [...READ_BACK.slice(0, 3), said]) text = (await caller.say(turn)).text;
    expect(text).toContain(told);
  });
});

describe('a day asked for where something is booked', () => {
  it('is a wish, with its day', async () => {
    const caller = await call();
    expect((await caller.say('家庭医生，二十五号头晌还能去不？给俺自己')).text).toContain('您去哪一家');
    expect((await caller.say('城中社区')).text).toContain('11月25日星期三上午');
  });
});
