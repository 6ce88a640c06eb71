import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../src/appointments/types.js';
import { type Caller, call } from '../../support/booking-call.js';

const PHONE = '13800138000';
const WISH = '给我妈挂个骨科，下礼拜三上午，去人民医院，她叫王桂芳，电话13800138000';
const VISIT = /11月25日星期三.*鹤城区人民医院骨科/u;

/** Somebody who booked, and a later call from the same number. */
async function callBack(): Promise<{ caller: Caller; made: Appointment }> {
  const caller = await call({ caller: PHONE });
  await caller.say(WISH);
  await caller.say('对');
  const [made] = caller.booked();
  if (made === undefined) throw new Error('nothing was booked');
  caller.hangUp();
  return { caller, made };
}

const spoken = (code: string): string =>
  [...code].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
const wrongTail = ({ code }: Appointment): string => (code.endsWith('999') ? '888' : '999');

/** Nothing of whom it is for, of what for, and of how to prove it. */
function expectOnlyTheVisit(text: string, { code, patient }: Appointment): void {
  expect(text).toMatch(VISIT);
  expect(text).not.toContain(patient.name);
  expect(text).not.toContain('王');
  expect(text.replace(/\s/gu, '')).not.toContain(code);
  expect(text.replace(/\s/gu, '')).not.toContain(patient.phone);
  expect(text).not.toMatch(/绿色通道|母亲|妈/u);
}

describe('a number that calls and may be forged', () => {
  it('is told when and where, and nothing of whom; no channel is given the code', async () => {
    const { caller, made } = await callBack();
    const reply = await caller.say('我约的是几点来着');
    expectOnlyTheVisit(reply.text + reply.speech, made);
    expect(reply.appointment).toBeUndefined();
  });

  it.each([
    ['退号', '我那个号不去了，退了吧', '取消'],
    ['改期', '我约的那个号改到星期五上午', '对，改吧'],
    ['撤销', '约错了，撤销我的预约', '撤回'],
  ])(
    '%s: asks for the end of the code before anything else, and a yes changes nothing',
    async (_, said, yes) => {
      const { caller, made } = await callBack();
      expectOnlyTheVisit((await caller.say(said)).text, made);
      for (const answer of ['对', yes, '就是我，快点', '我是她女儿']) {
        const reply = await caller.say(answer);
        expect(reply.text).not.toContain(made.patient.name);
      }
      expect(caller.booked()).toEqual([made]);
    },
  );

  it.each([
    ['said', (made: Appointment) => `最后三位是${spoken(made.code.slice(-3))}`],
    ['pressed', (made: Appointment) => made.code.slice(-3)],
    ['said in whole', (made: Appointment) => made.code],
  ])('may cancel when it is %s', async (_, answer) => {
    const { caller, made } = await callBack();
    await caller.say('帮我把号退了');
    const reply = await caller.say(answer(made));
    expect(reply.text).toContain(made.patient.name);
    await caller.say('取消');
    expect(caller.booked()).toEqual([]);
  });

  it('may move it to what was said before the digits', async () => {
    const { caller, made } = await callBack();
    await caller.say('我那个号想往后推一天');
    expect((await caller.say(made.code.slice(-3))).text).toContain('改到11月26日');
    await caller.say('对，改吧');
    expect(caller.booked().map(({ start }) => start.slice(0, 10))).toEqual(['2026-11-26']);
  });

  it('is let go after three wrong ends, with the hospital to ring', async () => {
    const { caller, made } = await callBack();
    await caller.say('帮我把号退了');
    await caller.say(wrongTail(made));
    await caller.say(wrongTail(made));
    const last = await caller.say(wrongTail(made));
    expect(last.actions).toEqual([{ type: 'call', number: made.provider.phone }]);
    expect((await caller.say('取消')).text).not.toContain(made.patient.name);
    expect(caller.booked()).toEqual([made]);
  });

  it('who has lost the code is told where it stands', async () => {
    const { caller, made } = await callBack();
    await caller.say('帮我把号退了');
    expect((await caller.say('预约码找不到了')).text).toContain('短信');
    expect(caller.booked()).toEqual([made]);
  });

  it('goes on with a dropped call without being told the name, which is asked for again', async () => {
    const caller = await call({ caller: PHONE });
    await caller.say(WISH);
    caller.hangUp();
    const asked = await caller.say('喂，刚才断了');
    const goesOn = await caller.say('接着约');
    for (const { text } of [asked, goesOn]) {
      expect(text).not.toContain('王桂芳');
      expect(text.replace(/\s/gu, '')).not.toContain(PHONE);
    }
    expect((await caller.say('王桂芳')).text).toContain('姓名王桂芳');
  });
});

describe('a cancellation', () => {
  it.each(['算了，怖退了，还是去吧', '我想想退不退', '别退'])('is not agreed to by %s', async (said) => {
    const caller = await call();
    await caller.say(WISH);
    await caller.say('对');
    await caller.say('帮我把号退了');
    await caller.say(said);
    expect(caller.booked()).toHaveLength(1);
  });
});

describe('whoever booked in this conversation', () => {
  it('needs no code', async () => {
    const caller = await call({ caller: PHONE });
    await caller.say(WISH);
    await caller.say('对');
    expect((await caller.say('算了，帮我把号退了')).text).toContain('王桂芳');
    await caller.say('取消');
    expect(caller.booked()).toEqual([]);
  });
});

describe('one of the family who is to be told after the booking', () => {
  async function booked(): Promise<Caller> {
    const caller = await call();
    await caller.say(WISH);
    await caller.say('对');
    return caller;
  }

  it('is read back with the number, and kept on a yes', async () => {
    const caller = await booked();
    const read = await caller.say('再给我儿子也发一条，一三八七四五二零零一二');
    expect(read.text).toContain('儿子，138 7452 0012');
    expect(caller.booked()[0]?.family).toEqual([]);
    await caller.say('对，发吧');
    expect(caller.booked()[0]?.family).toEqual([{ relation: '儿子', phone: '13874520012' }]);
  });

  it('is asked for the number, whose mistakes are put right', async () => {
    const caller = await booked();
    expect((await caller.say('也告诉我女儿一声')).text).toContain('您女儿的手机号');
    await caller.say('13874520012');
    expect((await caller.say('不对，是13874520013')).text).toContain('138 7452 0013');
    await caller.say('对');
    expect(caller.booked()[0]?.family).toEqual([{ relation: '女儿', phone: '13874520013' }]);
  });

  it('is left out on a no, and where it was never said whose number', async () => {
    const caller = await booked();
    await caller.say('我儿子的电话是13874520012');
    await caller.say('算了，不发了');
    expect(caller.booked()[0]?.family).toEqual([]);
  });

  it('is told of no appointment that only the number that calls is known of', async () => {
    const { caller, made } = await callBack();
    await caller.say('我约的是几点来着');
    expectOnlyTheVisit((await caller.say('也给我儿子发一条，13874520012')).text, made);
    await caller.say('对');
    expect(caller.booked()[0]?.family).toEqual([]);
  });
});
