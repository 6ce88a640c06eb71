import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/appointments/refusals.js';
import { refusalInWords } from '../../../src/bot/book/words/refusals.zh.js';
import { call } from '../../support/booking-call.js';

const ALL = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';
const AT = '2026-11-25T08:00:00+08:00';

const REFUSALS: readonly Refusal[] = [
  { code: 'invalid-name' },
  { code: 'invalid-phone' },
  { code: 'invalid-id' },
  { code: 'invalid-birth-date' },
  { code: 'invalid-booker', field: 'name' },
  { code: 'id-required' },
  { code: 'unknown-service' },
  { code: 'unknown-provider' },
  { code: 'unknown-department' },
  { code: 'unknown-slot' },
  { code: 'service-not-offered' },
  { code: 'too-young', leastAge: 60 },
  { code: 'past' },
  { code: 'too-late-to-book', until: AT },
  { code: 'too-far-ahead', lastDay: '2026-12-06' },
  { code: 'slot-taken', alternatives: [] },
  { code: 'hold-expired', alternatives: [] },
  { code: 'session-withdrawn', alternatives: [] },
  { code: 'patient-busy' },
  { code: 'too-many', limit: 3 },
  { code: 'blocked-no-show', until: AT },
  { code: 'offer-over' },
  { code: 'key-reused' },
  { code: 'provider-unreachable', providerPhone: '07452233445' },
  { code: 'provider-declined', reason: '号满了', providerPhone: '07452233445' },
];

describe('a refusal of the booking', () => {
  it.each(REFUSALS.map((refusal) => [refusal.code, refusal] as const))(
    '%s is told in plain words, books nothing, and the next turn is answered',
    async (_, refusal) => {
      const caller = await call();
      await caller.say(ALL);
      caller.appointments.fail('book', refusal);
      const reply = await caller.say('对');
      expect(reply.kind).toBe('booking');
      expect(reply.text).toContain(refusalInWords(refusal).slice(0, 8));
      expect(reply.text).not.toMatch(/[a-z]{3}|undefined|null/);
      expect(reply.text).not.toContain('约好了');
      expect(caller.booked()).toEqual([]);
      expect((await caller.say('不约了')).text).not.toContain('约好了');
    },
  );

  it('that names other times offers them, and the one chosen is read back before it is booked', async () => {
    const caller = await call();
    await caller.say(ALL);
    const alternatives = await caller.appointments.slots({
      providerId: 'people',
      departmentId: 'people-骨科',
    });
    if (alternatives.outcome !== 'found') throw new Error('no slots');
    caller.appointments.fail('book', { code: 'slot-taken', alternatives: alternatives.slots.slice(0, 2) });
    expect((await caller.say('对')).text).toMatch(/被别人约走了.*1、/);
    expect((await caller.say('第二个')).text).toContain('我念一遍');
    expect(caller.booked()).toEqual([]);
    await caller.say('对');
    expect(caller.booked().map((a) => a.start)).toEqual([alternatives.slots[1]?.start]);
    const keys = caller.appointments.asked.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('an outcome that is not known', () => {
  it('is said to be not known, and the same yes asks again with the same key', async () => {
    const caller = await call();
    await caller.say(ALL);
    caller.appointments.fail('book', 'throw');
    const unsettled = await caller.say('对');
    expect(unsettled.text).toContain('不知道约上没有');
    expect((await caller.say('对')).text).toContain('约好了');
    expect(caller.booked()).toHaveLength(1);
    expect(new Set(caller.appointments.asked.map(({ key }) => key)).size).toBe(1);
  });

  it.each([
    ['unconfirmed', '还不能算约上'],
    ['pending', '还没有定下来'],
  ] as const)('%s is not told as booked', async (status, words) => {
    const caller = await call();
    caller.appointments.nextStatus = status;
    await caller.say(ALL);
    const reply = await caller.say('对');
    expect(reply.text).toContain(words);
    expect(reply.text).not.toContain('约好了');
  });
});

describe('the same turn once more', () => {
  it('books once and says the same', async () => {
    const caller = await call();
    await caller.say(ALL);
    const first = await caller.say('对');
    const second = await caller.sayAgain();
    expect(second.text).toBe(first.text);
    expect(caller.booked()).toHaveLength(1);
  });
});

describe('promises of the booking conversation', () => {
  it('without a booking service says that it cannot book', async () => {
    const { talk } = await import('../../support/house.js');
    const say = await talk('怀化市鹤城区');
    const reply = await say('帮我挂个号');
    expect(reply.kind).toBe('booking');
    expect(reply.text).toContain('不能直接约号');
    expect(reply.actions).toEqual([{ type: 'call', number: '12345' }]);
  });

  it('reads digits back in groups for the ear', async () => {
    const caller = await call();
    const reply = await caller.say(ALL);
    expect(reply.speech).toContain('一三八，零零一三，八零零零');
    expect(reply.text).toContain('138 0013 8000');
    expect(reply.speech).not.toMatch(/[（）\n]/);
  });

  it('never offers more than three at a time', async () => {
    const caller = await call();
    await caller.say('帮我挂个骨科');
    for (const text of ['我自己', '第一个', '都不行', '换一天']) {
      const reply = await caller.say(text);
      expect(reply.text).not.toContain('4、');
    }
  });

  it('answers a digression and puts its question again', async () => {
    const caller = await call();
    await caller.say('帮我挂个骨科');
    const reply = await caller.say('三无老人一个月能领多少');
    expect(reply.text).toMatch(/200元[\s\S]*刚才的号还没约完/);
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it.each([
    '嗯',
    '好像吧',
    '应该是吧',
    '哦',
    '我想想',
    '那我挂了啊',
    '想',
    '知道了',
    '再说吧',
    '要改',
    '四',
    '啊',
  ])('takes %s for no yes', async (text) => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say(text);
    expect(caller.booked()).toEqual([]);
  });

  it.each([
    '对',
    '是',
    '是的',
    '行',
    '中',
    '要得',
    '好的',
    '嗯，对',
    '对对对',
    '没错',
    '对，约吧',
    '可以，就这么定',
    '好嘞，谢谢',
  ])('takes %s for a yes', async (text) => {
    const caller = await call();
    await caller.say(ALL);
    await caller.say(text);
    expect(caller.booked()).toHaveLength(1);
  });
});
