import type { FastifyBaseLogger } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Desk } from '../../bot/desk.js';
import { type Conversing, converse } from './conversing.js';
import { keepAlive } from './heartbeat.js';
import type { Metrics } from './metrics.js';
import { malformed, Problem, tooMany, toProblem } from './problem.js';
import { problems, socketQuery } from './schemas.js';

/** Messages a client may send before the earlier ones are answered. */
const MAX_WAITING = 16;
const MINUTE = 60_000;

interface SocketParts {
  desk: Desk;
  metrics: Metrics;
  /** How many messages one socket of this address may send in a minute. */
  messagesPerMinute: (address: string) => number;
}

const upgradeRequired = new Problem(426, 'upgrade-required', '这个地址只接受 WebSocket 连接。');

/** `GET /ws/chat`: the same turns over a WebSocket. A client that comes back gets what it missed. */
export function chatSocket(parts: SocketParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/ws/chat',
      schema: {
        summary: '同样的对话，走 WebSocket',
        description:
          'Client: {"type":"user","text","region"?,"messageId"?,"sessionId"?}, or {"type":"resume","sessionId"} to get what was missed. Server: {"type":"session","sessionId"}, {"type":"delta","text"}, {"type":"reply","reply"}, {"type":"error","code","message"}; delta and reply bear the messageId that they answer.',
        querystring: socketQuery,
        response: { 101: z.null().describe('switching protocols'), ...problems(400, 426) },
      },
      handler: async () => {
        throw upgradeRequired;
      },
      wsHandler: (socket, request) => {
        const limit = parts.messagesPerMinute(request.ip);
        const { sessionId } = request.query;
        serve(socket, converse(socket, parts), limit, sessionId, request.log);
      },
    });
  };
}

/** Takes the messages of one socket one after the other. */
function serve(
  socket: WebSocket,
  conversing: Conversing,
  perMinute: number,
  sessionId: string | undefined,
  log: FastifyBaseLogger,
): void {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let thisMinute = 0;
  const minute = setInterval(() => {
    thisMinute = 0;
  }, MINUTE).unref();

  function enqueue(job: () => Promise<void>): void {
    waiting++;
    queue = queue
      .then(job)
      .catch((error: unknown) => {
        const problem = toProblem(error);
        if (problem.status >= 500 && socket.readyState === socket.OPEN)
          log.error({ err: error }, 'socket turn failed');
        return conversing.fail(problem);
      })
      .finally(() => {
        waiting--;
      });
  }

  keepAlive(socket);
  socket.on('error', (error: Error) => log.info({ err: error }, 'socket closed'));
  socket.on('close', () => clearInterval(minute));
  if (sessionId !== undefined) enqueue(() => conversing.resume(sessionId));
  socket.on('message', (data, isBinary) => {
    thisMinute++;
    if (waiting >= MAX_WAITING || thisMinute > perMinute) return conversing.fail(tooMany);
    enqueue(() => (isBinary ? Promise.reject(malformed) : conversing.take(data.toString())));
  });
}
