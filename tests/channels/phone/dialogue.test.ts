import { describe, expect, it } from 'vitest';
import { words as booking } from '../../../src/bot/book/words/replies.zh.js';
import type { Answered } from '../../../src/bot/desk.js';
import { createPace } from '../../../src/bot/pace.js';
import type { Reply, ReplyKind } from '../../../src/bot/reply.js';
import { type Call, type Heard, newCall, type Step } from '../../../src/channels/phone/call.js';
import { hear } from '../../../src/channels/phone/dialogue.js';
import type { CallBack, Office } from '../../../src/channels/phone/office.js';
import { noteSpoken, spokenInto } from '../../../src/channels/phone/transcript.js';
import type { DialogueParts, Mend } from '../../../src/channels/phone/turn.js';

const now = (): Date => new Date('2026-11-23T02:00:00Z');

const reply = (speech: string, kind: ReplyKind = 'answer'): Reply => ({
  kind,
  text: speech,
  speech,
  citations: [
    {
      documentId: 'd',
      document: '鹤政发〔2021〕3号',
      title: '方案',
      clauseId: 'c',
      clause: '二、（五）2',
      quote: '每人每月200元',
      region: '鹤城区',
      status: 'unknown',
    },
  ],
  suggestions: [],
  actions: [],
});

/** A call over a scripted bot: `answers` by what is said; everything else is a miss of the test. */
function line(
  answers: Record<string, Reply | Promise<Reply>>,
  change: Partial<Office> = {},
  mend: Mend = (text) => ({ text, doubtful: false, lost: false }),
  waits = 0,
) {
  const asked: string[] = [];
  const tasks: CallBack[] = [];
  const messages: { to: string; text: string }[] = [];
  const parts: DialogueParts = {
    async answer({ text, sessionId, messageId }): Promise<Answered> {
      asked.push(text);
      const answer = answers[text];
      if (answer === undefined) throw new Error(`nobody scripted ${text}`);
      return { sessionId: sessionId ?? 's', messageId: messageId ?? '', reply: await answer };
    },
    pace: { ...createPace(), wait: () => waits },
    mend,
    isDanger: (text) => text.includes('喘不上气'),
    newNonce: () => 'nonce',
    office: {
      deskNow: () => null,
      callBack: async (task) => {
        tasks.push(task);
        return 'task';
      },
      addRecording: async () => {},
      sms: async (message) => {
        messages.push(message);
      },
      ...change,
    },
    now,
    patienceMs: 30,
  };
  let call: Call = newCall({
    callSid: 'CA1',
    from: '+8613800138000',
    mode: 'gather',
    region: null,
    pace: 'slow',
  });
  let turns = 0;
  async function on(heard: Heard, into?: number): Promise<Step> {
    const before = into === undefined ? call : spokenInto(call, into);
    const step = noteSpoken(await hear({ call: before, key: `k${++turns}`, parts }, heard), now());
    call = step.call;
    return step;
  }
  const said = async (heard: Heard): Promise<string> => (await on(heard)).act.pieces.join('');
  return {
    on,
    said,
    say: (text: string, confidence: number | null = null) => said({ kind: 'speech', text, confidence }),
    press: (digits: string) => said({ kind: 'key', digits }),
    silence: () => said({ kind: 'silence' }),
    asked,
    tasks,
    messages,
    call: () => call,
  };
}

const LONG =
  '每人每月200元。满70周岁、没住进机构的散居三无老人可以享受；满60周岁要护理的也可以。户口和住处都要在鹤城区。市区财政按五比五的比例一起承担，列入预算。怎么申请、去哪里办，文件里都没有写，可以问区民政局。';

