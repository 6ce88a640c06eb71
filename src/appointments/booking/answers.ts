import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../store/database.js';
import { findAnswer, recordAnswer } from '../../store/requests.js';
import type { Hasher } from '../../store/seal.js';
import type { Refusal } from '../refusals.js';
import { type Instant, STATUSES } from '../types.js';

/** What a request with an idempotency key was answered, without anything personal. */
const storedAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('booked'),
    id: z.string(),
    status: z.enum(STATUSES),
    undoUntil: z.string().nullable(),
  }),
  /** The provider is being asked. */
  z.object({ outcome: z.literal('asked'), id: z.string() }),
  z.object({ outcome: z.literal('waiting'), id: z.string() }),
  z.object({
    outcome: z.literal('refused'),
    refusal: z.custom<Refusal>((value) => typeof value === 'object' && value !== null && 'code' in value),
  }),
]);
export type StoredAnswer = z.infer<typeof storedAnswer>;

export interface RequestName {
  key: string;
  /** Under every key of the hasher, the one in use first. */
  bodies: string[];
}

/** The hashes that a request is remembered by. The body's is keyed: it holds a name and a telephone number. */
export function requestName(hasher: Hasher, kind: string, key: string, body: unknown): RequestName {
  return {
    key: createHash('sha256').update(key).digest('base64url'),
    bodies: hasher.hashes(`body:${kind}:${canonical(body)}`),
  };
}

/** JSON with the keys of each object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The earlier answer to this request; null where it is new. */
export async function earlierAnswer(db: Database, name: RequestName): Promise<StoredAnswer | null> {
  const row = await findAnswer(db, name.key);
  if (row === null) return null;
  if (!name.bodies.includes(row.body)) return { outcome: 'refused', refusal: { code: 'key-reused' } };
  return storedAnswer.parse(JSON.parse(row.answer));
}

export const answerText = (answer: StoredAnswer): string => JSON.stringify(answer);

/** In the transaction that makes the answer true. Throws a unique violation where the key has one already. */
export async function keepAnswer(
  db: Database,
  { key, bodies: [body = ''] }: RequestName,
  answer: StoredAnswer,
  now: Instant,
): Promise<void> {
  await recordAnswer(db, { key, body, answer: answerText(answer), created_at: now });
}
