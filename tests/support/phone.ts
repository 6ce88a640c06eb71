import type { FastifyInstance } from 'fastify';
import { openApp } from '../../src/app.js';
import type { CallParts } from '../../src/channels/phone/simulator/call-parts.js';
import { RelayPeer } from '../../src/channels/phone/simulator/relay-peer.js';
import { SimulatedCall } from '../../src/channels/phone/simulator/simulated-call.js';
import type { Request, Transport } from '../../src/channels/phone/simulator/webhooks.js';
import { readConfig } from '../../src/config.js';
import { temporaryFolder } from './desk.js';
import { assertValidTwiml } from './twiml-schema.js';

export const TOKEN = '0123456789abcdef0123456789abcdef';
export const BASE = 'https://phone.example.org';

/** A Saturday; the desk is closed. */
export const SATURDAY = '2026-11-21T10:00:00+08:00';
/** A Monday in the desk's hours. */
export const MONDAY = '2026-11-23T10:00:00+08:00';

/** The whole application with the telephone on, not listening; to be closed by the caller. */
export async function phoneServer(env: Record<string, string> = {}): Promise<FastifyInstance> {
  const app = await openApp(
    readConfig({
      YIWEN_DATA: temporaryFolder(),
      LOG_LEVEL: 'silent',
      YIWEN_NOW: MONDAY,
      TWILIO_AUTH_TOKEN: TOKEN,
      PUBLIC_BASE_URL: BASE,
      DESK_NUMBER: '+8637100000000',
      // The calls of a test all come from one number.
      PHONE_CALLS_PER_NUMBER: '1000',
      ...env,
    }),
  );
  // The first answer of a process takes longer than a caller waits without a filler.
  await app.desk.answer({ text: '三无老人一个月能领多少', region: '431202' });
  const server = await app.server();
  server.addHook('onClose', () => app.close());
  return server;
}

/** Requests of the telephone company go straight into the server; every document that comes back is checked. */
export const into =
  (server: FastifyInstance): Transport =>
  async ({ method, url, params, headers }: Request) => {
    const { pathname, search } = new URL(url);
    const response = await server.inject({
      method,
      url: pathname + search,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...params }).toString(),
    });
    const type = String(response.headers['content-type'] ?? '');
    if (response.statusCode === 200 && type.includes('xml')) assertValidTwiml(response.body);
    return { status: response.statusCode, type, body: response.body, ms: 20 };
  };

/** A call to the server, with what it is configured with at the telephone company. */
export function callTo(server: FastifyInstance, change: Partial<CallParts> = {}): SimulatedCall {
  return new SimulatedCall({
    transport: into(server),
    token: TOKEN,
    from: '+8613800138000',
    to: '+8637166668888',
    incoming: `${BASE}/voice/incoming#rc=2&rp=ct,rt,5xx`,
    fallback: `${BASE}/voice/fallback`,
    status: `${BASE}/voice/status`,
    ...change,
  });
}

/** The same over ConversationRelay; the sessions that it opens are kept in `sessions`. */
export function relayCallTo(server: FastifyInstance, change: Partial<CallParts> = {}) {
  const sessions: RelayPeer[] = [];
  const call = callTo(server, {
    ...change,
    relay: async (noun, line) => {
      const session = await RelayPeer.open(noun, line, {
        token: TOKEN,
        open: async (url, headers) => server.injectWS(new URL(url).pathname, { headers }),
      });
      if (session instanceof RelayPeer) sessions.push(session);
      return session;
    },
  });
  return { call, sessions, said: () => sessions.map((s) => s.said.join('')).join('') };
}
