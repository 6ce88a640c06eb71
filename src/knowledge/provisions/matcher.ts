import { likeliest, type OfDocument, type ProvisionMatch, type Question } from './likelihood.js';
import type { Provision } from './provision.js';
import type { ProvisionIndex } from './provision-index.js';

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
  const { idf, mostIdf } = index;
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
    match(question, documentId, limit) {
      const held = documents.get(documentId);
      if (!held) return [];
      const number = (feature: string): number => numbers.get(feature) ?? -1;
      return likeliest(question, { ...held, scale: index, number }, limit);
    },
  };
}
