import type { Answered, Incoming } from '../../bot/desk.js';
import type { Call, Step } from './call.js';
import type { Office } from './office.js';

/** What was said, as far as it can be told from what the recogniser wrote; `doubtful`: to be read back. */
export interface Mended {
  text: string;
  doubtful: boolean;
}

export interface DialogueParts {
  /** The bot's desk. */
  answer(incoming: Incoming): Promise<Answered>;
  /** Puts back words that the recogniser wrote as others of their sound. */
  mend(heard: string): Mended;
  /** Whether the words tell of danger, which goes before everything else. */
  isDanger(text: string): boolean;
  office: Office;
  now(): Date;
  /** How long the caller may hear nothing while an answer is worked on, in milliseconds. */
  patienceMs: number;
}

/** What every part of the dialogue is given. */
export interface Turn {
  call: Call;
  /** Unique to call and turn, shared by its retries: what is done under it is done once. */
  key: string;
  parts: DialogueParts;
}

/** Says what is not worth repeating, and listens. `patient`: the caller needs time. */
export const prompt = (call: Call, pieces: readonly string[], patient = false): Step => ({
  call,
  act: { do: 'ask', pieces: [...pieces], patient },
});

/** Says what 再说一遍 says again, and listens. */
export const tell = (call: Call, pieces: readonly string[]): Step => ({
  call: { ...call, said: [...pieces], rest: [] },
  act: { do: 'ask', pieces: [...pieces], patient: false },
});
