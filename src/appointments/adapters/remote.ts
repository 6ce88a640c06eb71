import { z } from 'zod';
import type { Adapter, ProviderRecord } from '../port.js';

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

/** Told, in one line that names the provider and nothing secret or personal, why it cannot be reached as configured. */
export type Report = (fault: string) => void;

/** What stands in the way of a provider as it is configured; it is out of reach until that is mended. */
export class Misconfigured extends Error {}

/** A provider's settings as its adapter's schema has them. Throws {@link Misconfigured} with the path that is wrong. */
export function parseSettings<T>(schema: z.ZodType<T>, settings: unknown): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Misconfigured(`${['settings', ...(issue?.path ?? [])].join('.')}: ${issue?.message}`);
}

/** What settings say of a provider's own departments, by the ids that they have among all: `provider.department`. */
export function byDepartmentId<T>(
  { id }: ProviderRecord,
  departments: Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(departments).map(([own, value]) => [`${id}.${own}`, value]));
}

/** The secret of that name. Throws {@link Misconfigured} where there is none. */
export function secretOf(secrets: Secrets, name: string): string {
  const secret = secrets(name);
  if (secret === null) throw new Misconfigured(`no secret named ${name}`);
  return secret;
}

/**
 * What reaches a provider, opened once for its settings as they are; null, and reported, while they are wrong. A
 * change of settings opens it anew.
 */
export function openedOnce<T>(
  open: (provider: ProviderRecord) => T,
  report: Report,
): (provider: ProviderRecord) => T | null {
  const opened = new Map<string, { settings: string; value: T | null }>();
  return (provider) => {
    const { id, settings } = provider;
    const key = JSON.stringify(settings);
    const known = opened.get(id);
    if (known?.settings === key) return known.value;
    let value: T | null = null;
    try {
      value = open(provider);
    } catch (error) {
      if (!(error instanceof Misconfigured)) throw error;
      report(`${id}: ${error.message}`);
    }
    opened.set(id, { settings: key, value });
    return value;
  };
}

const AWAY = { outcome: 'unreachable' } as const;

/** An adapter that hands each request to the one that `find` has for its provider; out of reach where that is null. */
export function perProvider(find: (provider: ProviderRecord) => Promise<Adapter | null>): Adapter {
  const by =
    <Request extends { provider: ProviderRecord }, Outcome>(
      ask: (adapter: Adapter, request: Request) => Promise<Outcome>,
    ) =>
    async (request: Request): Promise<Outcome | typeof AWAY> => {
      const adapter = await find(request.provider);
      return adapter === null ? AWAY : ask(adapter, request);
    };
  return {
    slots: by((adapter, request) => adapter.slots(request)),
    slot: by((adapter, request) => adapter.slot(request)),
    hold: by((adapter, request) => adapter.hold(request)),
    release: by((adapter, request) => adapter.release(request)),
    book: by((adapter, request) => adapter.book(request)),
    cancel: by((adapter, request) => adapter.cancel(request)),
    lookup: by((adapter, request) => adapter.lookup(request)),
  };
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
