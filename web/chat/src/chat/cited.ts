import type { Citation } from '../../../../src/bot/reply.js';

export interface CitedClause {
  clauseId: string;
  clause: string;
  /** All of it that is quoted. */
  quotes: readonly string[];
}

export interface CitedDocument
  extends Pick<Citation, 'documentId' | 'document' | 'title' | 'region' | 'status'> {
  clauses: readonly CitedClause[];
}

/** Each document once, and in it each clause once, in the order of the citations. */
export const byDocument = (citations: readonly Citation[]): CitedDocument[] =>
  grouped(citations, ({ documentId }) => documentId).map(([first, ...rest]) => ({
    documentId: first.documentId,
    document: first.document,
    title: first.title,
    region: first.region,
    status: first.status,
    clauses: grouped([first, ...rest], ({ clauseId }) => clauseId).map(([one, ...others]) => ({
      clauseId: one.clauseId,
      clause: one.clause,
      quotes: [one, ...others].map(({ quote }) => quote),
    })),
  }));

type Group<T> = [T, ...T[]];

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Group<T>[] {
  const groups = new Map<string, Group<T>>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
