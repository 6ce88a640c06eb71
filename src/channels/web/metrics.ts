import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one application; no global registry, so that tests can build many. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'yiwen_turns_total',
    help: 'Turns answered, by kind of reply',
    labelNames: ['kind'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'yiwen_request_seconds',
    help: 'Time from request to response',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  return { registry, turns, seconds };
}

export type Metrics = ReturnType<typeof createMetrics>;
