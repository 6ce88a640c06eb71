import hnswlib from 'hnswlib-node';
import { embedTerms, type LatentModel, trainLatent } from './latent.js';
import type { Postings, Rows } from './postings.js';

/** Vectors of the chunks and the graph to search them. */
export interface DenseIndex {
  embedderId: string;
  dimension: number;
  /** Unit vectors of all chunks, back to back. */
  vectors: Float32Array;
  graph: hnswlib.HierarchicalNSW;
  /** The built-in embedder's; null where the vectors came from another. */
  model: LatentModel | null;
}

export const BUILT_IN_EMBEDDER = 'yiwen-lsa-1';
const LINKS = 16;
const EF_CONSTRUCTION = 60;
const EF_SEARCH = 40;
const SEED = 100;

/** Vectors made by the built-in embedder, trained on the chunks themselves; null where there is nothing to learn. */
export function latentDense(rows: Rows, postings: Postings, dimension: number): DenseIndex | null {
  const count = rows.begins.length;
  const model = trainLatent(postings, count, dimension);
  if (model.dimension === 0) return null;
  const vectors = new Float32Array(count * model.dimension);
  for (let i = 0; i < count; i++) {
    const terms = rows.terms.subarray(rows.begins[i] ?? 0, rows.ends[i] ?? 0);
    vectors.set(
      embedTerms(model, terms, (at) => postings.idf[terms[at] ?? 0] ?? 0),
      i * model.dimension,
    );
  }
  return denseIndex(BUILT_IN_EMBEDDER, model.dimension, vectors, model);
}

export function denseIndex(
  embedderId: string,
  dimension: number,
  vectors: Float32Array,
  model: LatentModel | null,
): DenseIndex {
  const count = vectors.length / dimension;
  const graph = new hnswlib.HierarchicalNSW('ip', dimension);
  graph.initIndex(Math.max(1, count), LINKS, EF_CONSTRUCTION, SEED);
  for (let i = 0; i < count; i++) {
    graph.addPoint(Array.from(vectors.subarray(i * dimension, (i + 1) * dimension)), i);
  }
  graph.setEf(EF_SEARCH);
  return { embedderId, dimension, vectors, graph, model };
}

/** Opens a graph that `writeIndexSync` stored. */
export function openGraph(file: string, dimension: number): hnswlib.HierarchicalNSW {
  const graph = new hnswlib.HierarchicalNSW('ip', dimension);
  graph.readIndexSync(file);
  graph.setEf(EF_SEARCH);
  return graph;
}

/** Nearest chunks, nearest first, of those that `allowed` lets through. */
export function nearest(
  dense: DenseIndex,
  vector: Float32Array,
  limit: number,
  allowed: Uint8Array | null,
): number[] {
  const count = Math.min(limit, dense.graph.getCurrentCount());
  const filter = allowed === null ? undefined : (label: number): boolean => allowed[label] === 1;
  return count === 0 ? [] : dense.graph.searchKnn(Array.from(vector), count, filter).neighbors;
}

/** Cosine of a chunk's vector and `vector`, in [0, 1]: below zero counts as unrelated. */
export function similarity({ vectors, dimension }: DenseIndex, vector: Float32Array, chunk: number): number {
  let sum = 0;
  const from = chunk * dimension;
  for (let k = 0; k < dimension; k++) sum += (vectors[from + k] ?? 0) * (vector[k] ?? 0);
  return Math.max(0, Math.min(1, sum));
}
