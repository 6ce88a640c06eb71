import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Answered } from '../../bot/desk.js';

/** Seconds. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.3, 1, 3];

/**
 * Prometheus metrics of one application; no global registry, so that tests can build many. `others`: counters of
 * parts that are there only when configured.
 */
export function createMetrics(others: readonly Registry[] = []) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'yiwen_turns_total',
    help: 'Turns answered, by kind of reply',
    labelNames: ['channel', 'kind'],
    registers: [registry],
  });
  const turnSeconds = new Histogram({
    name: 'yiwen_turn_seconds',
    help: 'Time from a message to its reply, waiting included',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const requests = new Histogram({
    name: 'yiwen_request_seconds',
    help: 'Time from request to response',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    registry,
    text: async (): Promise<string> =>
      (await Promise.all([registry, ...others].map((r) => r.metrics()))).join('\n'),
    requests,
    /** Counts and times one turn; a turn that fails is in the requests' metrics or the log. */
    async timed(channel: 'http' | 'socket', answer: () => Promise<Answered>): Promise<Answered> {
      const done = turnSeconds.startTimer({ channel });
      const answered = await answer();
      done();
      turns.inc({ channel, kind: answered.reply.kind });
      return answered;
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
