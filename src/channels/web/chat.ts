import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../bot/desk.js';
import type { Metrics } from './metrics.js';
import { chatRequest, chatResponse, problems } from './schemas.js';

/** `POST /api/chat`: one turn. */
export function chatRoute(desk: Desk, metrics: Metrics): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/chat',
      {
        schema: {
          summary: '说一句，得到回答',
          body: chatRequest,
          response: { 200: chatResponse, ...problems(400, 404, 413, 415) },
        },
      },
      async (request) => {
        const { sessionId, reply } = await metrics.timed('http', () => desk.answer(request.body));
        return { sessionId, reply };
      },
    );
  };
}
