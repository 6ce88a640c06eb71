import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type Desk, UnknownSessionError } from '../../bot/desk.js';
import { Problem } from './problem.js';
import { chatRequest, chatResponse, problem } from './schemas.js';

export const unknownSession = (): Problem =>
  new Problem(404, 'unknown-session', '没有找到这次对话，请不带 sessionId 重新开始。');

/** `POST /api/chat`: one turn. */
export function chatRoute(desk: Desk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/chat',
      {
        schema: {
          summary: '说一句，得到回答',
          body: chatRequest,
          response: { 200: chatResponse, 400: problem, 404: problem, 413: problem },
        },
      },
      async (request) => {
        try {
          const { sessionId, reply } = await desk.answer(request.body);
          request.turnKind = reply.kind;
          return { sessionId, reply };
        } catch (error) {
          if (error instanceof UnknownSessionError) throw unknownSession();
          throw error;
        }
      },
    );
  };
}
