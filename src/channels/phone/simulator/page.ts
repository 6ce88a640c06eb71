import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { openPrivateLine, type PrivateLine } from './private-line.js';

interface SimulatorParts {
  /** Folder of the page. */
  pages: string;
  /** Makes the telephone that is called, with this token and address; called once a mode, when somebody first calls. */
  phone: (mode: 'gather' | 'relay', token: string, base: string) => Promise<FastifyPluginAsync>;
}

const MOST_LINES = 8;

/** `/phone`: the hotline to try without an account, from the machine itself and from nowhere else. */
export function simulatorPage({ pages, phone }: SimulatorParts): FastifyPluginAsync {
  return async (app) => {
    const lines = new Map<string, Promise<PrivateLine>>();
    let open = 0;

    function lineOf(mode: 'gather' | 'relay'): Promise<PrivateLine> {
      const made = lines.get(mode) ?? openPrivateLine((token, base) => phone(mode, token, base));
      lines.set(mode, made);
      return made;
    }

    app.addHook('onRequest', async (request, reply) => {
      if (!fromThisMachine(request)) return reply.status(404).send({ code: 'not-found' });
    });
    app.addHook('onClose', async () => {
      for (const made of lines.values()) await (await made).close();
    });
    await app.register(fastifyStatic, {
      root: pages,
      prefix: '/phone/',
      index: false,
      decorateReply: false,
      schemaHide: true,
    });
    const page = await readFile(join(pages, 'index.html'), 'utf8');
    app.get('/phone', { schema: { hide: true } }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
    app.route({
      method: 'GET',
      url: '/phone/line',
      schema: { hide: true },
      handler: async (_request, reply) => reply.status(426).send({ code: 'upgrade-required' }),
      wsHandler: async (socket: WebSocket) => {
        if (open >= MOST_LINES) return socket.close(1013, 'too many');
        open++;
        socket.on('error', () => {});
        socket.once('close', () => open--);
        // What a call needs takes a while to load, and few starts of the program need it.
        const { LiveCall } = await import('./live.js');
        const call = new LiveCall(lineOf, (message) => {
          if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
        });
        socket.on('message', (data, isBinary) => call.take(isBinary ? '' : data.toString()));
        socket.on('close', () => call.close());
        socket.send(JSON.stringify({ type: 'ready' }));
      },
    });
  };
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/** Not by way of a proxy, and not by a page of another host's that was given this address. */
function fromThisMachine({ raw, headers }: FastifyRequest): boolean {
  const proxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const origin = headers.origin;
  const ours = origin === undefined || LOCAL_HOST.test(origin.replace(/^https?:\/\//u, ''));
  return (
    !proxied && ours && LOOPBACK.has(raw.socket.remoteAddress ?? '') && LOCAL_HOST.test(headers.host ?? '')
  );
}
