import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** Milliseconds from the end of a process to the next in its place: what ended it may last. */
const RESTART_MS = 1000;
/** Milliseconds; longer than the registry waits for a process that does not answer. */
const GATHERING_MS = 6000;

/**
 * So many servers behind one port, each with the whole program, over one database. This process hands them the
 * connections, begins another where one ends, and ends with them at SIGTERM or SIGINT. Resolves when all are begun;
 * where the first cannot start, which has said why, it exits as that one did.
 */
export async function runTogether(count: number): Promise<void> {
  let stopping = false;
  const stop = (): void => {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  gatherMetrics();

  // The first brings database and index up to date; the others find them so.
  const first = cluster.fork();
  const failed = await Promise.race([once(first, 'listening').then(() => null), once(first, 'exit')]);
  if (failed !== null) process.exit(stopping ? 0 : Number(failed[0] ?? 1));
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) {
      if (code !== 0) process.exitCode = 1;
      return;
    }
    process.stderr.write(`第 ${worker.id} 个进程停了（${signal || code}），另起一个\n`);
    setTimeout(() => stopping || cluster.fork(), RESTART_MS);
  });
  for (let more = 1; more < count && !stopping; more++) cluster.fork();
}

type Message = { asked: 'metrics' } | { gathered: string };

/** Answers each process that asks for the metrics of all. */
function gatherMetrics(): void {
  const all = new AggregatorRegistry();
  const answer = async (worker: Worker): Promise<void> => {
    const gathered = await all.clusterMetrics();
    if (worker.isConnected()) worker.send({ gathered } satisfies Message);
  };
  cluster.on('message', (worker, message: Message) => {
    // One that is starting or ending answers nothing: then nor is anything told, and whoever asked asks again.
    if ('asked' in message) answer(worker).catch(() => {});
  });
}

/** Offers these to be gathered. Returns what gives the metrics of all processes as text, or rejects. */
export function shareMetrics(registries: Registry[]): () => Promise<string> {
  AggregatorRegistry.setRegistries(registries);
  new AggregatorRegistry();
  return () =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        process.off('message', hear);
      };
      const hear = (message: Message): void => {
        if (!('gathered' in message)) return;
        done();
        resolve(message.gathered);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error('not every process gave its metrics'));
      }, GATHERING_MS);
      process.on('message', hear);
      process.send?.({ asked: 'metrics' } satisfies Message);
    });
}
