import { randomBytes } from 'node:crypto';
import websocket from '@fastify/websocket';
import fastify, { type FastifyPluginAsync } from 'fastify';
import type { WebSocket } from 'ws';
import type { Answer, Request } from './webhooks.js';

/** The application's telephone, reached without a network. */
export interface PrivateLine {
  base: string;
  token: string;
  post(request: Request): Promise<Omit<Answer, 'ms'>>;
  upgrade(url: string, headers: Record<string, string>): Promise<WebSocket>;
  close(): Promise<void>;
}

const BASE = 'https://simulated.invalid';

/** The telephone on a server that never listens: signed as Twilio signs, by a token that nobody else has. */
export async function openPrivateLine(
  phone: (token: string, base: string) => Promise<FastifyPluginAsync>,
): Promise<PrivateLine> {
  const token = randomBytes(16).toString('hex');
  const server = fastify({ logger: false });
  await server.register(websocket);
  await server.register(await phone(token, BASE));
  await server.ready();
  const pathOf = (url: string): string => {
    const { pathname, search } = new URL(url);
    return pathname + search;
  };
  return {
    base: BASE,
    token,
    async post({ method, url, params, headers }) {
      const response = await server.inject({
        method,
        url: pathOf(url),
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...params }).toString(),
      });
      const type = String(response.headers['content-type'] ?? '');
      return { status: response.statusCode, type, body: response.body };
    },
    upgrade: (url, headers) => server.injectWS(pathOf(url), { headers }),
    close: () => server.close(),
  };
}
