import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeskWork } from '../../appointments/desk-work.js';
import { toInstant } from '../../appointments/instants.js';
import { shown } from './appointments.js';
import { orProblem } from './appointments-refusals.js';
import { appointment, byId } from './appointments-schemas.js';
import { Problem } from './problem.js';
import { problems } from './schemas.js';

const instant = z.iso.datetime({ offset: true });
const taskList = z.object({
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      createdAt: z.string(),
      dueAt: z.string(),
      escalated: z.number(),
      payload: z.unknown(),
    }),
  ),
});
const taskAnswer = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('booked'),
    start: instant.optional(),
    end: instant.optional(),
    number: z.string().max(20).optional(),
    place: z.string().max(100).optional(),
  }),
  z.strictObject({ answer: z.literal('declined') }),
  z.strictObject({ answer: z.literal('done'), note: z.string().max(500).optional() }),
]);
const withdrawal = z.strictObject({
  providerId: z.string().max(100),
  departmentId: z.string().max(200),
  from: instant,
  to: instant,
});

const unauthorized = new Problem(401, 'unauthorized', '请带上工作人员的令牌。');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What community workers do: tasks by telephone, who came, sessions withdrawn. All of it under one bearer token. */
export function deskRoutes(work: DeskWork, token: string): FastifyPluginAsyncZod {
  const expected = digest(`Bearer ${token}`);
  return async (app) => {
    app.addHook('onRequest', async ({ headers }) => {
      // Digests have one length: the comparison takes as long whatever was sent.
      if (!timingSafeEqual(digest(headers.authorization ?? ''), expected)) throw unauthorized;
    });

    app.get(
      '/api/desk/tasks',
      { schema: { summary: '要办的事，最急的在前', response: { 200: taskList, ...problems(401) } } },
      async () => ({ tasks: await work.tasks() }),
    );

    app.post(
      '/api/desk/tasks/:id',
      {
        schema: {
          summary: '记下医院的答复；老人会收到消息',
          params: byId,
          body: taskAnswer,
          response: {
            200: z.object({ appointment: appointment.nullable() }),
            ...problems(400, 401, 404, 409, 415, 422),
          },
        },
      },
      async ({ params, body }) => {
        const inZone =
          body.answer === 'booked'
            ? { ...body, start: body.start && zoned(body.start), end: body.end && zoned(body.end) }
            : body;
        const { appointment: made } = orProblem(await work.answer(params.id, inZone));
        return { appointment: made && shown(made) };
      },
    );

    app.post(
      '/api/desk/appointments/:id/attendance',
      {
        schema: {
          summary: '来了没有',
          params: byId,
          body: z.strictObject({ came: z.boolean() }),
          response: { 204: z.null(), ...problems(400, 401, 409, 415) },
        },
      },
      async ({ params, body }, reply) => {
        if (!(await work.attendance(params.id, body.came)))
          throw new Problem(409, 'not-changeable', '没有这个预约，或者还没到时间。');
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/api/desk/withdrawals',
      {
        schema: {
          summary: '停诊：取消这段时间的预约，通知每个人，给他们留别的号',
          body: withdrawal,
          response: {
            200: z.object({ slots: z.number(), told: z.number(), offered: z.number() }),
            ...problems(400, 401, 415),
          },
        },
      },
      async ({ body }) => work.withdraw({ ...body, from: zoned(body.from), to: zoned(body.to) }),
    );
  };
}

const zoned = (iso: string): string => toInstant(iso) ?? iso;
