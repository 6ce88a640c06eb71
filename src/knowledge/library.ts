import type { SearchIndex } from './search/index.js';
import { type Segment, segmentsOf } from './segments.js';
import type { Clause, PolicyDocument } from './types.js';

/** The policies held, as they were when the library was built; replaced as a whole when the corpus changes. */
export interface Library {
  readonly documents: readonly PolicyDocument[];
  readonly index: SearchIndex;
  document(id: string): PolicyDocument | undefined;
  clause(documentId: string, clauseId: string): Clause | undefined;
  /** The sentences and list items of a clause, in order. */
  segments(clause: Clause): readonly Segment[];
  /** How rare a word is among the clauses that are evidence: 0 in every one, 1 in none. */
  rarity(word: string): number;
}

const MEMORY_OF_WORDS = 20_000;

export function createLibrary(documents: readonly PolicyDocument[], index: SearchIndex): Library {
  const byId = new Map(documents.map((d) => [d.meta.id, d]));
  const clauses = new Map(
    documents.flatMap((d) => d.clauses.map((c) => [`${d.meta.id}#${c.id}`, c] as const)),
  );
  const evidence = documents.flatMap((d) =>
    d.clauses.filter(isEvidence).map((c) => `${c.trail.join('')}${c.text.replace(/\s+/g, '')}`),
  );
  const segments = new Map<Clause, readonly Segment[]>();
  const rarities = new Map<string, number>();

  return {
    documents,
    index,
    document: (id) => byId.get(id),
    clause: (documentId, clauseId) => clauses.get(`${documentId}#${clauseId}`),
    segments(clause) {
      const known = segments.get(clause);
      if (known) return known;
      const made = segmentsOf(clause);
      segments.set(clause, made);
      return made;
    },
    rarity(word) {
      const known = rarities.get(word);
      if (known !== undefined) return known;
      const having = evidence.reduce((n, text) => n + (text.includes(word) ? 1 : 0), 0);
      // Inverse document frequency, scaled to [0, 1].
      const rarity = Math.log((evidence.length + 1) / (having + 1)) / Math.log(evidence.length + 1);
      if (rarities.size >= MEMORY_OF_WORDS) rarities.clear();
      rarities.set(word, having === 0 ? 1 : Math.min(0.95, rarity));
      return rarities.get(word) ?? 1;
    },
  };
}

/** Only these prove anything: a letterhead, a signature or a list of members does not. */
export const isEvidence = (clause: Clause): boolean => clause.kind === 'clause' || clause.kind === 'preamble';
