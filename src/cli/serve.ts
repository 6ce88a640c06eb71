import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import { type Config, readConfig } from '../config.js';
import { runTogether } from '../processes.js';

/** What is being answered when the program is told to stop is answered within this, in milliseconds, or never. */
const LONGEST_STOP = 10_000;
const ON_ITS_WAY_MS = 300;

/** Listens until the process is told to stop; what is being answered is answered first. */
export async function serve(): Promise<void> {
  const config = readConfig();
  if (config.PROCESSES > 1 && cluster.isPrimary) return runTogether(config.PROCESSES);
  try {
    await serveAlone(config);
  } catch (error) {
    // The line to the process that began this one would keep it alive.
    cluster.worker?.disconnect();
    throw error;
  }
}

async function serveAlone(config: Config): Promise<void> {
  // Whoever only hands on the connections needs no more than this.
  const { openApp } = await import('../app.js');
  const app = await openApp(config);
  const server = await app.server();
  const address = await server.listen({ host: config.HOST, port: config.PORT });
  app.keepTime();
  if ((cluster.worker?.id ?? 1) === 1)
    process.stderr.write(
      `颐问已启动\n  对话      ${address}/\n  电话模拟  ${address}/phone/（只在本机）\n  接口      ${address}/api/chat\n  接口说明  ${address}/openapi.json\n`,
    );
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    // A request that is on its way, and not read yet, looks like an idle connection: closing at once would reset it.
    await delay(ON_ITS_WAY_MS);
    // A connection that was answering when the server closed is kept open after it, and nobody would ever close it.
    const sweeping = setInterval(() => server.server.closeIdleConnections(), ON_ITS_WAY_MS);
    await server.close();
    clearInterval(sweeping);
    await app.close();
    cluster.worker?.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  // A terminal tells every process; the one that began this one tells it, too.
  process.once('SIGINT', () => cluster.isWorker || void stop());
}
