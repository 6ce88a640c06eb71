import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toInstant } from '../../appointments/instants.js';
import type { Appointments } from '../../appointments/service.js';
import { shown } from './appointments.js';
import { knownService } from './appointments-offers.js';
import { orProblem } from './appointments-refusals.js';
import * as shape from './appointments-schemas.js';
import { notFound } from './problem.js';
import { problems } from './schemas.js';

/** The waiting list: what comes free is kept for the one who has waited longest. */
export function waitingRoutes(appointments: Appointments): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/waiting',
      {
        schema: {
          summary: '没有号时排队等；有人退号就给您留着',
          headers: shape.keyed,
          body: shape.waitingRequest,
          response: { 201: shape.waitingEntry, ...problems(400, 404, 415, 422) },
        },
      },
      async ({ body, headers }, reply) => {
        const [from = '', to = ''] = [body.from, body.to].map((at) => toInstant(at) ?? at);
        const request = { ...body, from, to, serviceId: knownService(body.serviceId) };
        const { entry } = orProblem(await appointments.joinWaiting(request, headers['idempotency-key']));
        return reply.status(201).send(entry);
      },
    );

    app.get(
      '/api/waiting/:id',
      {
        schema: {
          summary: '排到了没有',
          params: shape.byId,
          response: { 200: shape.waitingEntry, ...problems(400, 404) },
        },
      },
      async ({ params }) => {
        const entry = await appointments.waiting(params.id);
        if (entry === null) throw notFound('这个排队');
        return entry;
      },
    );

    app.post(
      '/api/waiting/:id/accept',
      {
        schema: {
          summary: '要留给我的号',
          params: shape.byId,
          response: { 201: shape.appointment, ...problems(400, 404, 409, 422, 503) },
        },
      },
      async ({ params }, reply) => {
        const { appointment } = orProblem(await appointments.acceptOffer(params.id));
        return reply.status(201).send(shown(appointment));
      },
    );

    app.post(
      '/api/waiting/:id/leave',
      {
        schema: {
          summary: '不等了',
          params: shape.byId,
          response: { 200: shape.waitingEntry, ...problems(400, 404) },
        },
      },
      async ({ params }) => orProblem(await appointments.leaveWaiting(params.id)).entry,
    );
  };
}
