import type { PolicyStatus } from '../knowledge/types.js';

export const REPLY_KINDS = [
  'answer',
  'clarify',
  'assessment',
  'booking',
  'emergency',
  'crisis',
  'scam',
  'medical',
  'handoff',
  'not_found',
  'out_of_scope',
  'repeat',
  'smalltalk',
  'error',
] as const;

export type ReplyKind = (typeof REPLY_KINDS)[number];

export interface Citation {
  documentId: string;
  /** 文号, or the title where the document bears none. */
  document: string;
  title: string;
  clauseId: string;
  /** As a person quotes it: 二、（五）2. */
  clause: string;
  /** Word for word: a substring of the document's text. */
  quote: string;
  region: string;
  status: PolicyStatus;
}

export type Action = { type: 'call'; number: string };

/** What a channel renders. Neutral: no markup, no channel's limits. */
export interface Reply {
  kind: ReplyKind;
  /** For the eye: the sentence that answers first, then its condition, then the source. */
  text: string;
  /** For the ear: no brackets, no 文号. */
  speech: string;
  citations: Citation[];
  /** What the person might say next, in their words. */
  suggestions: string[];
  actions: Action[];
}
