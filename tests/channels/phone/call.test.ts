import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callTo, phoneServer, SATURDAY } from '../../support/phone.js';

/** What callers say; an empty line is silence. */
const SCRIPTS: string[][] = [
  ['三无老人一个月能领多少', '鹤城区', '继续', '详细', '出处'],
  ['', '', '老人免费体检要多少岁', '三门峡', '慢一点', '再说一遍'],
  ['我妈今年', '七十六三无散居能领多少', '怀化鹤城区'],
  ['我爸突然胸口疼喘不上气', ''],
  ['今天天气怎么样', '嗯', '好的'],
];

describe('a call, from beginning to end', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await phoneServer();
  }, 60_000);
  afterAll(() => server?.close());

  it('opens with a sentence, the way to a person, and an open question', async () => {
    const call = callTo(server);
    await call.dial();
    await call.listen();
    expect(call.said.join('')).toMatch(/颐问.*人工服务，请按零.*？$/u);
  });

  it('answers a question with its place, and hands over to the desk on 0', async () => {
    const call = callTo(server, { desk: () => ({ status: 'completed', ms: 60_000 }) });
    await call.dial();
    await call.listen();
    await call.say('三无老人一个月能领多少');
    await call.listen();
    expect(call.said.at(-1)).toMatch(/哪个市|哪个县/u);
    await call.say('鹤城区');
    await call.listen();
    expect(call.said.join('')).toContain('200元');
    await call.press('0');
    await call.advance(5000);
    expect(call.events).toContainEqual(expect.objectContaining({ kind: 'dial', what: '+8637100000000' }));
    await call.advance(65_000);
    expect(call.said.at(-1)).toContain('还想问什么');
    await call.hangUp();
    expect(call.events.filter(({ kind }) => kind === 'error')).toEqual([]);
  });

  it.each(SCRIPTS)(
    'never speaks longer than 12 s, and reaches a person by 0 at every point: %j',
    async (lines) => {
      for (let points = 0; points <= lines.length; points++) {
        const call = callTo(server, { desk: () => ({ status: 'no-answer', ms: 10_000 }) });
        await call.dial();
        await call.listen();
        for (const line of lines.slice(0, points)) {
          if (line === '') await call.silence();
          else await call.say(line);
          await call.listen();
        }
        for (const event of call.events)
          if (event.kind === 'say') expect(event.ms).toBeLessThanOrEqual(12_000);
        await call.press('0');
        await call.advance(5000);
        expect(call.events.some(({ kind }) => kind === 'dial')).toBe(true);
        await call.hangUp();
      }
    },
  );

  it('reaches a person by 0 while it speaks, too', async () => {
    for (const into of [100, 3000, 7000, 12_000, 20_000]) {
      const call = callTo(server, { desk: () => ({ status: 'completed', ms: 1000 }) });
      await call.dial();
      await call.say('怀化鹤城区的散居三无老人每个月能领多少');
      await call.advance(into);
      await call.press('0');
      await call.advance(5000);
      expect(call.events.some(({ kind }) => kind === 'dial')).toBe(true);
      await call.hangUp();
    }
  });

  it('keeps a slower pace for the number, and for no other', async () => {
    const slow = callTo(server, { from: '+8613900139000' });
    await slow.dial();
    await slow.listen();
    await slow.press('2');
    await slow.hangUp();
    const paceOf = async (from: string): Promise<string> => {
      const call = callTo(server, { from });
      await call.dial();
      const [document] = call.events.flatMap((e) => (e.kind === 'document' ? [e.body] : []));
      await call.hangUp();
      return /rate="([^"]+)"/u.exec(document ?? '')?.[1] ?? '';
    };
    expect(await paceOf('+8613900139000')).not.toBe(await paceOf('+8613700137000'));
  });

  it('rings back outside of the hours of the desk, and takes a message', async () => {
    const closed = await phoneServer({ YIWEN_NOW: SATURDAY });
    const call = callTo(closed);
    await call.dial();
    await call.listen();
    await call.press('0');
    await call.listen();
    expect(call.said.join('')).toMatch(/没有人工值班.*回电话/u);
    await call.say('留言');
    await call.advance(6000);
    await call.speak('我是鹤城区的张大爷，想问三无的补贴');
    await call.press('#');
    await call.listen();
    expect(call.said.join('')).toContain('留言记下了');
    await call.hangUp();
    await closed.close();
  }, 60_000);
});
