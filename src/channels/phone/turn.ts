import type { Answered, Incoming } from '../../bot/desk.js';
import type { Pace } from '../../bot/pace.js';
import type { Call, Step } from './call.js';
import type { Office } from './office.js';
import { words } from './words.zh.js';

/** What was said, as far as it can be told from what the recogniser wrote. */
export interface Mended {
  text: string;
  /** To be read back. */
  doubtful: boolean;
  /** Something was said that could not be told: it is to be said again. */
  lost: boolean;
}

/** Puts back words that the recogniser wrote as others of their sound; `before`: how it wrote the same the first time. */
export type Mend = (heard: string, before?: string) => Mended;

export interface DialogueParts {
  /** The bot's desk. */
  answer(incoming: Incoming): Promise<Answered>;
  /** Lets turns begin one after the other. */
  pace: Pace;
  mend: Mend;
  /** Whether the words tell of danger, which goes before everything else. */
  isDanger(text: string): boolean;
  office: Office;
  now(): Date;
  /** Makes what nobody can guess. */
  newNonce(): string;
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

/** Asks for what was said once more, to be heard together with what was `written` of it. */
export const sayAgain = (call: Call, written: string): Step =>
  prompt({ ...call, awaiting: { kind: 'again', written }, misheard: '' }, words.sayAgain, true);

/** Says what 再说一遍 says again, and listens. */
export const tell = (call: Call, pieces: readonly string[]): Step => ({
  call: { ...call, said: [...pieces], rest: [] },
  act: { do: 'ask', pieces: [...pieces], patient: false },
});
