import type { TranscriptLine } from './call.js';

/** Why somebody has to ring back. */
export type CallBackReason = 'asked' | 'silence' | 'not-understood' | 'failed' | 'message';

export interface CallBack {
  /** The same key again is the same task. */
  key: string;
  callSid: string;
  sessionId: string | null;
  /** E.164 or as the caller said it. */
  phone: string;
  reason: CallBackReason;
  transcript: readonly TranscriptLine[];
  /** The clauses that were told. */
  evidence: readonly string[];
}

/** The people behind the telephone. */
export interface Office {
  /** The desk's telephone; null while nobody sits there. */
  deskNow(): string | null;
  /** Leaves a task to ring back. Resolves with its id; null where there is no desk at all. */
  callBack: ((task: CallBack) => Promise<string>) | null;
  /** Adds the address of a message left to a task. */
  addRecording(taskId: string, url: string): Promise<void>;
  /** Sends a text message once for each key; null where none can be sent. */
  sms: ((message: { key: string; to: string; text: string }) => Promise<void>) | null;
}
