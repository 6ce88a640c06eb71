import { z } from 'zod';

/** The secret of a name that a provider's settings give, out of the configuration; null where there is none. */
export type Secrets = (name: string) => string | null;

const PRIVATE = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]$|\[f[cd])/u;

function isSafeBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  if (username !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && PRIVATE.test(hostname));
}

/** Without encryption only inside a private network: what is sent names people. No slash at the end. */
export const baseUrl = z
  .string()
  .refine(isSafeBase, 'an https address, or an http one in a private network, without user or query')
  .transform((url) => url.replace(/\/+$/u, ''));

/** Milliseconds that one call may take. */
export const timeLimit = z.int().min(100).max(30_000).default(8_000);

export const secretName = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/u, 'a name such as ZZ_HOSPITAL');

/** The settings of a provider as its adapter's schema has them. Throws with the path that is wrong, never its value. */
export function parseSettings<T>(schema: z.ZodType<T>, providerId: string, settings: unknown): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`settings of ${providerId}: ${issue?.path.join('.')}: ${issue?.message}`);
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Whether `fetch` failed before there was a connection: then nothing can have been done at the other end. */
export function neverSent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AggregateError && cause.errors.length > 0) return cause.errors.every(neverSent);
    if ('code' in cause && typeof cause.code === 'string' && NEVER_SENT.has(cause.code)) return true;
  }
  return false;
}

/** Statuses that say that the request was turned away at the door. 408 is none: its work may have begun. */
export const turnedAway = (status: number): boolean => status === 401 || status === 403 || status === 429;

const LONGEST_REASON = 100;

/** A provider's words as they can be passed on: one line without control characters. */
export function reasonOf(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
}
