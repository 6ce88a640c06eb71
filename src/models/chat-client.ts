import { setTimeout as wait } from 'node:timers/promises';
import CircuitBreaker from 'opossum';
import PQueue from 'p-queue';
import { type ChatModel, type ChatRequest, ModelError, type ModelFault } from './chat.js';
import type { ChatMetrics, Use } from './chat-metrics.js';
import { withoutThinking } from './chat-thinking.js';
import { asModelError, until } from './transport.js';

interface ClientLimits {
  /** Calls at once; the rest wait. */
  atOnce: number;
  /** How many may wait; who comes then is told at once. */
  waiting: number;
  /** Milliseconds between an open breaker's trials. */
  resetMs: number;
}

export const LIMITS: Omit<ClientLimits, 'atOnce'> = { waiting: 32, resetMs: 3000 };

/** Each has its own queue and breaker: one that fails does not keep turns from the other. */
export type ClientName = 'chat' | 'rerank';

export type Asked<T> = { value: T } | { fault: ModelFault };

/** The chat model as the bot meets it: never slower than it is told to wait, and never throwing. */
export interface ChatClient {
  readonly id: string;
  /** False while the breaker keeps turns from it: then nothing need be prepared. */
  readonly available: boolean;
  /**
   * What `read` makes of the reply's pieces, or why there is none. Gives up when `patience` fires; tries once more
   * where the server failed before it had said anything. `read` may throw {@link ModelError}.
   */
  ask<T>(
    use: Use,
    request: ChatRequest,
    patience: AbortSignal,
    read: (pieces: AsyncIterable<string>) => Promise<T>,
  ): Promise<Asked<T>>;
  /** Counts an answer that went out without the model's words. */
  fellBack(use: Use, reason: string): void;
  /** Calls the model once, in its own time (a model may have to be loaded first); where it fails, turns do without. */
  warmUp(): Promise<void>;
  close(): void;
}

/** Before it has said anything these may pass by themselves. */
const PASSING: ReadonlySet<ModelFault> = new Set(['away', 'limited', 'failing', 'cut']);
const RETRY_MS = 150;
/** No answer is so long, thinking aloud included. */
const MOST_CHARACTERS = 8000;
const LOADING_MS = 120_000;
const TRIAL_MS = 20_000;
const PROBE: ChatRequest = { messages: [{ role: 'user', text: '你好' }], most: 1 };

/** Of so many calls in the last half minute, half failing opens the breaker. */
const BREAKER = {
  timeout: false,
  volumeThreshold: 3,
  errorThresholdPercentage: 50,
  rollingCountTimeout: 30_000,
} as const;

export function createChatClient(
  model: ChatModel,
  limits: ClientLimits,
  metrics: ChatMetrics,
  client: ClientName = 'chat',
): ChatClient {
  const queue = new PQueue({ concurrency: limits.atOnce });
  const breaker = new CircuitBreaker((job: () => Promise<void>) => job(), {
    ...BREAKER,
    resetTimeout: limits.resetMs,
  });
  breaker.on('open', () => metrics.resting.set({ client }, 1));
  breaker.on('close', () => metrics.resting.set({ client }, 0));
  // A trial is nobody's turn: no person waits for a server that may still be stuck.
  breaker.on('halfOpen', () => void probe(TRIAL_MS));

  async function attempt<T>(
    use: Use,
    request: ChatRequest,
    signal: AbortSignal,
    read: (pieces: AsyncIterable<string>) => Promise<T>,
  ): Promise<T> {
    const begun = performance.now();
    for (let again = false; ; again = true) {
      let heard = false;
      let characters = 0;
      async function* pieces(): AsyncGenerator<string> {
        for await (const piece of until(model.stream(request, signal), signal)) {
          if ('tokens' in piece) {
            metrics.tokens.inc({ use, kind: 'prompt' }, piece.tokens.prompt);
            metrics.tokens.inc({ use, kind: 'reply' }, piece.tokens.reply);
            continue;
          }
          if (!heard) metrics.firstToken.observe({ use }, (performance.now() - begun) / 1000);
          heard = true;
          characters += piece.text.length;
          if (characters > MOST_CHARACTERS) throw new ModelError('too_long', `${characters} characters`);
          yield piece.text;
        }
      }
      try {
        return await read(withoutThinking(pieces()));
      } catch (error) {
        const failed = asModelError(error, signal, 'malformed');
        if (heard || again || !PASSING.has(failed.fault)) throw failed;
        await wait(RETRY_MS, undefined, { signal });
      }
    }
  }

  async function run<T>(
    use: Use,
    request: ChatRequest,
    signal: AbortSignal,
    read: (pieces: AsyncIterable<string>) => Promise<T>,
  ): Promise<Asked<T>> {
    let asked: Asked<T> = { fault: 'busy' };
    const job = async (): Promise<void> => {
      asked = { fault: 'slow' };
      asked = { value: await attempt(use, request, signal, read) };
    };
    try {
      await queue.add(() => breaker.fire(job), { signal });
    } catch (error) {
      const { fault } = asModelError(error, signal, 'resting');
      // Aborted while it waited it was the queue that was slow.
      if (!('fault' in asked) || asked.fault !== 'busy' || fault !== 'aborted') {
        asked = { fault: fault === 'aborted' ? 'slow' : fault };
      }
    }
    metrics.calls.inc({ use, outcome: 'fault' in asked ? asked.fault : 'ok' });
    return asked;
  }

  async function probe(ms: number): Promise<void> {
    const asked = await run('probe', PROBE, AbortSignal.timeout(ms), async (pieces) => {
      for await (const _ of pieces) break;
    });
    if ('fault' in asked && breaker.closed) breaker.open();
  }

  return {
    id: model.id,
    get available() {
      return breaker.closed;
    },
    async ask(use, request, patience, read) {
      if (!breaker.closed) return { fault: 'resting' };
      if (queue.size >= limits.waiting) return { fault: 'busy' };
      return run(use, request, patience, read);
    },
    fellBack: (use, reason) => metrics.fallbacks.inc({ use, reason }),
    warmUp: () => probe(LOADING_MS),
    close() {
      breaker.shutdown();
      queue.clear();
    },
  };
}
