import type { AskedFact } from './assess/hear-answer.js';
import type { Person } from './assess/person.js';
import { type Booking, newBooking } from './book/draft.js';
import type { Emergency } from './guard/index.js';
import type { Reply } from './reply.js';
import type { Ask } from './understand/ask.js';

/** What the conversation knows so far. Plain data: it is stored, sealed, after every turn. */
export interface Conversation {
  /** Where the person lives, by adcode, as told by them or their channel. */
  home: string | null;
  /** The places that the last question was about, by adcode; a follow-up stays there. */
  topicPlaces: string[];
  /** The last question that was answered or is waiting for its place. */
  lastAsks: Ask[];
  lastReply: Reply | null;
  /** The provisions that the last answer told, by id. */
  told: string[];
  /** What was told of each person, by their relation to the speaker. */
  people: Record<string, Person>;
  /** Whom the last turns were about: a key of `people`. */
  about: string;
  /** What is being found out, or was last. */
  assessing: Assessing | null;
  /** What is being booked, and what was. */
  booking: Booking;
  /** Set while the bot waits for the answer to a question of its own. */
  pending: Pending | null;
}

/** For which place, about which benefits, by which questions of the person. */
interface Assessing {
  place: string;
  benefits: string[];
  /** Whether whatever there is was asked for. */
  general: boolean;
  asks: Ask[];
  /** What was told to be there for the person. */
  titles: string[];
}

export type Pending =
  /** `inside`: the one place that it was asked for by name (您是鹤城区的吗). */
  | { kind: 'place'; inside?: string }
  /** `said`: what was said that danger was asked about. */
  | { kind: 'danger'; danger: Emergency; said: string }
  /** Whether to book for what ails somebody, in the words that told of it. */
  | { kind: 'visit'; said: string }
  /** The question of the booking, `away` turns ago. */
  | { kind: 'booking'; away: number }
  /** `tries`: how often it was put again; `away`: turns spent on something else since. */
  | { kind: 'fact'; question: AskedFact; tries: number; away: number };

export const newConversation = (): Conversation => ({
  home: null,
  topicPlaces: [],
  lastAsks: [],
  lastReply: null,
  told: [],
  people: {},
  about: 'self',
  assessing: null,
  booking: newBooking(),
  pending: null,
});
