import { Registry } from 'prom-client';
import { createWording } from './bot/compose/worded/step.js';
import { createProposing } from './bot/proposing/step.js';
import type { BotParts } from './bot/turn.js';
import type { Config } from './config.js';
import { chatEndpoint } from './config-models.js';
import type { Prompts } from './load-prompts.js';
import { createChatClient, LIMITS } from './models/chat-client.js';
import { chatMetrics } from './models/chat-metrics.js';
import { remoteChat } from './models/chat-remote.js';

/** The chat model of an application, wired: the steps it may take in a turn, and its counters. */
export interface Models {
  steps: NonNullable<BotParts['model']>;
  registry: Registry;
  /** Finds out in the background whether the model answers, so that no turn has to. */
  warmUp(): void;
  close(): void;
}

/** Null where no chat model is configured: then nothing of it is loaded or called. */
export async function openModels(config: Config, prompts: () => Promise<Prompts>): Promise<Models | null> {
  const endpoint = chatEndpoint(config);
  if (endpoint === null) return null;
  const { understand, compose } = await prompts();
  const registry = new Registry();
  const limits = { ...LIMITS, atOnce: config.MODEL_AT_ONCE };
  const chat = createChatClient(await remoteChat(endpoint, config.MODEL_JSON), limits, chatMetrics(registry));
  const within = config.MODEL_SECONDS * 1000;
  return {
    steps: {
      understand: createProposing({ chat, prompt: understand, within }),
      word: createWording({ chat, prompt: compose, within }),
    },
    registry,
    warmUp: () => void chat.warmUp(),
    close: () => chat.close(),
  };
}
