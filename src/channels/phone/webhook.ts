import { z } from 'zod';
import type { Call, Heard } from './call.js';

const text = z.string().optional();

/** What is read of a webhook's form; Twilio sends more, and may send still more tomorrow. */
export const webhook = z.looseObject({
  CallSid: z.string().regex(/^[A-Za-z0-9]{8,64}$/u, 'CallSid'),
  From: text,
  To: text,
  CallStatus: text,
  SpeechResult: text,
  Confidence: z.coerce.number().min(0).max(1).optional().catch(undefined),
  Digits: text,
  DialCallStatus: text,
  RecordingUrl: z.url().optional().catch(undefined),
  SessionStatus: text,
  HandoffData: text,
});

export type Webhook = z.infer<typeof webhook>;

/** What happened on the line, by what the call waited for. */
export function heardIn(params: Webhook, { awaiting, handOver }: Call): Heard {
  if (params.SessionStatus !== undefined || params.HandoffData !== undefined)
    return handOver === null ? { kind: 'resumed' } : { kind: 'handed' };
  if (awaiting.kind === 'desk' && params.DialCallStatus !== undefined)
    return { kind: 'dialled', answered: params.DialCallStatus === 'completed' };
  if (awaiting.kind === 'recording')
    return { kind: 'recorded', url: params.RecordingUrl ?? null, digits: params.Digits ?? null };
  if (params.Digits) return { kind: 'key', digits: params.Digits };
  const said = params.SpeechResult?.trim() ?? '';
  if (said !== '') return { kind: 'speech', text: said, confidence: params.Confidence ?? null };
  return awaiting.kind === 'work' || awaiting.kind === 'held' ? { kind: 'back' } : { kind: 'silence' };
}

const E164 = /^\+[1-9]\d{6,14}$/u;

/** The number of a caller; null where it is withheld. */
export const callerOf = ({ From }: Webhook): string | null =>
  From !== undefined && E164.test(From) ? From : null;
