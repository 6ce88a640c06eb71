import { z } from 'zod';
import type { Embedder } from './embedder.js';

export interface HttpEmbedderOptions {
  /** Up to and with the version: `http://127.0.0.1:11434/v1` for Ollama. */
  baseUrl: string;
  model: string;
  dimension: number;
  apiKey?: string;
  /** In milliseconds, for one request. */
  timeout: number;
  fetch?: typeof fetch;
}

const BATCH = 32;
const responseSchema = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().nonnegative(), embedding: z.array(z.number()) })),
});

/** Embeddings by the OpenAI API (`POST /embeddings`), which Ollama, vLLM and others speak too. */
export function httpEmbedder(options: HttpEmbedderOptions): Embedder {
  const { model, dimension } = options;
  return {
    id: model,
    dimension,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += BATCH) {
        vectors.push(...(await embedBatch(texts.slice(from, from + BATCH), options)));
      }
      return vectors;
    },
  };
}

async function embedBatch(input: string[], options: HttpEmbedderOptions): Promise<Float32Array[]> {
  const { baseUrl, model, dimension, apiKey, timeout } = options;
  const response = await (options.fetch ?? fetch)(`${baseUrl}/embeddings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
    body: JSON.stringify({ model, input }),
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new Error(`embedder ${model}: HTTP ${response.status}`);
  const { data } = responseSchema.parse(await response.json());
  return input.map((_, i) => {
    const vector = data.find(({ index }) => index === i)?.embedding;
    if (vector?.length !== dimension) {
      throw new Error(
        `embedder ${model}: ${vector?.length ?? 'no'} dimensions where ${dimension} were expected`,
      );
    }
    const length = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length));
  });
}
