import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Metrics } from './metrics.js';
import { alive, problems, readiness } from './schemas.js';

/** Each check resolves, or rejects with why the part cannot serve. */
export type ReadinessChecks = Record<string, () => Promise<void>>;

/** `/healthz` alive, `/readyz` able to answer, `/metrics` Prometheus, `/openapi.json` this description. */
export function operationsRoutes(
  checks: ReadinessChecks,
  metrics: Metrics,
  description: () => Promise<object>,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      { schema: { summary: '进程是否活着', response: { 200: alive, ...problems() } } },
      async () => ({ status: 'ok' as const }),
    );

    app.get(
      '/readyz',
      { schema: { summary: '各部分是否可用', response: { 200: readiness, 503: readiness, ...problems() } } },
      async (request, reply) => {
        const parts = await Promise.all(
          Object.entries(checks).map(async ([name, check]) => {
            try {
              await check();
              return [name, 'ok'] as const;
            } catch (error) {
              request.log.error({ err: error, part: name }, 'not ready');
              return [name, 'failed'] as const;
            }
          }),
        );
        const ready = parts.every(([, state]) => state === 'ok');
        return reply
          .status(ready ? 200 : 503)
          .send({ status: ready ? 'ok' : 'failed', parts: Object.fromEntries(parts) });
      },
    );

    app.get(
      '/metrics',
      {
        schema: {
          summary: 'Prometheus 指标',
          response: {
            200: { description: 'text exposition format', content: { 'text/plain': { schema: z.string() } } },
            ...problems(),
          },
        },
        serializerCompiler: () => String,
      },
      async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.text()),
    );

    app.get(
      '/openapi.json',
      { schema: { summary: '本说明（OpenAPI）', response: { 200: z.looseObject({}), ...problems() } } },
      async () => ({ ...(await description()) }),
    );
  };
}
