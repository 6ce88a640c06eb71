import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callTo, phoneServer } from '../../support/phone.js';

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
});
