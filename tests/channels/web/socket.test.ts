import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepAlive } from '../../../src/channels/web/heartbeat.js';
import { sentences } from '../../../src/channels/web/sentences.js';
import { BAD_TEXTS, GOOD } from '../../support/bad-input.js';
import { echoBot } from '../../support/desk.js';
import { SocketClient } from '../../support/socket-client.js';
import { listen, realServer, serverWith } from '../../support/web.js';

describe('WebSocket over the whole application', () => {
  let server: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    server = await realServer();
    port = await listen(server);
  }, 60_000);
  afterAll(() => server?.close());

  it('sends the session, the reply by sentences, then the reply', async () => {
    const client = await SocketClient.open(port);
    client.say({ type: 'user', ...GOOD, messageId: 'm1' });
    const reply = await client.next('reply');
    const types = client.heard.map(({ type }) => type);
    expect(types[0]).toBe('session');
    expect(types.slice(1, -1).every((type) => type === 'delta')).toBe(true);
    const deltas = client.heard.filter(({ type }) => type === 'delta').map(({ text }) => text);
    expect(deltas.join('')).toBe((reply.reply as { text: string }).text);
    expect(reply).toMatchObject({
      messageId: 'm1',
      reply: { kind: expect.stringMatching(/^(answer|assessment)$/) },
    });
    await client.close();
  });

  it.each(Object.entries(BAD_TEXTS))('answers %s, and the turn after it', async (_name, text) => {
    const client = await SocketClient.open(port);
    client.say({ type: 'user', text });
    expect((await client.next('reply', 'error')).type).toBe('reply');
    client.say({ type: 'user', ...GOOD });
    expect(await client.outcome()).toContain('200');
    await client.close();
  });

  it('tells of ten bad frames one by one, and goes on', async () => {
    const client = await SocketClient.open(port);
    const bad = ['', '{', 'null', '[]', '1', '{}', '{"type":"user"}', '{"type":"user","text":1}'];
    bad.push('{"type":"user","text":"x","mode":1}', '{"type":"other"}');
    for (const frame of bad) client.say(frame);
    for (const frame of bad)
      expect([frame, await client.outcome()]).toEqual([
        frame,
        expect.stringMatching(/^(malformed|invalid)$/),
      ]);
    client.socket.send(Buffer.from([1, 2, 3]));
    expect(await client.outcome()).toBe('malformed');
    client.say({ type: 'user', ...GOOD });
    expect(await client.outcome()).toContain('200');
    await client.close();
  });

  it('refuses more than 64 KiB and goes on; what no person sends closes the socket', async () => {
    const client = await SocketClient.open(port);
    client.say({ type: 'user', text: '养'.repeat(22_000) });
    expect(await client.outcome()).toBe('too-large');
    client.say({ type: 'user', ...GOOD });
    expect(await client.outcome()).toContain('200');
    client.say('x'.repeat(2 * 1024 * 1024));
    const [code] = await once(client.socket, 'close');
    expect(code).toBe(1009);
  });

  it('does not know a foreign session, and begins a new one with the next message', async () => {
    const client = await SocketClient.open(port);
    client.say({ type: 'user', ...GOOD, sessionId: 'somebody-elses' });
    expect(await client.outcome()).toBe('unknown-session');
    expect(client.heard.some(({ type }) => type === 'session')).toBe(false);
    client.say({ type: 'user', ...GOOD });
    expect(await client.outcome()).toContain('200');
    await client.close();
  });
});

