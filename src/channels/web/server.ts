import { fastifyHelmet as helmet } from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import type { Registry } from 'prom-client';
import { type Desk, MAX_TEXT_BYTES } from '../../bot/desk.js';
import { type BenefitParts, benefitsRoutes } from './benefits.js';
import { chatRoute } from './chat.js';
import { describeRoutes } from './description.js';
import { documentRoutes } from './documents.js';
import { feedbackRoutes } from './feedback.js';
import { createMetrics } from './metrics.js';
import { operationsRoutes, type ReadinessChecks } from './operations.js';
import { pages, styleHashes } from './pages.js';
import { placeRoutes } from './places.js';
import { notFound, refuseConnection, sendProblem } from './problem.js';
import { chatSocket } from './socket.js';
import { TRUSTED } from './trusted.js';
import { checkByZod, noCompilers } from './zod.js';

export interface WebParts extends BenefitParts {
  desk: Desk;
  checks: ReadinessChecks;
  /** Folder of the pages. */
  pages: string;
  version: string;
  logger: FastifyBaseLogger;
  /** Requests a minute from one address, and messages a minute over one socket. */
  ratePerMinute: number;
  /** Counters of parts that are there only when configured. */
  counters?: readonly Registry[];
  /** Other channels that are reached over HTTP. */
  channels?: readonly FastifyPluginAsync[];
}

/** A longer frame closes the socket; one above what may be said, and below this, is answered with an error. */
const MAX_FRAME = 16 * MAX_TEXT_BYTES;

/** Builds the web channel; it listens nowhere until told to. */
export async function createServer(parts: WebParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.logger,
    bodyLimit: MAX_TEXT_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: sendProblem,
    clientErrorHandler: refuseConnection,
    // What was sent before the end is answered, though it is read after it.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    ...noCompilers,
  });
  app.removeContentTypeParser('text/plain');
  checkByZod(app);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler(() => {
    throw notFound('这个地址');
  });

  const metrics = createMetrics(parts.counters);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });

  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
  // Made once here; the plugin would put it together again for each request.
  const policy = helmet.contentSecurityPolicy({
    directives: {
      defaultSrc: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", ...(await styleHashes(parts.pages))],
      workerSrc: ["'self'"],
      upgradeInsecureRequests: null,
    },
  });
  app.addHook('onRequest', (request, reply, done) => policy(request.raw, reply.raw, done));
  await app.register(rateLimit, { max: parts.ratePerMinute, timeWindow: '1 minute', allowList: TRUSTED });
  await app.register(websocket, { options: { maxPayload: MAX_FRAME } });
  const description = describeRoutes(app, parts.version);
  await app.register(chatRoute(parts.desk, metrics));
  await app.register(
    chatSocket({
      desk: parts.desk,
      metrics,
      messagesPerMinute: (address) =>
        TRUSTED.includes(address) ? Number.POSITIVE_INFINITY : parts.ratePerMinute,
    }),
  );
  await app.register(feedbackRoutes(parts.desk));
  await app.register(documentRoutes(parts.library));
  await app.register(placeRoutes(parts.library));
  await app.register(benefitsRoutes(parts));
  await app.register(operationsRoutes(parts.checks, metrics, description));
  for (const channel of parts.channels ?? []) await app.register(channel);
  await app.register(pages(parts.pages));
  return app;
}
