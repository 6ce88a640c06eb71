import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, callTo, phoneServer, relayCallTo, TOKEN } from '../../support/phone.js';

describe('a call over ConversationRelay', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await phoneServer({ PHONE_MODE: 'relay' });
    await server.ready();
  }, 60_000);
  afterAll(() => server?.close());

  async function answered() {
    const line = relayCallTo(server, { desk: () => ({ status: 'no-answer', ms: 20_000 }) });
    await line.call.dial();
    await line.call.advance(15_000);
    await line.call.speak('三无老人一个月能领多少');
    await line.call.advance(20_000);
    await line.call.speak('鹤城区');
    return line;
  }

  it('says the opening, then the same answer by clauses', async () => {
    const { call, said } = await answered();
    await call.advance(60_000);
    expect(said()).toMatch(/人工服务，请按零/u);
    expect(said()).toContain('200元');
    await call.hangUp();
  });

  it('takes what was not heard as not said', async () => {
    const { call, sessions } = await answered();
    const [session] = sessions;
    const before = session?.said.length ?? 0;
    // Into the second sentence: 散居三无老人每人每月200元的政府购买服务。满70周岁、…
    const saidNow = (): string => session?.said.slice(before).join('') ?? '';
    while (!saidNow().includes('服务。')) await call.advance(200);
    await call.advance(1500);
    await call.speak('再说一遍');
    const heard = session?.said.slice(before).join('') ?? '';
    expect(heard).toMatch(/服务。.+/u);
    const from = session?.said.length ?? 0;
    await call.advance(60_000);
    const again = session?.said.slice(from).join('') ?? '';
    expect(heard).toContain(again);
    expect(again).toMatch(/200元.*服务。(?:满70周岁、)?$/u);
    await call.speak('继续');
    await call.advance(60_000);
    expect(session?.said.slice(from).join('')).toMatch(/服务。(?:满70周岁、)?.*没住进机构的散居三无老人，/u);
    await call.hangUp();
  });

  it('goes on over a 嗯, and is not interrupted by it', async () => {
    const { call, sessions } = await answered();
    await call.advance(6000);
    await call.speak('嗯');
    await call.advance(60_000);
    expect(sessions[0]?.said.join('')).toMatch(/满70周岁、.*政府购买服务/u);
    await call.hangUp();
  });

  it('hands over on 0 and takes the call back when the desk does not answer', async () => {
    const { call, sessions, said } = await answered();
    await call.advance(3000);
    await call.press('0');
    await call.advance(10_000);
    expect(call.events).toContainEqual(expect.objectContaining({ kind: 'dial' }));
    await call.advance(30_000);
    expect(sessions).toHaveLength(2);
    await call.advance(30_000);
    expect(said()).toContain('没接上');
    await call.hangUp();
  });

  it('closes a socket that sends ten messages in a row that it does not understand, and goes on with the call', async () => {
    const { call, sessions } = await answered();
    await call.advance(30_000);
    const [session] = sessions;
    const bad = [
      '',
      '{',
      '[]',
      '{"type":"none"}',
      '{"type":"dtmf","digit":"x"}',
      '{"type":"prompt"}',
      'null',
      '1',
    ];
    for (const frame of bad) session?.sendRaw(frame);
    session?.sendRaw(JSON.stringify({ type: 'error', description: 'a bad message of ours' }));
    for (const frame of bad) session?.sendRaw(frame);
    await call.speak('再说一遍');
    await call.advance(30_000);
    expect(sessions).toHaveLength(1);
    for (const frame of [...bad, ...bad]) session?.sendRaw(frame);
    await new Promise((done) => setTimeout(done, 100));
    await call.advance(30_000);
    expect(sessions).toHaveLength(2);
    expect(sessions[1]?.said.join('')).toContain('断了一下');
    await call.hangUp();
  });

  it('opens for no call that was not begun by a signed webhook, and for each only once', async () => {
    const { call } = await answered();
    const signature = getExpectedTwilioSignature(TOKEN, `${BASE.replace('https', 'wss')}/voice/relay`, {});
    for (const [callSid, nonce] of [
      ['CA00000000', 'x'],
      [call.callSid, 'guessed'],
      [
        call.callSid,
        /name="nonce" value="([^"]+)"/u.exec(JSON.stringify(call.events).replaceAll('\\', ''))?.[1],
      ],
    ]) {
      const socket = await server.injectWS('/voice/relay', { headers: { 'x-twilio-signature': signature } });
      const closed = once(socket, 'close');
      socket.send(JSON.stringify({ type: 'setup', sessionId: 'VX1', callSid, customParameters: { nonce } }));
      expect((await closed)[0]).toBe(1008);
    }
    await call.hangUp();
  });

  it('goes on by webhooks when no socket comes to be', async () => {
    const call = callTo(server, {
      relay: async () => ({
        ended: { params: { SessionStatus: 'failed', ErrorCode: '64102' } },
        advance: async () => {},
        speech: async () => {},
        key: async () => {},
        hangUp: () => {},
      }),
    });
    await call.dial();
    await call.advance(1000);
    await call.listen();
    expect(call.said.join('')).toContain('人工服务，请按零');
    await call.hangUp();
  });

  it('goes on with the call when the socket was lost', async () => {
    const { call, sessions } = await answered();
    await call.advance(30_000);
    sessions[0]?.hangUp();
    await new Promise((done) => setTimeout(done, 50));
    await call.advance(100);
    expect(sessions).toHaveLength(2);
    await call.advance(30_000);
    expect(sessions[1]?.said.join('')).toMatch(/断了一下.*200元/u);
    await call.hangUp();
  });
});
