import type { SearchIndex } from './index.js';
import { addScores, K1 } from './postings.js';
import { type QueryTerms, queryTerms } from './question.js';
import type { Hit, Query, SearchOptions } from './types.js';

const DOCUMENT_WEIGHT = 0.5;
const CONTEXT_WEIGHT = 0.3;

/** Chunks for a question, best first; ties in the index's order. Only chunks that the options allow are scored. */
export function search(index: SearchIndex, query: Query, options: SearchOptions): Hit[] {
  const terms = queryTerms(query, index.vocabulary);
  const { scores } = lexicalScores(index, terms);
  const allowed = allow(index, options);
  const best = top(scores, allowed, options.limit);
  return best.map((i) => {
    const chunk = index.chunks[i];
    if (chunk === undefined) throw new Error(`search: no chunk ${i}`);
    const lexical = scores[i] ?? 0;
    return {
      chunk,
      score: lexical,
      parts: { lexical, dense: 0, rerank: 0, coverage: coverage(index, terms, i) },
    };
  });
}

/** BM25 of each chunk with its context's and its document's, as a share of the most the question could get. */
export function lexicalScores(
  index: SearchIndex,
  terms: QueryTerms,
): { scores: Float32Array; documents: Float32Array } {
  const scores = new Float32Array(index.chunks.length);
  const context = new Float32Array(index.chunks.length);
  const documents = new Float32Array(index.documentIds.length);
  let mass = 0;
  for (let i = 0; i < terms.ids.length; i++) {
    const id = terms.ids[i] ?? -1;
    const weight = terms.weights[i] ?? 0;
    mass += weight * rarity(index, id);
    if (id < 0) continue;
    addScores(index.text, id, weight, scores);
    addScores(index.context, id, weight, context);
    addScores(index.documents, id, weight, documents);
  }
  const scale = 1 / Math.max(1e-9, mass * (K1 + 1));
  for (let i = 0; i < scores.length; i++) {
    const document = documents[index.documentOf[i] ?? 0] ?? 0;
    scores[i] =
      (scale * ((scores[i] ?? 0) + CONTEXT_WEIGHT * (context[i] ?? 0) + DOCUMENT_WEIGHT * document)) /
      (1 + CONTEXT_WEIGHT + DOCUMENT_WEIGHT);
  }
  return { scores, documents };
}

/** idf among the chunks; of a term that no chunk has, the most there is. */
function rarity(index: SearchIndex, id: number): number {
  return id >= 0 ? (index.text.idf[id] ?? 0) : Math.log(1 + (index.chunks.length + 0.5) / 0.5);
}

function has(owners: Uint32Array, from: number, to: number, owner: number): boolean {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owners[middle] ?? 0) < owner) low = middle + 1;
    else high = middle;
  }
  return low < to && owners[low] === owner;
}

function coverage(index: SearchIndex, terms: QueryTerms, chunk: number): number {
  let found = 0;
  let mass = 0;
  for (let i = 0; i < terms.ids.length; i++) {
    const id = terms.ids[i] ?? -1;
    const weight = terms.weights[i] ?? 0;
    if (weight < 0.3) continue;
    mass += weight * rarity(index, id);
    const inField = ({ starts, owners }: { starts: Uint32Array; owners: Uint32Array }): boolean =>
      has(owners, starts[id] ?? 0, starts[id + 1] ?? 0, chunk);
    if (id >= 0 && (inField(index.text) || inField(index.context))) found += weight * rarity(index, id);
  }
  return mass === 0 ? 0 : found / mass;
}

/** 1 for each chunk that the options let through, null where all are. */
function allow(index: SearchIndex, { regions, statuses }: SearchOptions): Uint8Array | null {
  if (!regions && !statuses) return null;
  const allowed = new Uint8Array(index.chunks.length);
  for (const [i, chunk] of index.chunks.entries()) {
    const place = !regions || chunk.region === null || regions.includes(chunk.region);
    if (place && (!statuses || statuses.includes(chunk.status))) allowed[i] = 1;
  }
  return allowed;
}

/** Indices of the `limit` highest positive scores, best first, ties by index. */
export function top(scores: Float32Array, allowed: Uint8Array | null, limit: number): number[] {
  const best: number[] = [];
  let floor = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= floor || (allowed !== null && allowed[i] !== 1)) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
    best.splice(at, 0, i);
    if (best.length > limit) best.pop();
    if (best.length === limit) floor = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}
