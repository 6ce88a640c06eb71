import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DepartmentsGuide, departmentsFor } from '../../appointments/departments-guide.js';
import type { Appointments } from '../../appointments/service.js';
import { SERVICE_IDS, type ServiceId } from '../../appointments/types.js';
import { orProblem, problemOf } from './appointments-refusals.js';
import * as shape from './appointments-schemas.js';
import { placeOf } from './place.js';
import { problems } from './schemas.js';

interface OfferParts {
  appointments: Appointments;
  guide: DepartmentsGuide;
}

/** What can be booked, where and when; a place kept while the rest is asked. */
export function offerRoutes({ appointments, guide }: OfferParts): FastifyPluginAsyncZod {
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
        const { departments, sure, caution } = departmentsFor(guide, query.complaint);
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
  };
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
