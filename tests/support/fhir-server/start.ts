import { fileURLToPath } from 'node:url';
import { startTestServer } from '../test-server.js';

/** What the server plays; `POST /control` changes it. */
export interface Mode {
  /** Whether `$find`, `$hold` and `$book` are there. */
  operations: boolean;
  transactions: boolean;
  fhirVersion: string;
  /** The server's clock, fixed; null: the real one. */
  now: string | null;
  holdMinutes: number;
  cancelUntilMinutes: number | null;
  token: string | null;
  /** Every request is answered 503. */
  down: boolean;
  /** Writes are not done but answered with this status. */
  fail: number | null;
  /** So many writes are done, and the line is cut instead of an answer. */
  lose: number;
  /** Writes are done and answered with what is no JSON. */
  malformed: boolean;
  delayMs: number;
  /** So many resources on a page of a search; null: all that are asked for. */
  pageSize: number | null;
}

export const DEFAULTS: Mode = {
  operations: false,
  transactions: false,
  fhirVersion: '4.0.1',
  now: null,
  holdMinutes: 5,
  cancelUntilMinutes: null,
  token: null,
  down: false,
  fail: null,
  lose: 0,
  malformed: false,
  delayMs: 0,
  pageSize: null,
};

export interface FhirTestServer {
  /** With `/fhir`. */
  url: string;
  control(change: Partial<Mode>): Promise<void>;
  /** Back to {@link DEFAULTS}, with the change. */
  reset(change?: Partial<Mode>): Promise<void>;
  put(resource: { resourceType: string; id: string } & Record<string, unknown>): Promise<void>;
  read(path: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startFhirServer(): Promise<FhirTestServer> {
  const { origin, control, stop } = await startTestServer<Mode>(
    fileURLToPath(new URL('main.ts', import.meta.url)),
  );
  const url = `${origin}/fhir`;
  return {
    url,
    control,
    reset: (change = {}) => control({ ...DEFAULTS, ...change }),
    async put(resource) {
      const body = JSON.stringify(resource);
      const headers = { 'content-type': 'application/fhir+json' };
      const path = `${url}/${resource.resourceType}/${resource.id}`;
      const response = await fetch(path, { method: 'PUT', headers, body });
      if (!response.ok) throw new Error(`not stored: ${await response.text()}`);
    },
    async read(path) {
      const response = await fetch(`${url}/${path}`);
      return (await response.json()) as Record<string, unknown>;
    },
    stop,
  };
}
