import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../models/embedder.js';
import { BUILT_IN_EMBEDDER } from './dense.js';
import { writeDurably } from './durable.js';
import { buildIndex, type ChunkVectors, type SearchIndex } from './index.js';
import { type IndexSource, sha256, sourceOf } from './manifest.js';
import { isFresh, openIndex, storeIndex } from './store.js';
import type { Chunk } from './types.js';

interface RefreshOptions {
  /** Null for the built-in one, which is trained on the chunks. */
  embedder?: Embedder | null;
  /** Called with how many documents have vectors, of how many. */
  onProgress?: (done: number, total: number) => void;
}

interface Refreshed {
  index: SearchIndex;
  /** False where the stored index was up to date. */
  rebuilt: boolean;
  /** Documents whose vectors had to be made anew. */
  embedded: number;
}

/** What an index of these chunks is made from; compare with `isFresh`. */
export function indexSource(chunks: readonly Chunk[], embedder: Embedder | null = null): IndexSource {
  return sourceOf(chunks, embedder ? `${embedder.id}/${embedder.dimension}` : BUILT_IN_EMBEDDER);
}

/**
 * The index of `chunks`: the stored one where it is up to date, else a new one, stored. Vectors of documents that
 * have not changed are taken from `<directory>.vectors`; terms and postings are made anew, which takes less time
 * than reading them. Rejects when the embedder does.
 */
export async function refreshIndex(
  directory: string,
  chunks: readonly Chunk[],
  { embedder = null, onProgress }: RefreshOptions = {},
): Promise<Refreshed> {
  const source = indexSource(chunks, embedder);
  const stored = isFresh(directory, source) ? openIndex(directory) : null;
  if (stored) return { index: stored, rebuilt: false, embedded: 0 };
  let embedded = 0;
  let vectors: ChunkVectors | undefined;
  if (embedder) {
    const made = await embedDocuments(`${directory}.vectors`, chunks, source, embedder, onProgress);
    embedded = made.embedded;
    vectors = { embedderId: embedder.id, vectors: made.vectors };
  }
  const index = buildIndex(chunks, vectors ? { vectors } : {});
  storeIndex(directory, index, source);
  return { index, rebuilt: true, embedded };
}

async function embedDocuments(
  cache: string,
  chunks: readonly Chunk[],
  { documents, embedderId }: IndexSource,
  embedder: Embedder,
  onProgress: RefreshOptions['onProgress'],
): Promise<{ vectors: Float32Array[]; embedded: number }> {
  mkdirSync(cache, { recursive: true });
  const vectors = new Map<Chunk, Float32Array>();
  let embedded = 0;
  const ids = Object.keys(documents);
  for (const [done, id] of ids.entries()) {
    const own = chunks.filter(({ documentId }) => documentId === id);
    const file = join(cache, sha256(JSON.stringify([embedderId, documents[id]])));
    let pieces = readVectors(file, own.length, embedder.dimension);
    if (pieces === null) {
      pieces = await embedder.embed(own.map(({ context, text }) => `${context}\n${text}`));
      writeVectors(file, pieces, embedder.dimension);
      embedded++;
    }
    for (const [i, chunk] of own.entries()) {
      const vector = pieces[i];
      if (vector) vectors.set(chunk, vector);
    }
    onProgress?.(done + 1, ids.length);
  }
  return { vectors: chunks.flatMap((chunk) => vectors.get(chunk) ?? []), embedded };
}

function readVectors(file: string, count: number, dimension: number): Float32Array[] | null {
  try {
    const bytes = Uint8Array.from(readFileSync(file));
    if (bytes.length !== count * dimension * 4) return null;
    const all = new Float32Array(bytes.buffer);
    return Array.from({ length: count }, (_, i) => all.subarray(i * dimension, (i + 1) * dimension));
  } catch {
    return null;
  }
}

function writeVectors(file: string, vectors: readonly Float32Array[], dimension: number): void {
  const all = new Float32Array(vectors.length * dimension);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * dimension);
  const unfinished = `${file}.${process.pid}`;
  writeDurably(unfinished, new Uint8Array(all.buffer));
  renameSync(unfinished, file);
}
