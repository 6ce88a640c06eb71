import type { z } from 'zod';

/** Port of a chat model. Adapters translate; time limits, queue and breaker are around it (`chat-client.ts`). */
export interface ChatModel {
  /** Name of the model, as its server calls it. */
  readonly id: string;
  /**
   * The reply, piece by piece. Ends early with {@link ModelError} where the server refuses, breaks off or sends what
   * its protocol does not have; with `aborted` when `signal` fires, at once and wherever it stands.
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatPiece>;
}

export interface ChatMessage {
  role: 'system' | 'user';
  text: string;
}

export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** What the reply must fit; the server is asked to hold the model to it, and whoever asks checks it again. */
  shape?: { name: string; schema: z.ZodType } | undefined;
  /** Tokens at most. */
  most: number;
}

export type ChatPiece = { text: string } | { tokens: { prompt: number; reply: number } };

const MODEL_FAULTS = [
  'away',
  'limited',
  'failing',
  'refused',
  'cut',
  'malformed',
  'too_long',
  'empty',
  'aborted',
  'slow',
  'busy',
  'resting',
] as const;

/**
 * Why there is no reply. `away`: no connection; `limited`: 429; `failing`: 5xx; `refused`: another 4xx; `cut`: broken
 * off; `malformed`: not what the protocol or the shape allows; `slow`: not within its time; `busy`: the queue is
 * full; `resting`: the breaker is open.
 */
export type ModelFault = (typeof MODEL_FAULTS)[number];

export class ModelError extends Error {
  override name = 'ModelError';
  constructor(
    readonly fault: ModelFault,
    message: string,
  ) {
    super(message);
  }
}
