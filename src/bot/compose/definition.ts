import { isEvidence } from '../../knowledge/library.js';
import type { PolicyDocument } from '../../knowledge/types.js';
import { replies } from '../replies.zh.js';
import type { Ask } from '../understand/ask.js';
import { cite } from './cite.js';
import type { Statement } from './finding.js';

const bare = (term: string): string => term.replace(/[“”"'‘’「」\s]/g, '');

/** What the policies themselves say a word means; null where none of them defines a word of the question. */
export function defined(ask: Ask, policies: readonly PolicyDocument[]): Statement | null {
  for (const policy of policies) {
    for (const clause of policy.clauses.filter(isEvidence)) {
      for (const definition of clause.definitions) {
        const term = bare(definition.term);
        if (!ask.text.includes(term)) continue;
        return {
          short: null,
          text: `${replies.meaning(term)}${definition.meaning.replace(/\s+/g, '')}。`,
          notes: [],
          citations: [cite(policy, clause, definition.sentence)],
        };
      }
    }
  }
  return null;
}
