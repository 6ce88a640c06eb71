import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { createReranking } from '../../../src/bot/compose/reranking.js';
import { createWording } from '../../../src/bot/compose/worded/step.js';
import { type Conversation, newConversation } from '../../../src/bot/conversation.js';
import type { Settled } from '../../../src/bot/desk.js';
import type { House } from '../../../src/bot/house.js';
import { createProposing } from '../../../src/bot/proposing/step.js';
import { createBot } from '../../../src/bot/turn.js';
import { createChatClient } from '../../../src/models/chat-client.js';
import { chatMetrics } from '../../../src/models/chat-metrics.js';
import { remoteChat } from '../../../src/models/chat-remote.js';
import { NOW, realHouse } from '../house.js';
import { ollamaServer } from './ollama-server.js';
import type { ChatCall, Script } from './scripted.js';

export interface WithModel {
  /** A turn's milliseconds. */
  within?: number;
  /** Whether the model puts what may answer in order, too. */
  reranks?: boolean;
  /** Milliseconds between an open breaker's trials. */
  resetMs?: number;
  house?: House;
}

/** A bot over a corpus, the real one unless told, with a scripted model behind real HTTP. */
export async function botWithModel(
  script: (call: ChatCall) => Script,
  { within = 20_000, reranks = false, resetMs = 200, house: given }: WithModel = {},
) {
  const house = given ?? (await realHouse());
  const server = await ollamaServer();
  server.script = script;
  const registry = new Registry();
  const metrics = chatMetrics(registry);
  const model = await remoteChat({ kind: 'ollama', url: server.url, name: 'qwen3:4b' }, 'json_schema');
  const limits = { atOnce: 4, waiting: 8, resetMs };
  const chat = createChatClient(model, limits, metrics);
  const ranker = createChatClient(model, limits, metrics, 'rerank');
  onTestFinished(async () => {
    chat.close();
    ranker.close();
    await server.close().catch(() => {});
  });
  const clock = () => NOW;
  const bot = createBot({
    house: () => house,
    clock,
    model: {
      understand: createProposing({ chat, prompt: 'intent', within }),
      ...(reranks ? { rerank: createReranking({ chat: ranker, prompt: '"order"', within }) } : {}),
      word: createWording({ chat, prompt: '规矩', within }),
    },
  });
  const plain = createBot({ house: () => house, clock });
  const ask = (
    text: string,
    region: string | null,
    conversation: Conversation = newConversation(),
    onText?: (text: string) => void,
  ): Promise<Settled> => bot.handle({ text, region, conversation, onText });
  return {
    server,
    registry,
    ask,
    askPlain: (text: string, region: string | null, conversation = newConversation()) =>
      plain.handle({ text, region, conversation }),
  };
}
