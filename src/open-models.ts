import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createReranking } from './bot/compose/reranking.js';
import { createWording } from './bot/compose/worded/step.js';
import { createProposing } from './bot/proposing/step.js';
import type { BotParts } from './bot/turn.js';
import type { Config } from './config.js';
import { chatEndpoint, embeddingEndpoint, rerankEndpoint } from './config-models.js';
import { EmbeddedIndex } from './knowledge/search/embedded-index.js';
import type { Prompts } from './load-prompts.js';
import { type ChatClient, type ClientName, createChatClient, LIMITS } from './models/chat-client.js';
import { chatMetrics } from './models/chat-metrics.js';
import { remoteChat } from './models/chat-remote.js';
import { connectEmbedder } from './models/embedder-remote.js';
import type { Endpoint } from './models/endpoint.js';

/** The chat models of an application, wired: the steps it may take in a turn, and their counters. */
export interface Models {
  steps: NonNullable<BotParts['model']>;
  registry: Registry;
  /** Finds out in the background whether the models answer, so that no turn has to. */
  warmUp(): void;
  close(): void;
}

/** Milliseconds after which an embedder that was away is tried again. */
const EMBEDDER_RETRY_MS = 30_000;

/** The index by a model's embeddings, empty until it is given something to follow; null where none is configured. */
export function openEmbedded(config: Config, onError: (error: unknown) => void): EmbeddedIndex | null {
  const endpoint = embeddingEndpoint(config);
  if (endpoint === null) return null;
  return new EmbeddedIndex({
    folder: join(config.YIWEN_DATA, 'index-embedded'),
    connect: () => connectEmbedder(endpoint),
    onError,
    retryMs: EMBEDDER_RETRY_MS,
  });
}

/** Null where no chat model is configured: then nothing of it is loaded or called. */
export async function openModels(config: Config, prompts: () => Promise<Prompts>): Promise<Models | null> {
  const endpoint = chatEndpoint(config);
  if (endpoint === null) return null;
  const { understand, rerank, compose } = await prompts();
  const registry = new Registry();
  const metrics = chatMetrics(registry);
  const limits = { ...LIMITS, atOnce: config.MODEL_AT_ONCE };
  const open = async (of: Endpoint, client: ClientName): Promise<ChatClient> =>
    createChatClient(await remoteChat(of, config.MODEL_JSON), limits, metrics, client);
  const chat = await open(endpoint, 'chat');
  const ranking = rerankEndpoint(config);
  const ranker = ranking === null ? null : await open(ranking, 'rerank');
  const within = config.MODEL_SECONDS * 1000;
  return {
    steps: {
      understand: createProposing({ chat, prompt: understand, within }),
      ...(ranker ? { rerank: createReranking({ chat: ranker, prompt: rerank, within }) } : {}),
      word: createWording({ chat, prompt: compose, within }),
    },
    registry,
    warmUp() {
      void chat.warmUp();
      void ranker?.warmUp();
    },
    close() {
      chat.close();
      ranker?.close();
    },
  };
}
