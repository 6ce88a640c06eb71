import { z } from 'zod';
import { type Endpoint, kindOf } from './models/endpoint.js';

const isServer = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.search === '';
};
const address = z
  .string()
  .refine(
    isServer,
    'an address such as http://127.0.0.1:11434 (Ollama) or https://host/v1 (OpenAI-compatible)',
  )
  .transform((url) => url.replace(/\/+$/u, ''))
  .optional();
const name = z.string().min(1).optional();
const kind = z.enum(['ollama', 'openai'], 'ollama or openai').optional();
const count = (unit: string, most: number) =>
  z.coerce.number(`a number of ${unit}`).min(1, `at least 1 of ${unit}`).max(most, `at most ${most} ${unit}`);

/** What configures models; without an address there are none, and nothing of theirs is loaded. */
export const modelVariables = {
  MODEL_URL: address,
  MODEL_NAME: name,
  MODEL_KIND: kind,
  MODEL_KEY: z.string().min(1).optional(),
  MODEL_JSON: z
    .enum(['json_schema', 'tools', 'json_object'], 'json_schema, tools or json_object')
    .default('json_schema'),
  MODEL_SECONDS: count('seconds', 120).default(5),
  MODEL_RERANK: name,
  MODEL_AT_ONCE: count('calls at once', 1000).int('a whole number of calls').default(4),
  EMBEDDING_URL: address,
  EMBEDDING_NAME: name,
  EMBEDDING_KIND: kind,
  EMBEDDING_KEY: z.string().min(1).optional(),
};

interface Named {
  MODEL_URL?: string | undefined;
  MODEL_NAME?: string | undefined;
  MODEL_KIND?: Endpoint['kind'] | undefined;
  MODEL_KEY?: string | undefined;
  MODEL_RERANK?: string | undefined;
  EMBEDDING_URL?: string | undefined;
  EMBEDDING_NAME?: string | undefined;
  EMBEDDING_KIND?: Endpoint['kind'] | undefined;
  EMBEDDING_KEY?: string | undefined;
}

/** An address without a name, or a name without an address, is a mistake; so is an order without words. */
export function checkModels(config: Named, context: z.RefinementCtx): void {
  for (const of of ['MODEL', 'EMBEDDING'] as const) {
    const url = config[`${of}_URL`];
    const named = config[`${of}_NAME`];
    if ((url === undefined) === (named === undefined)) continue;
    const path = [url === undefined ? `${of}_URL` : `${of}_NAME`];
    const message =
      url === undefined
        ? `the address of the server that has ${of}_NAME`
        : `the name of a model that ${of}_URL has, such as qwen3:4b; yiwen models lists them`;
    context.addIssue({ code: 'custom', path, message });
  }
  if (config.MODEL_RERANK !== undefined && config.MODEL_URL === undefined) {
    const message = 'the address of the server that has MODEL_RERANK';
    context.addIssue({ code: 'custom', path: ['MODEL_URL'], message });
  }
}

/** The chat model configured; null where there is none. */
export const chatEndpoint = (c: Named): Endpoint | null =>
  endpoint(c.MODEL_URL, c.MODEL_NAME, c.MODEL_KIND, c.MODEL_KEY);

/** The chat model that puts what may answer in order, on the same server; null where there is none. */
export const rerankEndpoint = (c: Named): Endpoint | null =>
  endpoint(c.MODEL_URL, c.MODEL_RERANK, c.MODEL_KIND, c.MODEL_KEY);

/** The embedder configured; null where there is none. */
export const embeddingEndpoint = (c: Named): Endpoint | null =>
  endpoint(c.EMBEDDING_URL, c.EMBEDDING_NAME, c.EMBEDDING_KIND, c.EMBEDDING_KEY);

function endpoint(url?: string, name?: string, kind?: Endpoint['kind'], key?: string): Endpoint | null {
  return url === undefined || name === undefined ? null : { kind: kind ?? kindOf(url), url, name, key };
}
