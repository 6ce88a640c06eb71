import type { ProvisionMatcher } from '../provisions/matcher.js';
import type { Features } from '../provisions/vocabulary.js';
import type { Segment } from '../segments.js';
import type { Clause, PolicyDocument } from '../types.js';
import { kinIn } from './kin.js';
import { matcherOf, type OwnMatcher } from './matcher.js';
import { ownStatements } from './statements.js';

/**
 * The matcher of the documents that are prepared, and of those that are not by what they state themselves; that is
 * made when it is first asked for. `texts`: the features of all that the prepared provisions say and are asked.
 */
export function withUnprepared(
  prepared: ProvisionMatcher,
  unprepared: readonly PolicyDocument[],
  segmentsOf: (clause: Clause) => readonly Segment[],
  texts: readonly Features[],
  read: (text: string) => Features,
): ProvisionMatcher {
  if (unprepared.length === 0) return prepared;
  const made = new Map<string, OwnMatcher>();
  let like: ReturnType<typeof kinIn> | null = null;
  const own = (documentId: string): OwnMatcher | null => {
    const document = unprepared.find(({ meta }) => meta.id === documentId);
    if (document === undefined) return null;
    like ??= kinIn(texts);
    const matcher = made.get(documentId) ?? matcherOf(ownStatements(document, segmentsOf), like, read);
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
