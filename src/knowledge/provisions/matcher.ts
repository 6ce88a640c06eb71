import type { Provision } from './provision.js';
import { OWN, type ProvisionIndex } from './provision-index.js';
import type { Features } from './vocabulary.js';

export interface Question {
  /** Features of all that the person said. */
  all: Features;
  /** Features of the asking words alone. */
  asking: Features;
}

/** What is matched: of a document, and no more. */
export interface OfDocument {
  documentId: string;
}

export interface ProvisionMatch<P extends OfDocument = Provision> {
  provision: P;
  /** How much more all that was said is said of this than of anything, as a share of the most it could be, in [0, 1]. */
  likeness: number;
  /** The same unscaled, in nats: how much is alike, however long the question. */
  evidence: number;
  /** Share of the rarity (idf) of the asking words that the provision speaks of, in [0, 1]. */
  coverage: number;
}

export interface ProvisionMatcher<P extends OfDocument = Provision> {
  /** Documents that have provisions. */
  readonly documentIds: ReadonlySet<string>;
  /** All provisions of the document, in the order of its file. */
  of(documentId: string): readonly P[];
  /** How rare a feature is (idf); the most where no provision has it. */
  rarity(feature: string): number;
  /** The provisions of the document that are most like the question, best first. */
  match(question: Question, documentId: string, limit: number): ProvisionMatch<P>[];
}

/** Answers from an index that was made of just these provisions, in this order. */
export function createProvisionMatcher<P extends OfDocument>(
  provisions: readonly P[],
  index: ProvisionIndex,
): ProvisionMatcher<P> {
  const { idf, mostIdf, share, leastShare } = index;
  const numbers = new Map(index.features.map((feature, number) => [feature, number]));
  const documents = new Map(
    index.documents.map(({ documentId, postings }) => [
      documentId,
      { provisions: provisions.filter((p) => p.documentId === documentId), postings },
    ]),
  );
  const rarity = (feature: string): number => idf[numbers.get(feature) ?? -1] ?? mostIdf;

  return {
    rarity,
    documentIds: new Set(documents.keys()),
    of: (documentId) => documents.get(documentId)?.provisions ?? [],
    match({ all, asking }, documentId, limit) {
      const held = documents.get(documentId);
      if (!held) return [];
      const { starts, rows, likelier, own } = held.postings;
      const scores = new Float32Array(held.provisions.length);
      const found = new Float32Array(held.provisions.length);
      let most = 0;
      let askedMass = 0;
      for (const [feature, weight] of all) {
        const number = numbers.get(feature) ?? -1;
        const from = starts[number] ?? 0;
        const to = starts[number + 1] ?? 0;
        // The person's own figures (her age, her house number) say nothing against a provision.
        if (from === to && feature.startsWith('#')) continue;
        const asked = (idf[number] ?? mostIdf) * (asking.get(feature) ?? 0);
        most += weight * Math.log1p(OWN / (share[number] ?? leastShare));
        askedMass += asked;
        for (let i = from; i < to; i++) {
          const row = rows[i] ?? 0;
          scores[row] = (scores[row] ?? 0) + weight * (likelier[i] ?? 0);
          if (own[i] === 1) found[row] = (found[row] ?? 0) + asked;
        }
      }
      return best(scores, limit).flatMap((row) => {
        const provision = held.provisions[row];
        const evidence = scores[row] ?? 0;
        return provision
          ? [
              {
                provision,
                likeness: evidence / (most || 1),
                evidence,
                coverage: (found[row] ?? 0) / (askedMass || 1),
              },
            ]
          : [];
      });
    },
  };
}

/** Rows of the highest positive scores, best first, ties by row. */
function best(scores: Float32Array, limit: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    const last = rows[rows.length - 1];
    if (score <= 0 || (rows.length === limit && last !== undefined && score <= (scores[last] ?? 0))) continue;
    let at = rows.length;
    while (at > 0 && (scores[rows[at - 1] ?? 0] ?? 0) < score) at--;
    rows.splice(at, 0, row);
    if (rows.length > limit) rows.pop();
  }
  return rows;
}
