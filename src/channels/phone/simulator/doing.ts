import { randomBytes } from 'node:crypto';
import type { CallParts, DialOutcome, RelaySession } from './call-parts.js';
import type { Gathering } from './gathering.js';
import { type Element, textOf } from './xml-reader.js';

/** What the line is at; `until`: call time (ms) at which it is over by itself. */
export type Doing =
  | { kind: 'say'; text: string; until: number; within: Gathering | null }
  | { kind: 'gather' }
  | { kind: 'pause'; until: number }
  | { kind: 'dial'; until: number; number: string; outcome: DialOutcome }
  | Recording
  | { kind: 'relay'; session: RelaySession };

export interface Recording {
  kind: 'record';
  until: number;
  begun: number;
  spoke: boolean;
  /** Milliseconds of silence that end it. */
  silence: number;
  finishOnKey: string;
}

const CHARACTERS_PER_MINUTE = 160;
const PLAY_MS = 3000;
const RECORD_SILENCE_S = 5;

const spokenMs = (text: string): number =>
  (text.replace(/[\s\p{P}\p{S}]/gu, '').length / CHARACTERS_PER_MINUTE) * 60_000;

/** How long a `Say` takes. */
export const sayMs = (verb: Element, { sayMs }: CallParts): number => (sayMs ?? spokenMs)(textOf(verb), verb);

/** How long a `Pause` or a `Play` takes. */
export const stillMs = ({ name, attributes }: Element): number =>
  name === 'Pause' ? 1000 * Number(attributes.length ?? 1) : PLAY_MS;

export function dialling(verb: Element, { desk }: CallParts, now: number): Extract<Doing, { kind: 'dial' }> {
  const number = (verb.text || (verb.children[0]?.text ?? '')).trim();
  const outcome = desk?.(number) ?? { status: 'no-answer', ms: 25_000 };
  return { kind: 'dial', number, outcome, until: now + outcome.ms };
}

export const dialledParams = ({ status }: DialOutcome): Record<string, string> => ({
  DialCallStatus: status,
  DialCallSid: newSid('CA'),
});

export function recording({ attributes }: Element, now: number): Recording {
  const silence = Number(attributes.timeout ?? RECORD_SILENCE_S) * 1000;
  const finishOnKey = attributes.finishOnKey ?? '1234567890*#';
  return { kind: 'record', begun: now, spoke: false, silence, finishOnKey, until: now + silence };
}

/** What a recording posts; null where it is empty, which is not posted: the next verb is run. */
export function recordedParams(
  { begun, spoke }: Recording,
  now: number,
  digit: string | null,
): Record<string, string> | null {
  if (!spoke && digit === null) return null;
  return {
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/${newSid('RE')}`,
    RecordingDuration: String(Math.round((now - begun) / 1000)),
    ...(digit === null ? {} : { Digits: digit }),
  };
}

export const newSid = (kind: 'CA' | 'RE'): string => `${kind}${randomBytes(16).toString('hex')}`;