describe('what is heard again', () => {
  it('is word for word what was said, by key and by voice', async () => {
    const { on, say, press } = line({ 多少钱: reply('每人每月200元。') });
    await on({ kind: 'begun' });
    const first = await say('多少钱');
    expect(first).toContain('每人每月200元。');
    for (const again of [
      await press('1'),
      await say('再说一遍'),
      await say('没听清楚'),
      await say('在说一边'),
    ])
      expect(again).toBe('每人每月200元。');
  });

  it('is slower after 慢一点, in shorter pieces', async () => {
    const { on, say, call } = line({ 多少钱: reply(LONG) });
    await say('多少钱');
    const { act } = await on({ kind: 'key', digits: '2' });
    expect(call().pace).toBe('slower');
    expect(act.pieces.slice(1).join('')).toBe(call().said.join(''));
    for (const piece of act.pieces)
      expect(piece.replace(/[^\p{L}\p{N}]/gu, '').length).toBeLessThanOrEqual(25);
  });

  it('goes on with what was left, and says where it stands only when asked', async () => {
    const { say } = line({ 多少钱: reply(LONG) });
    const first = await say('多少钱');
    expect(first).not.toMatch(/怎么申请|鹤政发/u);
    expect(await say('继续')).toContain('怎么申请、去哪里办');
    expect(await say('出处呢')).toContain('鹤政发，2021年，3号，第二部分，第五条，第2点');
    expect(await say('详细一点')).toContain('文件原话是：每人每月200元');
  });

  it('is what was heard, when the caller spoke into it', async () => {
    const { on, say } = line({ 多少钱: reply(LONG) });
    await say('多少钱');
    const { act } = await on({ kind: 'speech', text: '再说一遍', confidence: null }, 0);
    expect(act.pieces.join('')).toMatch(/^每人每月200元。/u);
    expect(act.pieces.join('')).not.toContain('户口');
    expect(await say('继续')).toContain('户口');
  });
});

describe('a caller who takes time', () => {
  it.each(['俺想问问啊', '我想跟您打听个事', '想咨询一下'])('is waited for after %s', async (text) => {
    const { say, asked } = line({});
    expect(await say(text)).toContain('您接着说');
    expect(asked).toEqual([]);
  });

  it('is waited for in mid-sentence, and the halves are joined', async () => {
    const { say, asked } = line({ 我妈今年七十六三无能领多少: reply('好。') });
    expect(await say('我妈今年')).toMatch(/接着说/u);
    await say('七十六三无能领多少');
    expect(asked).toEqual(['我妈今年七十六三无能领多少']);
  });

  it.each(['#', null])('is answered with what there is, on %s', async (digits) => {
    const { say, said, asked } = line({ 我想问一下: reply('您想问哪一样？', 'clarify') });
    await say('我想问一下');
    await said(digits === null ? { kind: 'silence' } : { kind: 'key', digits });
    expect(asked).toEqual(['我想问一下']);
  });

  it('is not waited for where there is danger', async () => {
    const { say, asked } = line({ '我妈喘不上气，就是': reply('请马上打幺二零！', 'emergency') });
    expect(await say('我妈喘不上气，就是')).toContain('幺二零');
    expect(asked).toHaveLength(1);
  });

  it('is encouraged three times, ever more simply, and then given a person', async () => {
    const { silence, tasks } = line({});
    const stages = [await silence(), await silence(), await silence()];
    expect(stages[0]).toContain('您慢慢说，我等着');
    expect(new Set(stages).size).toBe(3);
    expect(tasks).toHaveLength(0);
    expect(await silence()).toMatch(/回电话/u);
    expect(tasks).toHaveLength(1);
  });

  it('hears a filler when the answer takes long, then the answer, asked for once under one name', async () => {
    let finish = (_: Reply): void => {};
    const late = new Promise<Reply>((done) => {
      finish = done;
    });
    const { on, said, asked } = line({ 多少钱: late });
    const { act } = await on({ kind: 'speech', text: '多少钱', confidence: null });
    expect(act).toMatchObject({ do: 'wait', pieces: ['好，我查一下，请稍等。'] });
    expect(await said({ kind: 'back' })).toMatch(/请您再等一等/u);
    finish(reply('每人每月200元。'));
    expect(await said({ kind: 'back' })).toContain('200元');
    expect(new Set(asked)).toEqual(new Set(['多少钱']));
  });

  it('is told at once that it takes a moment when many wait before, unless it is danger', async () => {
    const late = (text: string) =>
      new Promise<Reply>((done) => {
        setTimeout(() => done(reply(text)), 5);
      });
    const crowd = line({ 多少钱: late('每人每月200元。'), 喘不上气: late('马上打120。') }, {}, undefined, 80);
    const { act } = await crowd.on({ kind: 'speech', text: '多少钱', confidence: null });
    expect(act).toMatchObject({ do: 'wait', pieces: ['好，我查一下，请稍等。'] });
    expect(await crowd.said({ kind: 'back' })).toContain('200元');
    expect(await crowd.say('喘不上气')).toContain('1 2 0');
  });

  it('gets a person when the answer never comes', async () => {
    const { on } = line({ 多少钱: new Promise<Reply>(() => {}) }, { deskNow: () => '+861' });
    let { act } = await on({ kind: 'speech', text: '多少钱', confidence: null });
    for (let i = 0; i < 6 && act.do === 'wait'; i++) ({ act } = await on({ kind: 'back' }));
    expect(act).toMatchObject({ do: 'transfer', number: '+861' });
  });
});

