import { featuresOf } from '../../language/features.js';
import type { Lexicon } from '../../language/lexicon.js';
import type { Task } from './draft.js';
import learned from './tables/tasks.json' with { type: 'json' };

/** What is wanted is mostly said last. */
const LAST_WORDS = 8;
const PAUSE = /[，,。！!？?；;\s]+/u;
/** Log odds from which a sentence is taken for a wish. What is made of it is read back before anything is done. */
const LEAST_ODDS = -1;
const HUNDREDTHS = 100;
/** Who tells more than this tells a story; the wish is in its end. */
const LONGEST = 120;

export const LIKELY_TASKS = ['book', 'cancel', 'reschedule', 'query'] as const;
type LikelyTask = (typeof LIKELY_TASKS)[number] & Task;

const places = new Map(learned.features.split('|').map((feature, place) => [feature, place]));
const weights = LIKELY_TASKS.map((task) => Int16Array.from(learned[task].split(' '), Number));

/** The features by which a sentence is judged: all of it, and its last words once more by themselves. */
export function taskFeatures(said: string, lexicon: Lexicon): Set<string> {
  const text = said.slice(-LONGEST);
  const last = text.split(PAUSE).findLast((clause) => clause !== '') ?? '';
  const features = new Set(featuresOf(text, lexicon).keys());
  for (const feature of featuresOf(last.slice(-LAST_WORDS), lexicon).keys()) features.add(`$${feature}`);
  return features;
}

/**
 * What a first sentence asks of the booking desk, told by its likeness to those of `evals/booking/openings.jsonl`
 * (logistic regression, one task against all else: `evals/booking/train.ts`); null where it asks nothing of it.
 */
export function likelyTask(said: string, lexicon: Lexicon): Task | null {
  const odds = LIKELY_TASKS.map((task) => learned.bias[task]);
  for (const feature of taskFeatures(said, lexicon)) {
    const place = places.get(feature);
    if (place === undefined) continue;
    for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) + (weights[i]?.[place] ?? 0);
  }
  const most = Math.max(...odds);
  const task: LikelyTask | undefined = LIKELY_TASKS[odds.indexOf(most)];
  return task !== undefined && most / HUNDREDTHS >= LEAST_ODDS ? task : null;
}
