import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { openApp } from '../../src/app.js';
import type { Bot } from '../../src/bot/desk.js';
import { createServer, type WebParts } from '../../src/channels/web/server.js';
import { readConfig } from '../../src/config.js';
import { createLibrary } from '../../src/knowledge/library.js';
import { buildIndex } from '../../src/knowledge/search/index.js';
import { ROOT } from '../../src/root.js';
import { openDesk, temporaryFolder } from './desk.js';

/** The whole application on a database of its own, not listening; to be closed by the caller. */
export async function realServer(): Promise<FastifyInstance> {
  const app = await openApp(readConfig({ YIWEN_DATA: temporaryFolder(), LOG_LEVEL: 'silent' }));
  const server = await app.server();
  server.addHook('onClose', () => app.close());
  return server;
}

/** The web channel before a scripted bot, for one test. */
export async function serverWith(bot: Bot, change: Partial<WebParts> = {}): Promise<FastifyInstance> {
  const { desk } = await openDesk(bot);
  const library = createLibrary([], buildIndex([]));
  const server = await createServer({
    desk,
    library: () => library,
    benefits: () => [],
    now: () => new Date('2026-11-21T10:00:00+08:00'),
    checks: {},
    pages: join(ROOT, 'dist/web/chat'),
    version: '0.0.0',
    logger: pino({ level: 'silent' }),
    ratePerMinute: 600,
    ...change,
  });
  onTestFinished(() => server.close());
  return server;
}

/** Lets a server listen on a port of its own. Returns the port. */
export async function listen(server: FastifyInstance): Promise<number> {
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return Number(new URL(address).port);
}
