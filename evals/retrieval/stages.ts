import { nearest } from '../../src/knowledge/search/dense.js';
import type { SearchIndex } from '../../src/knowledge/search/index.js';
import { queryTerms } from '../../src/knowledge/search/question.js';
import { firstStage, lexicalScores, search } from '../../src/knowledge/search/search.js';
import { top } from '../../src/knowledge/search/top.js';
import type { Chunk } from '../../src/knowledge/search/types.js';

/** What each part of the retriever would find alone: chunks, best first. */
export type Stage = 'lexical' | 'dense' | 'fused' | 'reranked';

/** Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009) of the first two lists. */
const RRF = 60;

export function stages(index: SearchIndex, question: string, limit: number): Record<Stage, Chunk[]> {
  const first = firstStage(index, queryTerms({ text: question }, index.vocabulary), null);
  const lexical = top(lexicalScores(index, first), null, limit);
  const dense = index.dense && first.vector ? nearest(index.dense, first.vector, limit, null) : [];
  const scores = new Map<number, number>();
  for (const list of [lexical, dense]) {
    for (const [rank, i] of list.entries()) scores.set(i, (scores.get(i) ?? 0) + 1 / (RRF + rank + 1));
  }
  const fused = [...scores.keys()].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  const chunks = (list: readonly number[]): Chunk[] => list.flatMap((i) => index.chunks[i] ?? []);
  return {
    lexical: chunks(lexical),
    dense: chunks(dense),
    fused: chunks(fused).slice(0, limit),
    reranked: search(index, { text: question }, { limit }).map(({ chunk }) => chunk),
  };
}
