import { setTimeout as wait } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChatRequest } from '../../src/models/chat.js';
import { type ChatClient, createChatClient } from '../../src/models/chat-client.js';
import { itemsOf, wholeJson } from '../../src/models/chat-json.js';
import { chatMetrics } from '../../src/models/chat-metrics.js';
import { remoteChat } from '../../src/models/chat-remote.js';
import { type OllamaServer, ollamaServer } from '../support/models/ollama-server.js';
import { reply, type Script } from '../support/models/scripted.js';

const clients: ChatClient[] = [];
const servers: OllamaServer[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.close();
});

/** Longer than a test may take: whoever waits for it fails. */
const LONG_MS = 600_000;

const REQUEST: ChatRequest = { messages: [{ role: 'user', text: '问' }], most: 10 };
const schema = z.strictObject({ 好: z.boolean() });
const good = reply({ 好: true });

async function open(script: Script | ((n: number) => Script), limits = {}) {
  const server = await ollamaServer();
  servers.push(server);
  server.script = () => (typeof script === 'function' ? script(server.calls.length) : script);
  const registry = new Registry();
  const client = createChatClient(
    await remoteChat({ kind: 'ollama', url: server.url, name: 'qwen3:4b' }, 'json_schema'),
    { atOnce: 2, waiting: 2, resetMs: 200, ...limits },
    chatMetrics(registry),
  );
  clients.push(client);
  const ask = (ms = 2000) =>
    client.ask('understand', REQUEST, AbortSignal.timeout(ms), (pieces) => wholeJson(pieces, schema));
  return { server, client, registry, ask };
}

describe('the chat client', () => {
  it('gives what was replied, and counts call, tokens and first token', async () => {
    const { ask, registry } = await open(good);
    expect(await ask()).toEqual({ value: { 好: true } });
    const text = await registry.metrics();
    expect(text).toContain('yiwen_model_calls_total{use="understand",outcome="ok"} 1');
    expect(text).toContain('yiwen_model_tokens_total{use="understand",kind="prompt"} 20');
    expect(text).toContain('yiwen_model_first_token_seconds_count{use="understand"} 1');
  });

  it.each<[string, Script, string]>([
    ['an empty reply', reply(''), 'empty'],
    ['English', reply('Sure! Here is the answer.'), 'malformed'],
    ['JSON of another shape', reply({ 好: 'yes' }), 'malformed'],
    ['half of the JSON', reply('{"好":tr'), 'malformed'],
    ['lines that are no JSON', { kind: 'raw', body: '<html>\n' }, 'malformed'],
    ['far too much', reply('好'.repeat(60_000)), 'too_long'],
    ['nothing for too long', { kind: 'silent', ms: LONG_MS }, 'slow'],
    ['a stall', { kind: 'stall', text: '{"好' }, 'slow'],
    ['401', { kind: 'status', status: 401 }, 'refused'],
  ])('names the fault: %s', async (_, script, fault) => {
    const { ask } = await open(script);
    expect(await ask(fault === 'slow' ? 300 : 20_000)).toEqual({ fault });
  });

  it('leaves out what the model thinks aloud', async () => {
    const { ask } = await open(
      reply('<think>\n用户问：好吗？{"好":false}\n</think>\n\n```json\n{"好": true}\n```'),
    );
    expect(await ask()).toEqual({ value: { 好: true } });
  });

  it.each<[string, Script]>([
    ['429', { kind: 'status', status: 429 }],
    ['500', { kind: 'status', status: 500 }],
    ['a cut before the first word', { kind: 'cut', text: '' }],
  ])('tries once more after %s', async (_, first) => {
    const { ask, server } = await open((n) => (n === 1 ? first : good));
    expect(await ask()).toEqual({ value: { 好: true } });
    expect(server.calls).toHaveLength(2);
  });

  it('does not try again once the model has begun to speak, or when it is told that it asks wrongly', async () => {
    for (const script of [
      { kind: 'cut', text: '{"好":' },
      { kind: 'status', status: 400 },
    ] as const) {
      const { ask, server } = await open(script);
      expect(await ask()).toHaveProperty('fault');
      expect(server.calls).toHaveLength(1);
    }
  });

  it('keeps turns from waiting for a server that fails, and uses it again when it recovers', async () => {
    let sick = true;
    const { ask, server, registry } = await open(() => (sick ? { kind: 'silent', ms: LONG_MS } : good));
    for (let i = 0; i < 3; i++) expect(await ask(50)).toEqual({ fault: 'slow' });
    for (let i = 0; i < 100; i++) expect(await ask(5000)).toEqual({ fault: 'resting' });
    expect(await registry.metrics()).toContain('yiwen_model_resting{client="chat"} 1');
    sick = false;
    await server.close();
    const back = await ollamaServer(Number(new URL(server.url).port));
    servers.splice(0, 1, back);
    back.script = () => good;
    for (let i = 0; i < 40 && 'fault' in (await ask()); i++) await wait(50);
    expect(await ask()).toEqual({ value: { 好: true } });
    expect(await registry.metrics()).toContain('yiwen_model_resting{client="chat"} 0');
  });

  it('learns from a warm-up that nobody is there, so that no turn has to', async () => {
    const { client, ask, server } = await open(good);
    await server.close();
    servers.splice(0);
    await client.warmUp();
    expect(await ask()).toEqual({ fault: 'resting' });
  });

  it('asks so many at once, lets so many wait, and tells the rest', async () => {
    let most = 0;
    let now = 0;
    const { ask, server } = await open({ kind: 'reply', text: '{"好":true}', everyMs: 50 });
    const play = server.script;
    server.script = (call) => {
      most = Math.max(most, ++now);
      setTimeout(() => now--, 50);
      return play(call);
    };
    const asked = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(asked.filter((a) => 'value' in a)).toHaveLength(4);
    expect(asked.filter((a) => 'fault' in a && a.fault === 'busy')).toHaveLength(2);
    expect(most).toBe(2);
  });
});

describe('itemsOf', () => {
  const item = z.strictObject({ 句: z.string(), 据: z.array(z.number()) });
  async function* cutUp(text: string, size: number) {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const value = {
    依据: '全部',
    句子: [
      { 句: '带括号 {[ 和引号 " 的\\话', 据: [1] },
      { 句: '第二句', 据: [1, 2] },
    ],
  };

  it.each([1, 2, 3, 7, 1000])('gives each item, cut into pieces of %i', async (size) => {
    const items = [];
    for await (const i of itemsOf(cutUp(JSON.stringify(value, null, 1), size), item)) items.push(i);
    expect(items).toEqual(value.句子);
  });

  it('gives what was whole before the reply broke off, then says so', async () => {
    const text = JSON.stringify(value);
    const items: unknown[] = [];
    const reading = (async () => {
      for await (const i of itemsOf(cutUp(text.slice(0, -12), 5), item)) items.push(i);
    })();
    await expect(reading).rejects.toMatchObject({ fault: 'cut' });
    expect(items).toEqual(value.句子.slice(0, 1));
  });
});
