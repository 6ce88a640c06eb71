import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { realHouse } from '../../support/house.js';
import { ollamaServer } from '../../support/models/ollama-server.js';
import type { Script } from '../../support/models/scripted.js';
import { type honestly, statementsIn } from '../../support/models/scripts.js';
import { botWithModel } from '../../support/models/worded.js';

const QUESTION = '民办养老院收一个本地老人，一张床一个月补多少';
const PLACE = '怀化市鹤城区';
const WITHIN = 800;
/** Longer than a test may take: whoever waits for it fails. */
const LONG_MS = 600_000;

const sentences = (...texts: string[]): string =>
  JSON.stringify({ basis: 'whole', sentences: texts.map((text) => ({ text, items: [1] })) });

const FAULTS: [string, Script][] = [
  ['slow to answer', { kind: 'silent', ms: LONG_MS }],
  [
    'a slow first token, then hardly another',
    { kind: 'reply', text: sentences('每张床给钱。'), everyMs: LONG_MS },
  ],
  ['a stall in mid-stream', { kind: 'stall', text: '{"basis":"whole","sentences":[{"text":"每张' }],
  ['a cut stream', { kind: 'cut', text: '{"basis":"whole","sentences":[{"text":"每张床' }],
  ['half a character', { kind: 'cut', text: '{"basis":"whole","sentences":[{"text":"', halfCharacter: true }],
  ['invalid JSON', { kind: 'reply', text: '{"basis":"whole","sentences":[{"text":每张床}]}' }],
  ['JSON of another shape', { kind: 'reply', text: '{"answer":"每张床每月一百元"}' }],
  ['429', { kind: 'status', status: 429 }],
  ['500', { kind: 'status', status: 500 }],
  ['1 MB', { kind: 'reply', text: sentences('老人'.repeat(500_000)) }],
  ['English', { kind: 'reply', text: sentences('Each bed gets 100 yuan a month for local elders.') }],
  ['English without JSON', { kind: 'reply', text: 'Sure! Each bed gets 100 yuan a month.' }],
  ['only thinking', { kind: 'reply', text: '<think>用户问补贴，我想想' }],
  ['thinking in the answer', { kind: 'reply', text: sentences('<think>每张床100元</think>') }],
  ['nothing', { kind: 'reply', text: '' }],
  ['no sentence', { kind: 'reply', text: '{"basis":"none","sentences":[]}' }],
  ['what is no protocol', { kind: 'raw', body: '<html>502</html>' }],
];

beforeAll(() => realHouse(), 120_000);

describe('a model that fails', () => {
  it.each(FAULTS)(
    '%s: the plain answer, in its time, and the model again when it recovers',
    async (_, fault) => {
      let sick = true;
      const { ask, askPlain } = await botWithModel((call) => (sick ? fault : worded(call)), {
        within: WITHIN,
      });
      const { reply: plain } = await askPlain(QUESTION, PLACE);
      expect(plain.text).toContain('100元');
      for (let turn = 0; turn < 4; turn++) {
        const { reply } = await ask(QUESTION, PLACE);
        expect(reply).toEqual(plain);
      }
      sick = false;
      expect(await recovered(ask)).toContain('跟您说');
    },
  );

  it('that is away is used again when it is back', async () => {
    const { ask, server } = await botWithModel(worded, { within: WITHIN });
    const { port } = new URL(server.url);
    await server.close();
    for (let turn = 0; turn < 4; turn++) await ask(QUESTION, PLACE);
    const back = await ollamaServer(Number(port));
    back.script = worded;
    try {
      expect(await recovered(ask)).toContain('跟您说');
    } finally {
      await back.close();
    }
  });

  it('that is known to be away costs a turn nothing: no connection is tried, and the plain answer goes out', async () => {
    const { ask, askPlain, server } = await botWithModel(worded, { reranks: true, resetMs: LONG_MS });
    await server.close();
    for (let turn = 0; turn < 4; turn++) await ask('四优先都是优先什么', '嘉祥县');
    const connecting = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => connecting.mockRestore());
    for (const [question, place] of [
      [QUESTION, PLACE],
      ['四优先都是优先什么', '嘉祥县'],
      ['我七十六，三无，自己住家里，一个月能领多少', PLACE],
    ] as const)
      expect((await ask(question, place)).reply).toEqual((await askPlain(question, place)).reply);
    expect(connecting).not.toHaveBeenCalled();
  });
});

/** An honest model whose words can be told from code's. */
function worded(call: Parameters<typeof honestly>[0]): Script {
  const said = statementsIn(call).map((text, i) => ({ text: `跟您说，${text}`, items: [i + 1] }));
  return { kind: 'reply', text: JSON.stringify({ basis: 'whole', sentences: said }) };
}

async function recovered(ask: Awaited<ReturnType<typeof botWithModel>>['ask']): Promise<string> {
  for (let turn = 0; turn < 60; turn++) {
    const { reply } = await ask(QUESTION, PLACE);
    if (reply.text.includes('跟您说')) return reply.text;
    await wait(50);
  }
  return 'the model was not used again';
}
