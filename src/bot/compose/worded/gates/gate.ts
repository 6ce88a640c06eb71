import type { Lexicon } from '../../../../language/lexicon.js';
import type { Ground } from '../ground.js';
import type { Piece } from '../pieces.js';

/** Why a sentence, or an answer, is not let out. */
export type Stopped =
  | 'unbound'
  | 'form'
  | 'foreign'
  | 'leak'
  | 'figure'
  | 'order'
  | 'place'
  | 'authority'
  | 'clause'
  | 'force'
  | 'negation'
  | 'widened'
  | 'class'
  | 'invented'
  | 'condition'
  | 'outcome'
  | 'incomplete';

/** A sentence that a model wrote, with the items it says it used. */
export interface Claim {
  /** Squared. */
  text: string;
  pieces: readonly Piece[];
  grounds: readonly Ground[];
}

/** What the person said, for words that need no clause. */
export interface Heard {
  text: string;
  pieces: readonly Piece[];
  places: ReadonlySet<string>;
}

export interface GateTools {
  lexicon: Lexicon;
  heard: Heard;
  hotlines: ReadonlySet<number>;
  /** Whether the answer speaks of more than one place: then a sentence is of one of them, which code names. */
  naming: boolean;
  /** What the model was told: none of it may come back. */
  prompt: string;
}

/** So alike two pieces must be to say the same thing of the same matter, by {@link likeness}. */
export const ALIKE = 0.55;

/** Why the sentence may not go out; null where this gate lets it pass. */
export type Gate = (claim: Claim, tools: GateTools) => Stopped | null;
