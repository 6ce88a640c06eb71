import type { FastifyPluginAsync } from 'fastify';
import type { Metrics } from './metrics.js';

/** Each check resolves, or rejects with why the part cannot serve. */
export type ReadinessChecks = Record<string, () => Promise<void>>;

/** `/healthz` alive, `/readyz` able to answer, `/metrics` Prometheus. */
export function operationsRoutes(checks: ReadinessChecks, metrics: Metrics): FastifyPluginAsync {
  return async (app) => {
    app.get('/healthz', { schema: { summary: '进程是否活着' } }, async () => ({ status: 'ok' }));

    app.get('/readyz', { schema: { summary: '各部分是否可用' } }, async (request, reply) => {
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
    });

    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
  };
}
