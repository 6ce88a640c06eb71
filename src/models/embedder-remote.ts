import { ModelError } from './chat.js';
import type { Embedder } from './embedder.js';
import type { Endpoint } from './endpoint.js';
import { asModelError } from './transport.js';

/** Texts in one request. */
const BATCH = 32;
/** Milliseconds for one batch. */
const BATCH_MS = 60_000;

/** Vectors of one batch, by the adapter of the endpoint's kind, whose SDK is loaded now. */
async function vectorsOf(endpoint: Endpoint) {
  return endpoint.kind === 'ollama'
    ? (await import('./adapters/ollama.js')).ollamaVectors
    : (await import('./adapters/openai.js')).openaiVectors;
}

/**
 * The embedder on a server. Asks it for one vector, to know the dimension: rejects with {@link ModelError} where that
 * fails.
 */
export async function connectEmbedder(endpoint: Endpoint, signal?: AbortSignal): Promise<Embedder> {
  const vectors = await vectorsOf(endpoint);

  async function batch(texts: readonly string[], signal: AbortSignal | undefined): Promise<number[][]> {
    const limit = AbortSignal.timeout(BATCH_MS);
    const either = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    try {
      return await vectors(endpoint, texts, either);
    } catch (error) {
      throw asModelError(error, either, 'malformed');
    }
  }

  const [first] = await batch(['维度'], signal);
  const dimension = first?.length ?? 0;
  if (dimension === 0) throw new ModelError('malformed', `${endpoint.name} gives no vectors`);
  return {
    id: endpoint.name,
    dimension,
    async embed(texts, signal) {
      const all: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += BATCH) {
        const some = texts.slice(from, from + BATCH);
        const made = await batch(some, signal);
        if (made.length !== some.length)
          throw new ModelError('malformed', `${made.length} vectors for ${some.length} texts`);
        all.push(...made.map((vector) => unit(vector, dimension)));
      }
      return all;
    },
  };
}

function unit(vector: readonly number[], dimension: number): Float32Array {
  const length = Math.hypot(...vector);
  if (vector.length !== dimension || !Number.isFinite(length))
    throw new ModelError('malformed', `a vector of ${vector.length} where ${dimension} were expected`);
  return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}
