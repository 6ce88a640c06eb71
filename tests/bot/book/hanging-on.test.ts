import { describe, expect, it } from 'vitest';
import { personIn } from '../../../src/bot/book/hear/kin.js';
import { isYesAndMore } from '../../../src/bot/book/hear/yes-and-more.js';
import { hangsOn } from '../../../src/bot/book/leaving.js';
import { taskIn } from '../../../src/bot/book/task.js';
import { call } from '../../support/booking-call.js';
import { realHouse } from '../../support/house.js';

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
  ] as const)('is what is wanted: %s', (text, task) => {
    expect(taskIn(text, false)).toBe(task);
  });

  it.each([
    '每个月补贴改到十二月发了，我挂了号能领不',
    '医保缴费推到十二月行不行',
    '这低保能给我取消了吗',
    '给我换个便宜的药吧',
  ])('is of no appointment: %s', (text) => {
    expect(['reschedule', 'cancel']).not.toContain(taskIn(text, false));
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
