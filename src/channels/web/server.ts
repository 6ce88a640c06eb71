import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Desk } from '../../bot/desk.js';
import type { Library } from '../../knowledge/library.js';
import { chatRoute } from './chat.js';
import { documentRoutes } from './documents.js';
import { createMetrics } from './metrics.js';
import { operationsRoutes, type ReadinessChecks } from './operations.js';
import { notFound, sendProblem } from './problem.js';
import { chatSocket } from './socket.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The kind of reply this request got, for the metrics. */
    turnKind?: string;
  }
}

export interface WebParts {
  desk: Desk;
  library: () => Library;
  checks: ReadinessChecks;
  /** Folder of the pages. */
  pages: string;
  version: string;
  logger: FastifyBaseLogger;
  /** Requests a minute from one address. */
  ratePerMinute: number;
}

const MAX_BODY = 64 * 1024;

/** Builds the web channel; it listens nowhere until told to. */
export async function createServer(parts: WebParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.logger,
    bodyLimit: MAX_BODY,
    disableRequestLogging: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler(() => {
    throw notFound('这个地址');
  });

  const metrics = createMetrics();
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.seconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (request.turnKind !== undefined) metrics.turns.inc({ kind: request.turnKind });
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: parts.ratePerMinute,
    timeWindow: '1 minute',
    // The machine itself is trusted: a proxy in front of this server does its own limiting.
    allowList: ['127.0.0.1', '::1'],
  });
  await app.register(formbody);
  await app.register(websocket, { options: { maxPayload: MAX_BODY } });
  await app.register(swagger, {
    openapi: { info: { title: '颐问 Yiwen', description: '医养结合政策问答', version: parts.version } },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(chatRoute(parts.desk));
  await app.register(chatSocket(parts.desk));
  await app.register(documentRoutes(parts.library));
  await app.register(operationsRoutes(parts.checks, metrics));
  await app.register(fastifyStatic, { root: parts.pages });
  return app;
}
