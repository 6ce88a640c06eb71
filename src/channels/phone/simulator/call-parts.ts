import type { SimulatedCall } from './simulated-call.js';
import type { WebhookParts } from './webhooks.js';
import type { Element } from './xml-reader.js';

/** What the called desk does. */
export interface DialOutcome {
  status: 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
  ms: number;
}

/** A ConversationRelay session, from the telephone company's side. */
export interface RelaySession {
  /** Lets call time pass. */
  advance(now: number): Promise<void>;
  speech(text: string, now: number): Promise<void>;
  key(digit: string, now: number): Promise<void>;
  hangUp(): void;
  /** How it ended; null while it goes on. */
  readonly ended: { params: Record<string, string> } | null;
}

export interface CallParts extends WebhookParts {
  from: string;
  to: string;
  /** Addresses as a number is configured with them. */
  incoming: string;
  fallback?: string;
  status?: string;
  callSid?: string;
  /** Milliseconds that words take; by default 160 characters a minute. */
  sayMs?: (text: string, say: Element) => number;
  desk?: (number: string) => DialOutcome;
  relay?: (noun: Element, call: SimulatedCall) => Promise<RelaySession>;
  onEvent?: (event: CallEvent) => void;
}

export type CallEvent =
  | { at: number; kind: 'document'; url: string; params: Readonly<Record<string, string>>; body: string }
  | { at: number; kind: 'say'; text: string; ms: number; listening: boolean }
  | { at: number; kind: 'cut'; text: string }
  | { at: number; kind: 'listen' | 'dial' | 'record' | 'connect' | 'play'; what: string }
  | { at: number; kind: 'caller'; what: string }
  | { at: number; kind: 'error'; code: string; url: string }
  | { at: number; kind: 'ended'; why: 'caller' | 'hangup' | 'over' | 'error' };
