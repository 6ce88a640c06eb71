import type { Region } from '../knowledge/types.js';
import type { AskedFact, Heard } from './assess/hear-answer.js';
import type { Person } from './assess/person.js';
import type { Outcome } from './book/scene.js';
import type { Finding } from './compose/finding.js';
import type { Prefer } from './compose/prefer.js';
import type { Conversation } from './conversation.js';
import type { GuardOutcome } from './guard/index.js';
import type { Reply } from './reply.js';
import type { Facts as Told } from './understand/facts/index.js';
import type { Understanding } from './understand/understand.js';

/** One turn on its way through the steps of `turn.ts`: each returns it with what it adds, or an ending. */
export interface Work {
  /** As it came in. */
  heard: string;
  /** Simplified, homophones repaired, orders to the program left out. */
  text: string;
  conversation: Conversation;
  /** The number that the call came from, proven by the channel; null where there is none. */
  caller: string | null;
  /** Where the person is, as the channel or the conversation knows. */
  home: Region | null;
  understanding: Understanding;
  /** Places whose rules are asked for. */
  places: Region[];
  /** Whether nobody said so now, and it is only the place of the question before: the reply names it. */
  presumed: boolean;
  /** The order that a model gave to what may answer; null where none did. */
  prefer: Prefer | null;
  findings: Finding[];
  /** What is known of the person the turn is about. */
  person: Person;
  /** Who that is: a key of the conversation's people. */
  about: string;
  /** What this turn itself told of them. */
  told: Told;
  /** What this turn was to the rules' own question; null where there was none, or it was something else. */
  answered: Heard | null;
  /** The assessment of this turn, and the question that it puts; null where there is none. */
  assessing: Conversation['assessing'];
  asking: AskedFact | null;
  /** Figures of the rules' own reckoning (还差2岁), which stand in no clause. */
  reckoned: readonly string[];
  /** The question made whole by a model; null where none did. */
  restated: string | null;
  /** When the turn began, by `performance.now()`, and how many milliseconds its channel waits; null: not said. */
  begun: number;
  within: number | null;
  /** Hears the answer's sentences as each passes; the reply, which has the last word, comes after. */
  onText: ((text: string) => void) | null;
  /** Set by compose; what check is about to let out. */
  reply: Reply | null;
}

/** Every way in which a turn can end; `endings.ts` has the words of each. */
export type Ending =
  | { ending: 'nothing_said' }
  | { ending: 'guarded'; outcome: Exclude<GuardOutcome, { kind: 'clear' }> }
  | { ending: 'greeting' }
  | { ending: 'thanks' }
  | { ending: 'bye' }
  | { ending: 'who' }
  | { ending: 'hearing' }
  | { ending: 'contact' }
  | { ending: 'complaint' }
  | { ending: 'trust' }
  | { ending: 'nod' }
  | { ending: 'eased'; number: string }
  | { ending: 'repeat' }
  | { ending: 'not_understood' }
  | { ending: 'nothing_asked' }
  | { ending: 'ails'; said: string }
  | { ending: 'what_is_wrong' }
  | { ending: 'out_of_scope' }
  | { ending: 'ask_place' }
  | ({ ending: 'booking' } & Outcome)
  | { ending: 'cannot_book' }
  | { ending: 'silent_anywhere'; question: string }
  | { ending: 'answered'; reply: Reply };
