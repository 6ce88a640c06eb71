import { QUESTION_PHRASES } from './phrases.js';
import { fold, termKeys } from './tokens.js';
import type { Query } from './types.js';
import { lookUp, type Vocabulary } from './vocabulary.js';

/** A question as the index sees it. `ids` holds -1 for a term that the collection does not have. */
export interface QueryTerms {
  /** Distinct terms. */
  ids: Int32Array;
  /** How much each asks for, in (0, 1]. */
  weights: Float32Array;
  /** Terms of the question's own content in its order, with repetitions. */
  sequence: Int32Array;
}

/** Weight of the words that every question has (请问, 是什么). */
const PHRASE_WEIGHT = 0.15;

const PHRASES = new RegExp(QUESTION_PHRASES.join('|'), 'gu');
/** Punctuation, so that it parts neighbours. */
const GAP = '。';

/** The question without the words that every question has. */
export function contentOf(question: string): string {
  return fold(question).replace(PHRASES, GAP);
}

/** Terms of the question, of what only its phrasing adds (at a low weight), and of its extra terms. */
export function queryTerms(query: Query, vocabulary: Vocabulary): QueryTerms {
  const weightOf = new Map<number, number>();
  const add = (keys: Int32Array, weight: number): void => {
    for (const key of keys) weightOf.set(key, Math.max(weightOf.get(key) ?? 0, weight));
  };
  const content = termKeys(contentOf(query.text));
  add(content, 1);
  for (const term of query.terms ?? []) add(termKeys(term.text), Math.min(1, term.weight));
  add(termKeys(query.text), PHRASE_WEIGHT);
  const ids = new Int32Array(weightOf.size);
  const weights = new Float32Array(weightOf.size);
  let i = 0;
  for (const [key, weight] of weightOf) {
    ids[i] = lookUp(vocabulary, key);
    weights[i++] = weight;
  }
  return { ids, weights, sequence: content.map((key) => lookUp(vocabulary, key)) };
}
