import type { PolicyStatus } from '../types.js';

/** What is found: a clause, or a part of a long one; for plain text, a passage. */
export interface Chunk {
  /** Unique in the index. */
  id: string;
  documentId: string;
  /** The clause it is, or is a part of; null for plain text. */
  clauseId: string | null;
  text: string;
  /** How many UTF-16 units at the head of `text` repeat the end of the chunk before. */
  overlap: number;
  /** Title and heading trail: what the text is about without saying so. */
  context: string;
  /** Adcode of the place whose rule it is; null where there is none. */
  region: string | null;
  status: PolicyStatus;
}

/** Words that mean what the question means (lexicon), `weight` in (0, 1]. */
interface ExtraTerm {
  text: string;
  weight: number;
}

export interface Query {
  text: string;
  terms?: readonly ExtraTerm[];
  /** The question's vector by the index's embedder, where that is not built in. */
  vector?: Float32Array;
}

export interface SearchOptions {
  /** Hits wanted, at least 1. */
  limit: number;
  /** Adcodes whose chunks may be found; null for all. Chunks without a region always may. */
  regions?: readonly string[] | null;
  statuses?: readonly PolicyStatus[] | null;
}

/** Each part in [0, 1]. */
export interface ScoreParts {
  lexical: number;
  dense: number;
  rerank: number;
  /** Share of the question's rarity (idf) found in the hit and its context. */
  coverage: number;
}

export interface Hit {
  chunk: Chunk;
  score: number;
  parts: ScoreParts;
}
