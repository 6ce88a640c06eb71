import { z } from 'zod';
import { REPLY_KINDS } from '../../bot/reply.js';

/** A region by name or adcode; a name is at most as long as 新疆维吾尔自治区… with its city and county. */
export const region = z.string().max(60).describe('name or six-digit adcode (GB/T 2260)');

/** Given out by the server or made by a sender: anything that can be printed. */
export const id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\p{C}]*$/u, 'printable characters only');

export const chatRequest = z.strictObject({
  sessionId: id.optional().describe('absent on the first turn'),
  text: z.string(),
  region: region.optional(),
  messageId: id
    .optional()
    .describe("the sender's own; the same one again gets the same reply and no second effect"),
});

export const sessionParams = z.strictObject({ sessionId: id });
export const feedbackRequest = z.strictObject({
  sessionId: id,
  messageId: id.describe('of the turn whose reply is meant'),
  reason: z.string().min(1).max(50),
  note: z.string().max(500).default(''),
});

export const placesQuery = z.strictObject({ q: z.string().min(1).max(60).optional() });
export const placeList = z.object({
  places: z.array(
    z.object({
      adcode: z.string(),
      name: z.string(),
      covered: z.boolean().describe('whether policies are held that reach it'),
    }),
  ),
});

const status = z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']);

export const citation = z.object({
  documentId: z.string(),
  document: z.string(),
  title: z.string(),
  clauseId: z.string(),
  clause: z.string(),
  quote: z.string(),
  region: z.string(),
  status,
});

const reply = z.object({
  kind: z.enum(REPLY_KINDS),
  text: z.string(),
  speech: z.string(),
  citations: z.array(citation),
  suggestions: z.array(z.string()),
  actions: z.array(z.object({ type: z.literal('call'), number: z.string() })),
  readBack: z
    .object({
      text: z.string().describe('the words of the reply that say the same'),
      lines: z.array(z.object({ name: z.string(), value: z.string(), change: z.string().optional() })),
    })
    .optional()
    .describe('what is read back of a booking before it is made'),
  digits: z.literal(true).optional().describe('digits are asked for'),
  appointment: z
    .object({ id: z.string(), code: z.string(), phone: z.string(), replaces: z.string().nullable() })
    .optional()
    .describe('the appointment that is spoken of'),
});

export const chatResponse = z.object({ sessionId: z.string(), reply });

export const socketMessage = z.discriminatedUnion('type', [
  chatRequest.extend({ type: z.literal('user') }),
  /** Sent by a client that comes back and has nothing to say yet. */
  z.strictObject({ type: z.literal('resume'), sessionId: id }),
]);

export const socketQuery = z.strictObject({ sessionId: id.optional() });

export const searchQuery = z.strictObject({
  q: z.string().min(1).max(2000),
  region: region.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

const place = z.object({
  name: z.string(),
  adcode: z.string(),
  level: z.enum(['province', 'city', 'county']),
});

const heading = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  region: place,
  status,
});

const meta = heading.extend({
  issuers: z.array(z.string()),
  issued: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  supersedes: z.array(z.string()),
  source: z.string().nullable(),
});

const clause = z.object({
  id: z.string(),
  path: z.string(),
  trail: z.array(z.string()),
  kind: z.enum(['clause', 'preamble', 'heading', 'letterhead', 'signature', 'members', 'distribution']),
  text: z.string(),
  departments: z.array(z.string()),
});

export const documentList = z.object({
  documents: z.array(meta.extend({ clauses: z.number().int().describe('how many') })),
});
export const wholeDocument = meta.extend({ text: z.string(), clauses: z.array(clause) });
export const clauseInPlace = clause.extend({
  document: heading,
  definitions: z.array(z.object({ term: z.string(), meaning: z.string(), sentence: z.string() })),
  previous: clause.nullable(),
  next: clause.nullable(),
});
export const searchResults = z.object({
  results: z.array(
    z.object({
      document: heading,
      clauseId: z.string(),
      clause: z.string(),
      trail: z.array(z.string()),
      text: z.string(),
      score: z.number(),
    }),
  ),
});

export const alive = z.object({ status: z.literal('ok') });
export const readiness = z.object({
  status: z.enum(['ok', 'failed']),
  parts: z.record(z.string(), z.enum(['ok', 'failed'])),
});

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
});

const PROBLEMS = {
  400: 'malformed, an unknown field, or a value out of range',
  401: 'no bearer token, or a wrong one',
  404: 'not found',
  409: 'no longer possible as things stand',
  413: 'longer than 64 KiB',
  415: 'not application/json',
  422: 'not possible by the rules; or an idempotency key that another request had',
  426: 'not a WebSocket handshake',
  429: 'too many requests from one address',
  503: 'the provider cannot be reached',
} as const;

/** The responses of a route that are problems (RFC 9457); every route can answer 429 and 500. */
export function problems(...statuses: (keyof typeof PROBLEMS)[]) {
  const response = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problem } },
  });
  const own = [...statuses, 429 as const].map((code) => [code, response(PROBLEMS[code])] as const);
  return { ...Object.fromEntries(own), 500: response('unforeseen; nothing of the inside is told') };
}
