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

/** What is read back of a booking before it is made, for channels that can draw. */
export interface ReadBack {
  /** The words of the reply that say the same. */
  text: string;
  /** `change`: what to say when this line is wrong; none where nothing can be said for it. */
  lines: { name: string; value: string; change?: string }[];
}

/** An appointment that a reply speaks of: what it takes to find it again. */
export interface Spoken {
  id: string;
  code: string;
  phone: string;
  /** Of the appointment that it stands for. */
  replaces: string | null;
}

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
  readBack?: ReadBack;
  /** Set where digits are asked for: on a telephone they may be pressed. */
  digits?: true;
  appointment?: Spoken;
}
