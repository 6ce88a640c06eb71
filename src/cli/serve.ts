import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { openApp } from '../app.js';
import { readConfig } from '../config.js';

/** What is being answered when the program is told to stop is answered within this, in milliseconds, or never. */
const LONGEST_STOP = 10_000;
const ON_ITS_WAY_MS = 300;

/** Listens until the process is told to stop; what is being answered is answered first. */
export async function serve(): Promise<void> {
  // Rubbish is collected when the heap has grown by three fifths, not fourfold: a fifth delays what 200 calls wait for.
  setFlagsFromString('--heap-growing-percent=60');
  const config = readConfig();
  const app = await openApp(config);
  const server = await app.server();
  const address = await server.listen({ host: config.HOST, port: config.PORT });
  app.keepTime();
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
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
