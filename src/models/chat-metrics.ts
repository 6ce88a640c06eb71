import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What a model is asked for. */
export type Use = 'understand' | 'rerank' | 'compose' | 'probe';

/** Seconds. */
const BUCKETS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16];

/** The counters of one application's chat models. */
export function chatMetrics(registry: Registry) {
  const registers = [registry];
  const calls = new Counter({
    name: 'yiwen_model_calls_total',
    help: 'Calls of the chat model, by use and outcome (ok, or the fault)',
    labelNames: ['use', 'outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'yiwen_model_tokens_total',
    help: 'Tokens read (prompt) and written (reply)',
    labelNames: ['use', 'kind'],
    registers,
  });
  const firstToken = new Histogram({
    name: 'yiwen_model_first_token_seconds',
    help: 'Time from a call, waiting included, to its first token',
    labelNames: ['use'],
    buckets: BUCKETS,
    registers,
  });
  const fallbacks = new Counter({
    name: 'yiwen_model_fallbacks_total',
    help: 'Turns that went on without the model, by use and reason (a fault, or the gate that stopped its words)',
    labelNames: ['use', 'reason'],
    registers,
  });
  const resting = new Gauge({
    name: 'yiwen_model_resting',
    help: '1 while the breaker keeps turns from waiting for a model that fails, by client (chat, rerank)',
    labelNames: ['client'],
    registers,
  });
  return { calls, tokens, firstToken, fallbacks, resting };
}

export type ChatMetrics = ReturnType<typeof chatMetrics>;
