export const FEATURE_NAMES = [
  'text',
  'document',
  'dense',
  'documentCoverage',
  'stretches',
  'contextCoverage',
  'characters',
  'characterWindow',
  'contextCharacters',
  'kind',
] as const;

/** What the re-ranker weighs, each in [0, 1]. */
export type Features = Record<(typeof FEATURE_NAMES)[number], number>;

/**
 * Weights of the re-ranker's features, none below zero: a better match never costs. Fitted on the half of the
 * documents with an even hash by the method of `evals/retrieval/fit.ts` (softmax over a question's candidates, L2), on
 * CMRC 2018 as it is, joined, with words dropped from the questions and with look-alikes, and on `questions.jsonl`
 * among look-alikes of other places, whose questions counted eightfold. `fit-cli.ts` fits again, every set counting
 * alike: on the other half the two differ by at most two points on the sets of CMRC and three (two questions) on those
 * of the policies, either way. These were kept since they find the right document first more often.
 */
export const RERANK_WEIGHTS: Readonly<Features> = {
  /** BM25 of the chunk, and of its document. */
  text: 3.88,
  document: 1.31,
  /** Cosine of the vectors. */
  dense: 1.53,
  /** Share of the question's terms that stand in the document, in the chunk word for word, in its context. */
  documentCoverage: 5.44,
  stretches: 1.52,
  contextCoverage: 1.66,
  /** Share of its characters that stand in the chunk, in one window of it, in its context. */
  characters: 4.14,
  characterWindow: 4.42,
  contextCharacters: 3.65,
  /** The chunk has, near the match, what an answer of the kind asked for has. */
  kind: 1.06,
};
