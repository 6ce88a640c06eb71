import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { calendarOf } from '../../appointments/calendar.js';
import type { Appointments } from '../../appointments/service.js';
import type { Appointment } from '../../appointments/types.js';
import { masked } from '../../messages/sender.js';
import { knownService } from './appointments-offers.js';
import { orProblem, problemOf } from './appointments-refusals.js';
import * as shape from './appointments-schemas.js';
import { problems } from './schemas.js';
import { ofTheirOwn } from './trusted.js';

/** Booking, and changing what is booked. */
export function appointmentRoutes(appointments: Appointments): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/appointments',
      {
        schema: {
          summary: '预约；同一个 Idempotency-Key 只约一次',
          headers: shape.keyed,
          body: shape.bookingRequest,
          response: { 201: shape.appointment, ...problems(400, 409, 413, 415, 422, 503) },
        },
      },
      async ({ body, headers }, reply) => {
        const request = { ...body, serviceId: knownService(body.serviceId) };
        const result = await appointments.book(request, headers['idempotency-key']);
        return reply.status(201).send(shown(orProblem(result).appointment));
      },
    );

    app.get(
      '/api/appointments/:code',
      {
        schema: {
          summary: '查预约：预约码和电话都要对',
          params: shape.byCode,
          querystring: shape.byPhone,
          response: { 200: shape.appointment, ...problems(400, 404) },
        },
      },
      async ({ params, query, ip }) => shown(await found({ ...params, ...query }, ip)),
    );

    app.get(
      '/api/appointments/:code/calendar.ics',
      {
        schema: {
          summary: '加到手机日历（RFC 5545）',
          params: shape.byCode,
          querystring: shape.byPhone,
          response: {
            200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
            ...problems(400, 404),
          },
        },
      },
      async ({ params, query, ip }, reply) => {
        const appointment = await found({ ...params, ...query }, ip);
        return reply.type('text/calendar; charset=utf-8').send(calendarOf(appointment));
      },
    );

    app.post(
      '/api/appointments/:id/cancel',
      {
        schema: {
          summary: '取消预约；十分钟内可以撤销',
          params: shape.byId,
          body: shape.changeRequest,
          response: { 200: shape.appointment, ...problems(400, 404, 409, 415) },
        },
      },
      async ({ params, body }) => {
        await own(params.id, body?.phone);
        return shown(orProblem(await appointments.cancel(params.id)).appointment);
      },
    );

    app.post(
      '/api/appointments/:id/undo',
      {
        schema: {
          summary: '撤销最近一次预约、改期或取消，十分钟内',
          params: shape.byId,
          body: shape.changeRequest,
          response: { 200: shape.undone, ...problems(400, 404, 409, 415) },
        },
      },
      async ({ params, body }) => {
        await own(params.id, body?.phone);
        const { what, appointment } = orProblem(await appointments.undo(params.id));
        return { undone: what, appointment: shown(appointment) };
      },
    );

    app.post(
      '/api/appointments/:id/reschedule',
      {
        schema: {
          summary: '改期：新的约上了，旧的才退',
          params: shape.byId,
          headers: shape.keyed.partial(),
          body: shape.rescheduleRequest,
          response: { 200: shape.appointment, ...problems(400, 404, 409, 415, 422, 503) },
        },
      },
      async ({ params, body, headers }) => {
        const { phone, ...to } = body;
        await own(params.id, phone);
        const key = headers['idempotency-key'] ?? `${params.id} to ${to.slotId}`;
        return shown(orProblem(await appointments.reschedule(params.id, to, key)).appointment);
      },
    );
  };

  async function found(asked: { code: string; phone: string }, ip: string): Promise<Appointment> {
    return orProblem(await appointments.find({ ...asked, address: ofTheirOwn(ip) })).appointment;
  }

  /** Whoever has its unguessable id may change it; a telephone number that is given must be the right one. */
  async function own(id: string, phone: string | undefined): Promise<void> {
    if ((await appointments.byId(id, phone)) === null)
      throw problemOf({ outcome: 'refused', refusal: { code: 'not-found' } });
  }
}

/** What the one who booked is shown again; nothing that they did not say, and no number in full. */
export function shown({ patient, bookedBy: _, family: __, note: ___, needs, ...rest }: Appointment) {
  return {
    ...rest,
    needs: [...needs],
    patient: { name: patient.name, phone: patient.phone === '' ? '' : masked(patient.phone) },
  };
}
