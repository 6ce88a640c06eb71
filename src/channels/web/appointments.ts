import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { calendarOf } from '../../appointments/calendar.js';
import { type DepartmentsGuide, departmentsFor } from '../../appointments/departments-guide.js';
import type { Appointments } from '../../appointments/service.js';
import { type Appointment, SERVICE_IDS, type ServiceId } from '../../appointments/types.js';
import { masked } from '../../messages/sender.js';
import { orProblem, problemOf } from './appointments-refusals.js';
import * as shape from './appointments-schemas.js';
import { placeOf } from './place.js';
import { problems } from './schemas.js';

export interface AppointmentParts {
  appointments: Appointments;
  guide: () => DepartmentsGuide;
}

/** What can be booked, where and when; booking and changing it. */
export function appointmentRoutes({ appointments, guide }: AppointmentParts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/services',
      {
        schema: {
          summary: '能预约的服务，和当地政策怎么说',
          querystring: shape.servicesQuery,
          response: { 200: shape.serviceList, ...problems(400) },
        },
      },
      async ({ query }) => {
        const services = await appointments.services(adcodeOf(query.region));
        return { services: services.map((s) => ({ ...s, aliases: [...s.aliases], grants: [...s.grants] })) };
      },
    );

    app.get(
      '/api/providers',
      {
        schema: {
          summary: '能预约的机构；样例机构会写明',
          querystring: shape.providersQuery,
          response: { 200: shape.providerList, ...problems(400, 422) },
        },
      },
      async ({ query }) => {
        const serviceId = query.serviceId === undefined ? undefined : knownService(query.serviceId);
        const found = await appointments.providers({ adcode: adcodeOf(query.region), serviceId });
        const providers = await Promise.all(
          found.map(async ({ id, name, region, address, phone, sample, rules }) => {
            const departments = await appointments.departments(id, serviceId);
            return {
              ...{ id, name, region, address, phone, sample, rules },
              departments: departments.map((d) => ({ id: d.id, name: d.name, services: [...d.services] })),
            };
          }),
        );
        return { providers };
      },
    );

    app.get(
      '/api/slots',
      {
        schema: {
          summary: '还能约的号',
          querystring: shape.slotsQuery,
          response: { 200: shape.slotList, ...problems(400, 404, 422, 503) },
        },
      },
      async ({ query }) => {
        const { greenChannel, serviceId, ...rest } = query;
        const { slots } = orProblem(
          await appointments.slots({
            ...rest,
            ...(serviceId === undefined ? {} : { serviceId: knownService(serviceId) }),
            ...(greenChannel === undefined ? {} : { greenChannel: greenChannel === 'true' }),
          }),
        );
        return { slots: [...slots] };
      },
    );

    app.get(
      '/api/departments',
      {
        schema: {
          summary: '挂什么科：只帮着选科室，不是看病',
          querystring: shape.complaintQuery,
          response: { 200: shape.departmentAdvice, ...problems(400) },
        },
      },
      async ({ query }) => {
        const { departments, sure, caution } = departmentsFor(guide(), query.complaint);
        return { departments: [...departments], sure, caution };
      },
    );

    app.post(
      '/api/holds',
      {
        config: { rateLimit: { max: HOLDS_PER_MINUTE, timeWindow: '1 minute' } },
        schema: {
          summary: '先留一个号，五分钟',
          body: shape.holdRequest,
          response: { 201: shape.held, ...problems(400, 409, 422, 503) },
        },
      },
      async ({ body }, reply) => {
        const serviceId = knownService(body.serviceId);
        const { hold } = orProblem(await appointments.hold({ slotId: body.slotId, serviceId }));
        return reply.status(201).send(hold);
      },
    );

    app.delete(
      '/api/holds/:id',
      {
        schema: {
          summary: '不要留的号了',
          params: shape.byId,
          response: { 204: z.null(), ...problems(400) },
        },
      },
      async ({ params }, reply) => {
        await appointments.release(params.id);
        return reply.status(204).send(null);
      },
    );

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
          summary: '查预约：预约号和电话都要对',
          params: shape.byCode,
          querystring: shape.byPhone,
          response: { 200: shape.appointment, ...problems(400, 404) },
        },
      },
      async ({ params, query }) =>
        shown(orProblem(await appointments.find({ ...params, ...query })).appointment),
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
      async ({ params, query }, reply) => {
        const { appointment } = orProblem(await appointments.find({ ...params, ...query }));
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

  /** Whoever has its unguessable id may change it; a telephone number that is given must be the right one. */
  async function own(id: string, phone: string | undefined): Promise<void> {
    if ((await appointments.byId(id, phone)) === null)
      throw problemOf({ outcome: 'refused', refusal: { code: 'not-found' } });
  }
}

/** Holds that one address may take in a minute: each keeps a place from others for five. */
const HOLDS_PER_MINUTE = 30;

const adcodeOf = (region: string | undefined): string | null =>
  region === undefined ? null : placeOf(region).adcode;

export function knownService(text: string): ServiceId {
  const id = SERVICE_IDS.find((known) => known === text);
  if (id === undefined) throw problemOf({ outcome: 'refused', refusal: { code: 'unknown-service' } });
  return id;
}

/** What the one who booked is shown again; nothing that they did not say, and no number in full. */
export function shown({ patient, bookedBy: _, note: __, needs, ...rest }: Appointment) {
  return {
    ...rest,
    needs: [...needs],
    patient: { name: patient.name, phone: patient.phone === '' ? '' : masked(patient.phone) },
  };
}
