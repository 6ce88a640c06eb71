import { z } from 'zod';

/** What Twilio sends over a ConversationRelay socket; it may add fields. */
const fromRelay = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('setup'),
    sessionId: z.string(),
    callSid: z.string(),
    customParameters: z.record(z.string(), z.string()).optional(),
  }),
  z.looseObject({
    type: z.literal('prompt'),
    voicePrompt: z.string(),
    lang: z.string().optional(),
    last: z.boolean().default(true),
  }),
  z.looseObject({ type: z.literal('dtmf'), digit: z.string().regex(/^[0-9A-D*#]$/u) }),
  z.looseObject({
    type: z.literal('interrupt'),
    utteranceUntilInterrupt: z.string(),
    // A number; a string in older documents.
    durationUntilInterruptMs: z.coerce.number().optional(),
  }),
  z.looseObject({ type: z.literal('error'), description: z.string().optional() }),
]);

export type FromRelay = z.infer<typeof fromRelay>;

export type ToRelay =
  | { type: 'text'; token: string; last: boolean; interruptible: boolean; preemptible: boolean }
  | { type: 'end'; handoffData: string };

/** The message in a frame; null for what is none. */
export function readRelayMessage(frame: string): FromRelay | null {
  try {
    return fromRelay.safeParse(JSON.parse(frame)).data ?? null;
  } catch {
    return null;
  }
}
