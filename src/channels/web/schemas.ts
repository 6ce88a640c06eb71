import { z } from 'zod';
import { REPLY_KINDS } from '../../bot/reply.js';

/** A region by name or adcode; a name is at most as long as 新疆维吾尔自治区… with its city and county. */
const region = z.string().max(60).describe('name or six-digit adcode (GB/T 2260)');
const id = z.string().min(1).max(128);

/** What the person says. Longer than anybody speaks or types in one turn is refused, not cut. */
export const MAX_TEXT = 20_000;
const text = z.string().max(MAX_TEXT);

export const chatRequest = z.strictObject({
  sessionId: id.optional(),
  text,
  region: region.optional(),
  messageId: id.optional(),
});

const citation = z.object({
  documentId: z.string(),
  document: z.string(),
  title: z.string(),
  clauseId: z.string(),
  clause: z.string(),
  quote: z.string(),
  region: z.string(),
  status: z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']),
});

export const reply = z.object({
  kind: z.enum(REPLY_KINDS),
  text: z.string(),
  speech: z.string(),
  citations: z.array(citation),
  suggestions: z.array(z.string()),
  actions: z.array(z.object({ type: z.literal('call'), number: z.string() })),
});

export const chatResponse = z.object({ sessionId: z.string(), reply });

export const socketMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('user'),
    text,
    region: region.optional(),
    messageId: id.optional(),
    sessionId: id.optional(),
  }),
  /** Sent by a client that comes back and has nothing to say yet. */
  z.strictObject({ type: z.literal('resume'), sessionId: id }),
]);

export const searchQuery = z.strictObject({
  q: z.string().min(1).max(2000),
  region: region.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
});
