import type { Library } from '../library.js';
import type { ProvisionMatcher } from '../provisions/matcher.js';
import { type Features, vocabularyOf } from '../provisions/vocabulary.js';
import { matcherOf } from './matcher.js';
import { ownStatements } from './statements.js';

/**
 * The matcher of the documents that are prepared, and of every other document by what it states itself; that is made
 * when it is first asked for. `features`: of all that the prepared provisions say and are asked.
 */
export function withUnprepared(
  prepared: ProvisionMatcher,
  library: Library,
  features: () => readonly Features[],
  read: (text: string) => Features,
): ProvisionMatcher {
  const documents = library.documents.filter(({ meta }) => !prepared.documentIds.has(meta.id));
  if (documents.length === 0) return prepared;
  const made = new Map<string, ReturnType<typeof matcherOf>>();
  let known: Pick<Parameters<typeof matcherOf>, 1 | 2> | null = null;
  const own = (documentId: string): ReturnType<typeof matcherOf> | null => {
    const document = documents.find(({ meta }) => meta.id === documentId);
    if (document === undefined) return null;
    const texts = known?.[2] ?? features();
    known ??= { 1: vocabularyOf(texts), 2: texts };
    const matcher =
      made.get(documentId) ??
      matcherOf(ownStatements(document, library.segments), known[1], known[2], read);
    made.set(documentId, matcher);
    return matcher;
  };
  return {
    ...prepared,
    of: (documentId) => own(documentId)?.provisions ?? prepared.of(documentId),
    match: (question, documentId, limit) =>
      (own(documentId) ?? prepared).match(question, documentId, limit),
  };
}
