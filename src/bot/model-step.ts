import type { ChatClient } from '../models/chat-client.js';
import type { Work } from './work.js';

/** What a step of a turn needs that asks a chat model. */
export interface ModelStepParts {
  chat: ChatClient;
  /** The step's file of `prompts/`. */
  prompt: string;
  /** Milliseconds for a turn whose channel does not say. */
  within: number;
}

/** Milliseconds of a turn's time that are left. */
export const timeLeft = (work: Work, within: number): number =>
  (work.within ?? within) - (performance.now() - work.begun);
