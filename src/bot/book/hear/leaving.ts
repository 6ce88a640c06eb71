import { Learned } from '../../../language/learned.js';
import type { Lexicon } from '../../../language/lexicon.js';
import { spokenFeatures } from '../../../language/spoken-features.js';
import type { Question } from '../draft.js';
import file from '../tables/leavings.json' with { type: 'json' };

/** Log odds from which what is being booked is given up, whatever is told besides. */
const LEAVES_SURELY = 2;
/** The same where nothing that was known is changed by it. */
const LEAVES = 1;
/** The same where nothing else was heard in the turn. */
const LEAVES_RATHER = 0;
/** More is a story. */
const LONGEST = 60;

const leaving = new Learned(file, ['ends']);

/** The features of what is said to a question, and which question it is. */
export const leavingFeatures = (text: string, about: string, lexicon: Lexicon): Set<string> =>
  spokenFeatures(text, lexicon).add(`@${about}`);

/** `yes`: where it changes nothing that was known; `rather`: where nothing else was heard in it. */
export type Leaving = 'surely' | 'yes' | 'rather' | 'no';

/** Whether the turn gives up what is being booked, by its likeness to those of `evals/booking/leavings.jsonl`. */
export function hearLeaving(text: string, about: Question['about'], lexicon: Lexicon): Leaving {
  if (text.length > LONGEST || text.trim() === '') return 'no';
  const [ends = 0] = leaving.oddsOf(leavingFeatures(text, about, lexicon));
  if (ends >= LEAVES_SURELY) return 'surely';
  return ends >= LEAVES ? 'yes' : ends >= LEAVES_RATHER ? 'rather' : 'no';
}
