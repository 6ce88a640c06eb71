import { coverageOf } from './coverage.js';
import { nearest } from './dense.js';
import type { SearchIndex } from './index.js';
import { embedTerms } from './latent.js';
import { addScores, K1 } from './postings.js';
import { type QueryTerms, queryTerms } from './question.js';
import { type FirstStage, featuresOf, rerankScore } from './rerank.js';
import { top } from './top.js';
import type { Hit, Query, SearchOptions } from './types.js';

/** What a chunk's context and document add to its own BM25 before the re-ranking. */
const FIRST_WEIGHTS = { context: 0.3, document: 0.5 };
/** Candidates that each list brings to the re-ranking. */
const CANDIDATES = { lexical: 30, dense: 10 };

/**
 * Chunks for a question, best first; ties in the index's order. Chunks that the options do not allow are never
 * candidates. A question without a term of the collection finds nothing.
 */
export function search(index: SearchIndex, query: Query, options: SearchOptions): Hit[] {
  const terms = queryTerms(query, index.vocabulary);
  const allowed = allow(index, options);
  const first = firstStage(index, terms, query.vector ?? null);
  const lexical = lexicalScores(index, first);
  const candidates = candidatesOf(index, first, lexical, allowed, options.limit);
  const features = featuresOf(index, query.text, terms, first);
  const coverage = coverageOf(index, query.text);
  const scored = candidates.map((i) => {
    const of = features(i);
    return { i, score: rerankScore(of), dense: of.dense };
  });
  scored.sort((a, b) => b.score - a.score || a.i - b.i);
  return scored.slice(0, options.limit).flatMap(({ i, score, dense }) => {
    const chunk = index.chunks[i];
    return chunk
      ? [{ chunk, score, parts: { lexical: lexical[i] ?? 0, dense, rerank: score, coverage: coverage(i) } }]
      : [];
  });
}

/** Chunks worth re-ranking: the best of the lexical list and the nearest of the dense one. */
export function candidatesOf(
  index: SearchIndex,
  first: FirstStage,
  lexical: Float32Array,
  allowed: Uint8Array | null,
  limit: number,
): number[] {
  const best = top(lexical, allowed, Math.max(CANDIDATES.lexical, limit));
  if (!index.dense || !first.vector) return best;
  return [...new Set([...best, ...nearest(index.dense, first.vector, CANDIDATES.dense, allowed)])];
}

/** BM25 by chunk and by document as shares of the most the question could get, and the question's vector. */
export function firstStage(index: SearchIndex, terms: QueryTerms, given: Float32Array | null): FirstStage {
  const text = new Float32Array(index.chunks.length);
  const context = new Float32Array(index.chunks.length);
  const document = new Float32Array(index.documentIds.length);
  let mass = 0;
  for (let i = 0; i < terms.ids.length; i++) {
    const id = terms.ids[i] ?? -1;
    const weight = terms.weights[i] ?? 0;
    if (id < 0) continue;
    mass += weight * (index.text.idf[id] ?? 0);
    addScores(index.text, id, weight, text);
    addScores(index.context, id, weight, context);
    addScores(index.document, id, weight, document);
  }
  const scale = 1 / Math.max(1e-9, mass * (K1 + 1));
  for (const scores of [text, context, document]) {
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) * scale;
  }
  return { text, context, document, vector: given ?? questionVector(index, terms) };
}

function questionVector({ dense, text }: SearchIndex, { ids, weights }: QueryTerms): Float32Array | null {
  if (!dense?.model) return null;
  const vector = embedTerms(dense.model, ids, (i) => (weights[i] ?? 0) * (text.idf[ids[i] ?? -1] ?? 0));
  return vector.some((value) => value !== 0) ? vector : null;
}

/** The lexical score of each chunk, in [0, 1]. */
export function lexicalScores(index: SearchIndex, { text, context, document }: FirstStage): Float32Array {
  const scores = new Float32Array(text.length);
  const total = 1 + FIRST_WEIGHTS.context + FIRST_WEIGHTS.document;
  for (let i = 0; i < scores.length; i++) {
    const ofDocument = document[index.documentOf[i] ?? 0] ?? 0;
    scores[i] =
      ((text[i] ?? 0) + FIRST_WEIGHTS.context * (context[i] ?? 0) + FIRST_WEIGHTS.document * ofDocument) /
      total;
  }
  return scores;
}

/** 1 for each chunk that the options let through; null where all are. */
function allow(index: SearchIndex, { regions, statuses }: SearchOptions): Uint8Array | null {
  if (!regions && !statuses) return null;
  const places = regions && new Set(regions);
  const allowed = new Uint8Array(index.chunks.length);
  for (const [i, { region, status }] of index.chunks.entries()) {
    if ((!places || region === null || places.has(region)) && (!statuses || statuses.includes(status))) {
      allowed[i] = 1;
    }
  }
  return allowed;
}
