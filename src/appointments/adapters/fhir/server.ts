import type { Client } from 'fhir-kit-client';
import type { z } from 'zod';
import type { Failure } from '../../port.js';
import { neverSent, type Secrets, secretOf, turnedAway } from '../remote.js';
import { anything, type Bundle, bundle, type Issue, issuesIn } from './resources.js';
import type { FhirSettings } from './settings.js';

/** `conflict`: somebody was there first, nothing was changed; `refused`: nothing was changed, for the reasons given. */
export type Answer<T> =
  | { outcome: 'ok'; value: T }
  | { outcome: 'absent' }
  | { outcome: 'conflict' }
  | { outcome: 'refused'; issues: readonly Issue[] }
  | Failure;
/** Reading changes nothing: what is not known is out of reach. */
export type Reading<T> = { outcome: 'ok'; value: T } | { outcome: 'absent' } | { outcome: 'unreachable' };

export type Resource = { resourceType: string } & Record<string, unknown>;
interface Options {
  headers: Record<string, string>;
  signal: AbortSignal;
}
export type Query = Record<string, string | number | string[]>;

/** One FHIR server, by fhir-kit-client, which is loaded at the first call. */
export interface FhirServer {
  get<T>(path: string, schema: z.ZodType<T>): Promise<Reading<T>>;
  /** What is found, all pages of it. */
  search<T>(type: string, query: Query, schema: z.ZodType<T>): Promise<Reading<readonly T[]>>;
  /** With `If-Match`. */
  update(resource: Resource & { id: string; meta: { versionId: string } }): Promise<Answer<unknown>>;
  /** With `If-None-Exist`. */
  create(resource: Resource, ifNoneExist: { identifier: string }): Promise<Answer<unknown>>;
  transaction(entries: readonly unknown[]): Promise<Answer<unknown>>;
  /** An operation on Appointments that changes something. */
  operation(name: '$hold' | '$book', parameter: readonly unknown[]): Promise<Answer<unknown>>;
  /** The Appointments that `$find` proposes, all pages of them. */
  find<T>(parameter: readonly unknown[], schema: z.ZodType<T>): Promise<Reading<readonly T[]>>;
}

const MOST_PAGES = 20;
/** A server that keeps the results of searches would answer with what was; one that shortens answers, with nothing. */
const HEADERS = { 'cache-control': 'no-cache', prefer: 'return=representation' };

export function openServer(settings: FhirSettings, secrets: Secrets): FhirServer {
  const token = settings.secret === undefined ? null : secretOf(secrets, settings.secret);
  let opened: Promise<Client> | undefined;

  async function open(): Promise<Client> {
    const { Client } = await import('fhir-kit-client');
    return new Client({
      baseUrl: settings.url,
      requestOptions: { redirect: 'error' },
      ...(token === null ? {} : { bearerToken: token }),
    });
  }

  async function call<T>(
    send: (client: Client, options: Options) => Promise<unknown>,
    schema: z.ZodType<T>,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    opened ??= open();
    const client = await opened;
    const signal = AbortSignal.timeout(settings.timeoutMs);
    try {
      const parsed = schema.safeParse(await send(client, { headers: { ...HEADERS, ...headers }, signal }));
      return parsed.success ? { outcome: 'ok', value: parsed.data } : { outcome: 'unknown' };
    } catch (error) {
      return answerOf(error);
    }
  }

  async function get<T>(path: string, schema: z.ZodType<T>): Promise<Reading<T>> {
    return readingOf(await call((client, options) => client.request(path, { options }), schema));
  }

  /** The resources of a type on a page and all that follow it. */
  async function all<T>(
    first: Answer<Bundle>,
    type: string,
    schema: z.ZodType<T>,
  ): Promise<Reading<readonly T[]>> {
    let page = readingOf(first);
    const found: T[] = [];
    for (let pages = 1; page.outcome === 'ok'; pages++) {
      for (const { resource } of page.value.entry ?? []) {
        if (resource?.resourceType !== type) continue;
        const parsed = schema.safeParse(resource);
        if (!parsed.success) return { outcome: 'unreachable' };
        found.push(parsed.data);
      }
      const next = nextOf(page.value, settings.url);
      if (next === null || pages === MOST_PAGES) return { outcome: 'ok', value: found };
      page = await get(next, bundle);
    }
    return page;
  }

  return {
    get,

    search: async (type, query, schema) =>
      all(
        await call(
          (client, options) => client.search({ resourceType: type, searchParams: query, options }),
          bundle,
        ),
        type,
        schema,
      ),

    update: (resource) =>
      call(
        (client, options) =>
          client.update({ resourceType: resource.resourceType, id: resource.id, body: resource, options }),
        anything,
        { 'if-match': `W/"${resource.meta.versionId}"` },
      ),

    create: (resource, ifNoneExist) =>
      call(
        (client, options) => client.create({ resourceType: resource.resourceType, body: resource, options }),
        anything,
        { 'if-none-exist': new URLSearchParams(ifNoneExist).toString() },
      ),

    transaction: (entry) =>
      call(
        (client, options) =>
          client.transaction({ body: { resourceType: 'Bundle', type: 'transaction', entry }, options }),
        anything,
      ),

    operation: (name, parameter) => call(operation(name, parameter), anything),

    find: async (parameter, schema) =>
      all(await call(operation('$find', parameter), bundle), 'Appointment', schema),
  };
}

const operation =
  (name: string, parameter: readonly unknown[]) =>
  (client: Client, options: Options): Promise<unknown> => {
    const input = { resourceType: 'Parameters', parameter };
    return client.operation({ name, resourceType: 'Appointment', input, options });
  };

function readingOf<T>(answer: Answer<T>): Reading<T> {
  return answer.outcome === 'ok' || answer.outcome === 'absent' ? answer : { outcome: 'unreachable' };
}

/** The address of the next page; only of the same server, for the token goes with it. */
function nextOf(page: Bundle, base: string): string | null {
  const link = page.link?.find(({ relation }) => relation === 'next')?.url;
  if (link === undefined) return null;
  const url = new URL(link, `${base}/`);
  return url.href.startsWith(`${base}/`) || url.href.startsWith(`${base}?`) ? url.href : null;
}

/** fhir-kit-client throws what is no success, with the response; and what is no JSON, whatever its status. */
function answerOf(error: unknown): Exclude<Answer<never>, { outcome: 'ok' }> {
  const response = error instanceof Error && 'response' in error ? error.response : null;
  if (typeof response !== 'object' || response === null || !('status' in response))
    return { outcome: neverSent(error) ? 'unreachable' : 'unknown' };
  const status = Number(response.status);
  const issues = 'data' in response ? issuesIn(response.data) : [];
  if (status === 404 || status === 410) return { outcome: 'absent' };
  if (status === 409 || status === 412) return { outcome: 'conflict' };
  if (turnedAway(status)) return { outcome: 'unreachable' };
  if (status >= 400 && status < 500 && status !== 408) return { outcome: 'refused', issues };
  return { outcome: 'unknown' };
}