describe('WebSocket before a scripted bot', () => {
  const open = async (bot = echoBot()) => {
    const port = await listen(await serverWith(bot));
    return { bot, port, client: await SocketClient.open(port) };
  };

  it('handles messages sent at once one after the other', async () => {
    const { client } = await open();
    for (const text of '一二三四') client.say({ type: 'user', text });
    const heard = [
      await client.outcome(),
      await client.outcome(),
      await client.outcome(),
      await client.outcome(),
    ];
    expect(heard).toEqual(['一。', '一。二。', '一。二。三。', '一。二。三。四。']);
  });

  it.each([
    ['resume', (sessionId: string) => ({ query: '', say: { type: 'resume', sessionId } })],
    ['the address', (sessionId: string) => ({ query: `?sessionId=${sessionId}`, say: null })],
    [
      'its next message',
      (sessionId: string) => ({ query: '', say: { type: 'user', text: '三', sessionId } }),
    ],
  ])('sends a client that was cut off what it missed, by %s', async (_how, comeBack) => {
    const { client, port } = await open(echoBot(30));
    client.say({ type: 'user', text: '一' });
    const { sessionId } = await client.next('session');
    expect(await client.outcome()).toBe('一。');
    client.say({ type: 'user', text: '二', messageId: 'm2' });
    client.socket.terminate();
    await new Promise((done) => setTimeout(done, 100));

    const { query, say } = comeBack(String(sessionId));
    const back = await SocketClient.open(port, query);
    if (say) back.say(say);
    expect(await back.next('reply')).toMatchObject({ messageId: 'm2', reply: { text: '一。二。' } });
    if (say === null || say.type === 'resume') back.say({ type: 'user', text: '三' });
    expect(await back.outcome()).toBe('一。二。三。');
  });

  it('takes a reply for missed when it was written to a client that was gone already', async () => {
    const { client, port } = await open(echoBot(0));
    client.say({ type: 'user', text: '一' });
    const { sessionId } = await client.next('session');
    await client.outcome();
    client.say({ type: 'user', text: '二' });
    client.socket.terminate();
    await new Promise((done) => setTimeout(done, 50));
    const back = await SocketClient.open(port, `?sessionId=${sessionId}`);
    expect(await back.outcome()).toBe('一。二。');
  });

  it('sends nothing again that arrived, and one reply to a message that is sent again', async () => {
    const { bot, client, port } = await open();
    client.say({ type: 'user', text: '一', messageId: 'm1' });
    const { sessionId } = await client.next('session');
    await client.outcome();
    await client.close();
    const back = await SocketClient.open(port);
    back.say({ type: 'resume', sessionId });
    back.say({ type: 'user', text: '一', messageId: 'm1' });
    expect(await back.outcome()).toBe('一。');
    back.say({ type: 'user', text: '二' });
    expect(await back.outcome()).toBe('一。二。');
    expect(back.heard.filter(({ type }) => type === 'reply')).toHaveLength(2);
    expect(bot.asked).toHaveLength(2);
  });

  it('tells of a turn that failed inside, without its reason, and goes on', async () => {
    const { client } = await open();
    client.say({ type: 'user', text: '坏' });
    const error = await client.next('error');
    expect(error).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(error)).not.toContain('bot failed');
    client.say({ type: 'user', text: '好' });
    expect(await client.outcome()).toBe('好。');
  });

  it('refuses more messages than can wait, and answers those it took', async () => {
    const { client } = await open();
    for (let i = 0; i < 20; i++) client.say({ type: 'user', text: '一' });
    const outcomes: string[] = [];
    for (let i = 0; i < 20; i++) outcomes.push(await client.outcome());
    expect(outcomes.filter((o) => o === 'too-many-requests')).toHaveLength(4);
    expect(outcomes.at(-1)).toBe('一。'.repeat(16));
  });

  it('closes with the server, after which nothing is left running', async () => {
    const server = await serverWith(echoBot());
    const client = await SocketClient.open(await listen(server));
    const closed = once(client.socket, 'close');
    await server.close();
    await closed;
  });
});

it('ends a socket that is silent for a whole interval, and no other', async () => {
  vi.useFakeTimers();
  try {
    const { EventEmitter } = await import('node:events');
    const socket = Object.assign(new EventEmitter(), { ping: vi.fn(), terminate: vi.fn() });
    keepAlive(socket, 1000);
    vi.advanceTimersByTime(1000);
    socket.emit('pong');
    vi.advanceTimersByTime(1000);
    expect([socket.ping.mock.calls.length, socket.terminate.mock.calls.length]).toEqual([2, 0]);
    vi.advanceTimersByTime(1000);
    expect(socket.terminate).toHaveBeenCalledOnce();
    socket.emit('close');
    vi.advanceTimersByTime(5000);
    expect(socket.terminate).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

it.each([
  ['一句。', ['一句。']],
  ['一句。两句！\n三句', ['一句。', '两句！\n', '三句']],
  ['没有标点', ['没有标点']],
  ['', []],
])('cuts %j into sentences and loses nothing', (text, parts) => {
  expect(sentences(text)).toEqual(parts);
});