describe('a person', () => {
  it('is reached by 0 and by words, in the hours of the desk', async () => {
    const office = { deskNow: () => '+8637100000000' };
    for (const heard of [
      { kind: 'key', digits: '0' },
      { kind: 'speech', text: '转人工', confidence: null },
      { kind: 'speech', text: '转人功', confidence: null },
    ] satisfies Heard[]) {
      const { on } = line({}, office);
      expect((await on(heard)).act).toMatchObject({ do: 'transfer', number: '+8637100000000' });
    }
  });

  it('rings back when nobody is there, once a call, told what was said', async () => {
    const { say, press, tasks } = line({ 多少钱: reply('每人每月200元。') });
    await say('多少钱');
    expect(await press('0')).toMatch(/没有人工值班.*回电话.*留言/u);
    await press('0');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ phone: '+8613800138000', reason: 'asked' });
    expect(tasks[0]?.evidence.join('')).toContain('鹤政发');
  });

  it('takes a message after that', async () => {
    const { on, press, say, said } = line({});
    await press('0');
    expect((await on({ kind: 'speech', text: '留言', confidence: null })).act.do).toBe('record');
    expect(await said({ kind: 'recorded', url: 'https://api.twilio.com/RE1', digits: '#' })).toContain(
      '留言记下了',
    );
    expect(await say('没别的了，再见')).toContain('再见');
  });

  it('rings a number that is asked for and read back, where the caller withholds it', async () => {
    const { on, say, press, tasks, call } = line({});
    Object.assign(call(), { from: null });
    await on({ kind: 'begun' });
    call().from = null;
    expect(await press('0')).toMatch(/电话号码/u);
    expect(await say('幺三八零零一三')).toMatch(/没听全/u);
    expect(await say('一三八零零一三八零零零')).toContain('1 3 8，0 0 1 3，8 0 0 0');
    expect(tasks).toHaveLength(0);
    expect(await say('对')).toMatch(/回电话/u);
    expect(tasks[0]?.phone).toBe('13800138000');
  });

  it('comes after what was said was not understood three times, and when the bot fails', async () => {
    const miss = reply('这句话我没看明白。您可以换个说法，比如：三无老人每个月能领多少？', 'clarify');
    const { on, say } = line({ 甲乙: miss }, { deskNow: () => '+861' });
    await say('甲乙');
    await say('甲乙');
    expect((await on({ kind: 'speech', text: '甲乙', confidence: null })).act.do).toBe('transfer');
  });

  it('rings back about a booking whose question was not understood, and is told so', async () => {
    const { say, tasks } = line({ 甲乙: reply(booking.handedOver, 'handoff') });
    expect(await say('甲乙')).toMatch(/没有人工值班.*回电话/u);
    expect(tasks[0]?.reason).toBe('not-understood');
  });
});

describe('the end of a call', () => {
  it('offers what was said as a message, and sends it to whom the caller names', async () => {
    const { say, messages } = line({ 多少钱: reply('每人每月200元。') });
    await say('多少钱');
    expect(await say('好了，没别的了')).toMatch(/发短信/u);
    expect(await say('发给我女儿吧')).toMatch(/电话号码/u);
    await say('幺三九一二三四五六七八');
    expect(await say('对的')).toMatch(/会发过去/u);
    expect(messages).toEqual([
      expect.objectContaining({ to: '13912345678', text: expect.stringContaining('200元') }),
    ]);
  });

  it('is not brought about by anything else', async () => {
    const { press } = line({});
    for (const key of ['3', '9', '*', '#']) expect(await press(key)).not.toContain('再见');
  });
});

it('does not take 嗯 for an answer unless something was asked', async () => {
  const { say, asked } = line({
    多少钱: reply(LONG),
    嗯: reply('好。'),
    位置: reply('老人住在哪个市？', 'clarify'),
  });
  await say('多少钱');
  expect(await say('嗯')).toContain('怎么申请');
  expect(asked).toEqual(['多少钱']);
  await say('位置');
  await say('嗯');
  expect(asked).toEqual(['多少钱', '位置', '嗯']);
});

it('says what it heard where that was doubtful', async () => {
  const { say } = line({ 多少钱: reply('每人每月200元。') });
  expect(await say('多少钱', 0.3)).toMatch(/我听到的是：多少钱。/u);
  expect(await say('多少钱', 0.9)).not.toContain('我听到的是');
});

