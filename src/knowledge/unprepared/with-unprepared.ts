import type { Library } from '../library.js';
import type { ProvisionMatcher } from '../provisions/matcher.js';
import type { Features } from '../provisions/vocabulary.js';
import { kinIn } from './kin.js';
import { matcherOf, type OwnMatcher } from './matcher.js';
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
  const made = new Map<string, OwnMatcher>();
  let like: ReturnType<typeof kinIn> | null = null;
  const own = (documentId: string): OwnMatcher | null => {
    const document = documents.find(({ meta }) => meta.id === documentId);
    if (document === undefined) return null;
    like ??= kinIn(features());
    const matcher = made.get(documentId) ?? matcherOf(ownStatements(document, library.segments), like, read);
    made.set(documentId, matcher);
    return matcher;
  };
  return {
    ...prepared,
    of: (documentId) => own(documentId)?.provisions ?? prepared.of(documentId),
    match: (question, documentId, limit) =>
      own(documentId)?.match(question, limit) ?? prepared.match(question, documentId, limit),
  };
}
