import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ChatModel, ModelError } from '../../src/models/chat.js';
import { wholeJson } from '../../src/models/chat-json.js';
import { remoteChat } from '../../src/models/chat-remote.js';
import { ollamaServer } from '../support/models/ollama-server.js';
import { openaiServer } from '../support/models/openai-server.js';
import { inTurn, type ModelServer, reply, type Script } from '../support/models/scripted.js';

interface Kind {
  name: string;
  start(): Promise<{ server: ModelServer; model: ChatModel }>;
}

const KINDS: Kind[] = [
  {
    name: 'Ollama',
    async start() {
      const server = await ollamaServer();
      return {
        server,
        model: await remoteChat({ kind: 'ollama', url: server.url, name: 'qwen3:4b' }, 'json_schema'),
      };
    },
  },
  ...(['json_schema', 'tools', 'json_object'] as const).map((way) => ({
    name: `OpenAI by ${way}`,
    async start() {
      const server = await openaiServer();
      return {
        server,
        model: await remoteChat({ kind: 'openai' as const, url: server.url, name: 'qwen3-8b' }, way),
      };
    },
  })),
];

const open: ModelServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    await server.close();
    expect(server.unscripted).toEqual([]);
  }
});

const shape = { name: 'answer', schema: z.strictObject({ 钱: z.number(), 话: z.string() }) };

async function textOf(model: ChatModel, signal = AbortSignal.timeout(3000)): Promise<string> {
  let text = '';
  for await (const piece of model.stream({ messages: [{ role: 'user', text: '几多钱' }], most: 64 }, signal))
    if ('text' in piece) text += piece.text;
  return text;
}

async function faultOf(model: ChatModel, signal?: AbortSignal): Promise<string> {
  try {
    await textOf(model, signal);
  } catch (error) {
    return error instanceof ModelError ? error.fault : `not a ModelError: ${String(error)}`;
  }
  return 'none';
}

describe.each(KINDS)('chat over $name', ({ start }) => {
  async function begin(...scripts: Script[]) {
    const both = await start();
    open.push(both.server);
    both.server.script = inTurn(...scripts);
    return both;
  }

  it('streams the reply in pieces and counts tokens', async () => {
    const { model } = await begin(reply('每人每月200元，由区民政局发放。🙂'));
    const pieces: string[] = [];
    let tokens = 0;
    const request = { messages: [{ role: 'user' as const, text: '几多钱' }], most: 64 };
    for await (const piece of model.stream(request, AbortSignal.timeout(3000)))
      if ('text' in piece) pieces.push(piece.text);
      else tokens += piece.tokens.reply;
    expect(pieces.join('')).toBe('每人每月200元，由区民政局发放。🙂');
    expect(pieces.length).toBeGreaterThan(1);
    expect(tokens).toBe(pieces.length);
  });

  it('asks for JSON of a schema and reads it back', async () => {
    const value = { 钱: 200, 话: '每月两百块' };
    const { model, server } = await begin(reply(value));
    async function* texts() {
      const request = { messages: [{ role: 'user' as const, text: '几多钱' }], shape, most: 64 };
      for await (const piece of model.stream(request, AbortSignal.timeout(3000)))
        if ('text' in piece) yield piece.text;
    }
    expect(await wholeJson(texts(), shape.schema)).toEqual(value);
    const [call] = server.calls;
    if (JSON.stringify(call?.body).includes('json_object')) expect(call?.schema).toBeNull();
    else expect(call?.schema).toMatchObject({ type: 'object', required: ['钱', '话'] });
  });

  const faults: [string, Script, string][] = [
    ['429', { kind: 'status', status: 429 }, 'limited'],
    ['500', { kind: 'status', status: 500, body: 'oops' }, 'failing'],
    ['404', { kind: 'status', status: 404 }, 'refused'],
    ['a cut stream', { kind: 'cut', text: '每人每月200元，由区民政局' }, 'cut'],
    ['half a character', { kind: 'cut', text: '每人每月', halfCharacter: true }, 'cut'],
    ['1 MB and more', { kind: 'raw', body: `data: ${'老人'.repeat(200_000)}` }, 'too_long'],
  ];
  it.each(faults)('names the fault: %s', async (_, script, fault) => {
    const { model } = await begin(script);
    const found = await faultOf(model);
    expect(fault === 'cut' ? ['cut', 'malformed'] : [fault]).toContain(found);
  });

  it.each<[string, Script]>([
    ['silence', { kind: 'silent', ms: 600_000 }],
    ['a stall', { kind: 'stall', text: '每人' }],
  ])('leaves %s at once when told to', async (_, script) => {
    const { model } = await begin(script);
    expect(await faultOf(model, AbortSignal.timeout(150))).toBe('aborted');
  });

  it('says that nobody is there', async () => {
    const { model, server } = await begin();
    await server.close();
    open.splice(0);
    expect(await faultOf(model)).toBe('away');
  });
});
