import type { FastifyPluginAsync } from 'fastify';
import { type Desk, type Missed, UnknownSessionError } from '../../bot/desk.js';
import { MAX_TEXT, socketMessage } from './schemas.js';

/** Messages a client may send before the earlier ones are answered. */
const MAX_WAITING = 8;

/** What a reader takes in at once: a reply is streamed by sentences. */
export function pieces(text: string): string[] {
  return text.match(/[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+$/g) ?? [];
}

/** `GET /ws/chat`: the same turns over a WebSocket. A client that comes back gets what it missed. */
export function chatSocket(desk: Desk): FastifyPluginAsync {
  return async (app) => {
    app.get('/ws/chat', { websocket: true, schema: { hide: true } }, (socket, request) => {
      let sessionId: string | undefined;
      let waiting = 0;
      let queue: Promise<void> = Promise.resolve();

      const send = (message: object): Promise<void> =>
        new Promise((resolve, reject) =>
          socket.send(JSON.stringify(message), (error) => (error ? reject(error) : resolve())),
        );
      const fail = (code: string, message: string): Promise<void> => send({ type: 'error', code, message });

      async function deliver({ messageId, reply }: Missed): Promise<void> {
        if (sessionId === undefined) return;
        for (const text of pieces(reply.text)) await send({ type: 'delta', text, messageId });
        await send({ type: 'reply', reply, messageId });
        await desk.delivered(sessionId, messageId);
      }

      async function join(id: string): Promise<void> {
        sessionId = id;
        await send({ type: 'session', sessionId: id });
        for (const missed of await desk.missed(id)) await deliver(missed);
      }

      async function take(raw: string): Promise<void> {
        const parsed = socketMessage.safeParse(parseJson(raw));
        if (!parsed.success) {
          const tooLong = raw.length > MAX_TEXT;
          return fail(
            tooLong ? 'too-large' : 'malformed',
            tooLong ? '这句话太长了，请分开说。' : '这条消息没有看懂。',
          );
        }
        const message = parsed.data;
        if (message.sessionId !== undefined && message.sessionId !== sessionId) await join(message.sessionId);
        if (message.type === 'resume') return;
        const answered = await desk.answer({ ...message, sessionId, track: true });
        if (answered.sessionId !== sessionId) {
          sessionId = answered.sessionId;
          await send({ type: 'session', sessionId });
        }
        await deliver(answered);
      }

      socket.on('message', (data, isBinary) => {
        if (waiting >= MAX_WAITING) {
          void fail('too-many-requests', '请等上一句答完再说。').catch(() => {});
          return;
        }
        waiting++;
        queue = queue
          .then(() => (isBinary ? fail('malformed', '请发文字消息。') : take(data.toString())))
          .catch(async (error: unknown) => {
            if (socket.readyState !== socket.OPEN) return;
            if (error instanceof UnknownSessionError) {
              sessionId = undefined;
              return fail('unknown-session', '没有找到这次对话，请重新开始。');
            }
            request.log.error({ err: error }, 'socket turn failed');
            return fail('internal', '系统出了点问题，请再说一遍。');
          })
          .catch(() => {})
          .finally(() => {
            waiting--;
          });
      });
      socket.on('error', (error: Error) => request.log.info({ err: error }, 'socket closed'));
    });
  };
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