describe('what was not heard', () => {
  /** Hears 铬 as nothing, and puts 提检 right; a second hearing fills the first. */
  const mend: Mend = (text, before) => ({
    text: text.replace('提检', '体检'),
    doubtful: before !== undefined,
    lost: before === undefined && text.includes('铬'),
  });
  const UNHEARD = /没听清，请您再说一遍/u;

  it('is asked for once more before it is answered, and only once', async () => {
    const { say, asked } = line({ 一铬月多少钱: reply('每人每月200元。') }, {}, mend);
    expect(await say('一铬月多少钱')).toMatch(UNHEARD);
    expect(asked).toEqual([]);
    expect(await say('一铬月多少钱')).toMatch(/我听到的是：一铬月多少钱。.*200元/u);
  });

  it('is heard together with what was heard the first time', async () => {
    const befores: (string | undefined)[] = [];
    const { say } = line({ 一个月多少钱: reply('每人每月200元。') }, {}, (text, before) => {
      befores.push(before);
      return mend(text, before);
    });
    await say('一铬月多少钱');
    await say('一个月多少钱');
    await say('一个月多少钱');
    expect(befores).toEqual([undefined, '一铬月多少钱', undefined]);
  });

  it('is asked for once more where nothing was found by it, and where all was heard is not', async () => {
    const nothing = reply('没有写到这件事。', 'not_found');
    const { say } = line({ 体检要钱不: nothing, 打车能报不: nothing }, {}, mend);
    expect(await say('提检要钱不')).toMatch(UNHEARD);
    expect(await say('提检要钱不')).toContain('没有写到');
    expect(await say('打车能报不')).toContain('没有写到');
  });

  it('does not hold up danger', async () => {
    const { say } = line({ '铬，喘不上气': reply('马上打120。', 'emergency') }, {}, mend);
    expect(await say('铬，喘不上气')).toContain('1 2 0');
  });

  it('is taken as it is where the bot asked for it', async () => {
    const where = reply('老人住在哪个市、哪个县区？', 'clarify');
    const { say, asked } = line({ 体检要钱不: where, 铬城: reply('不要钱。') }, {}, mend);
    await say('体检要钱不');
    await say('铬城');
    expect(asked).toEqual(['体检要钱不', '铬城']);
  });
});

describe('a read-back', () => {
  const spoke = (text: string): Heard => ({ kind: 'speech', text, confidence: null });
  const readBack = reply(
    '我念一遍，您听对不对：给您本人，姓名王桂芳；鹤城区人民医院，骨科；11月23日星期一上午8点；手机138 0013 8000。都对就说对，约吧；哪里不对，直接说哪里。',
    'booking',
  );
  const booked = reply('约好了。', 'booking');
  const scripted = { 帮我挂号: readBack, 对: booked, '对，约吧': booked, '不对，名字错了': readBack };

  it('is settled by a bare 对 when it was heard to its end', async () => {
    const { on, said, asked } = line(scripted);
    await on(spoke('帮我挂号'));
    expect(await said(spoke('对'))).toContain('约好了');
    expect(asked).toEqual(['帮我挂号', '对']);
  });

  it.each(['对', '对，约吧'])('is not settled by %s before its end: the rest is read first', async (yes) => {
    const { on, asked } = line(scripted);
    await on(spoke('帮我挂号'));
    const rest = (await on(spoke(yes), 0)).act.pieces.join('');
    expect(asked).toEqual(['帮我挂号']);
    expect(rest).toMatch(/都对就说/u);
    await on(spoke(yes));
    expect(asked).toEqual(['帮我挂号', yes]);
  });

  it('cut short twice is read on twice', async () => {
    const { on, asked } = line(scripted);
    await on(spoke('帮我挂号'));
    await on(spoke('对，约吧'), 0);
    await on(spoke('对，约吧'), 0);
    expect(asked).toEqual(['帮我挂号']);
  });

  it('can be objected to at any point', async () => {
    const { on, asked } = line(scripted);
    await on(spoke('帮我挂号'));
    await on(spoke('不对，名字错了'), 0);
    expect(asked.at(-1)).toBe('不对，名字错了');
  });
});

describe('digits that the bot asks for', () => {
  it('may be pressed in one go; elsewhere keys are commands, and 0 is a person', async () => {
    const { say, press, asked } = line({
      我要退号: { ...reply('请说预约码末尾三个数？', 'booking'), digits: true },
      '052': reply('要取消吗？', 'booking'),
    });
    await say('我要退号');
    expect(await press('1')).toContain('末尾三个数');
    expect(await press('052')).toContain('要取消吗');
    expect(await press('052')).toContain('没有这个键');
    expect(asked).toEqual(['我要退号', '052']);
  });
});
