import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desk } from '../../bot/desk.js';
import { notFound } from './problem.js';
import { feedbackRequest, problems, sessionParams } from './schemas.js';

const done = z.null().describe('done');

/** What a person may say of the conversation itself: this reply is wrong; forget all of it. */
export function feedbackRoutes(desk: Desk): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/feedback',
      {
        schema: {
          summary: '这句回答不对',
          body: feedbackRequest,
          response: { 204: done, ...problems(400, 404, 413, 415) },
        },
      },
      async ({ body }, reply) => {
        if (!(await desk.objected(body))) throw notFound('这句回答');
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/api/sessions/:sessionId',
      {
        schema: {
          summary: '清除一次对话',
          params: sessionParams,
          response: { 204: done, ...problems(400) },
        },
      },
      async ({ params }, reply) => {
        await desk.forget(params.sessionId);
        return reply.status(204).send(null);
      },
    );
  };
}
