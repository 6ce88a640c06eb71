import { ANSWER_KINDS } from './answer-kinds.js';
import { characterMatcher } from './characters.js';
import { heldShare } from './coverage.js';
import { similarity } from './dense.js';
import type { SearchIndex } from './index.js';
import { type Match, match, pattern } from './matches.js';
import type { Rows } from './postings.js';
import { contentOf, type QueryTerms } from './question.js';
import { FEATURE_NAMES, type Features, RERANK_WEIGHTS } from './rerank-weights.js';

/** What the first stage knows of a question: BM25 of chunks, contexts and documents in [0, 1], and its vector. */
export interface FirstStage {
  text: Float32Array;
  context: Float32Array;
  document: Float32Array;
  vector: Float32Array | null;
}

const TOTAL_WEIGHT = FEATURE_NAMES.reduce((sum, name) => sum + RERANK_WEIGHTS[name], 0);
/** Characters before and after the matched window in which an answer is looked for. */
const MARGIN = { before: 40, after: 60 };

/** The features of a question's candidates, by chunk. */
export function featuresOf(
  index: SearchIndex,
  question: string,
  terms: QueryTerms,
  first: FirstStage,
): (chunk: number) => Features {
  const wanted = pattern(terms.sequence, (id) => index.text.idf[id] ?? 0);
  const characters = characterMatcher(contentOf(question), index.characters);
  const kind = ANSWER_KINDS.find(({ asked }) => asked.test(question));
  const held = heldShare(terms.sequence, index.text.idf);
  return (i) => {
    const chunk = index.chunks[i];
    if (chunk === undefined) throw new RangeError(`search: no chunk ${i}`);
    const number = index.documentOf[i] ?? 0;
    const terms = row(index.rows.text, i);
    const inText = match(wanted, terms);
    const inCharacters = characters(chunk.text);
    return {
      text: first.text[i] ?? 0,
      document: first.document[number] ?? 0,
      dense: first.vector && index.dense ? similarity(index.dense, first.vector, i) : 0,
      documentCoverage: held([index.document], number),
      stretches: inText.stretches,
      contextCoverage: held([index.context], i),
      characters: inCharacters.coverage,
      characterWindow: inCharacters.window,
      contextCharacters: characters(chunk.context).coverage,
      kind: kind?.shown.test(around(chunk.text, inText, terms.length)) ? 1 : 0,
    };
  };
}

/** The weighted mean of the features, in [0, 1]. */
export function rerankScore(features: Features): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += RERANK_WEIGHTS[name] * features[name];
  return sum / TOTAL_WEIGHT;
}

function row({ terms, begins, ends }: Rows, owner: number): Uint32Array {
  return terms.subarray(begins[owner] ?? 0, ends[owner] ?? 0);
}

/** The text about the matched window; terms are near enough evenly spread over it. */
function around(text: string, { from, to }: Match, terms: number): string {
  const scale = text.length / Math.max(1, terms);
  return text.slice(
    Math.max(0, Math.floor(from * scale) - MARGIN.before),
    Math.ceil(to * scale) + MARGIN.after,
  );
}
