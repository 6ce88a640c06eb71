import { featuresOf } from '../../../language/features.js';
import { Learned } from '../../../language/learned.js';
import type { Lexicon } from '../../../language/lexicon.js';
import { PAUSES } from '../../../language/pauses.js';
import { recentOf } from '../../recent.js';
import { isAsking } from '../../understand/wants.js';
import type { Task } from '../draft.js';
import later from '../tables/afterwards.json' with { type: 'json' };
import questionsFile from '../tables/questions.json' with { type: 'json' };
import first from '../tables/tasks.json' with { type: 'json' };

/** What is wanted is mostly said last. */
const LAST_WORDS = 8;
/** Log odds from which a sentence is taken for a wish. What is made of it is read back before anything is done. */
const LIKELY = -1.1;
/** The same of what would only be told: a few words said in passing ask after no appointment. */
const LIKELY_ASKED_AFTER = -0.35;
/** The same where an appointment is known: much is said of that which is no wish. */
const LIKELY_OF_KNOWN = 0;
/** The same where its words by themselves say another. */
export const SURE = 2;
/** Log odds from which what asks is asked of the desk; below, of the policies (用不用去批, 这个钱医保给管不). */
const FOR_THE_DESK = 1;
/** 挂号不用排队，得多大岁数才能走: the rules know. */
const AGE_ASKED = /多大(?:岁数|年纪|年龄)|[几多]少?岁(?:才|能|可以|以上|起)/u;
/** Who tells more than this tells a story; the wish is in its end. */
const LONGEST = 120;

export const LIKELY_TASKS = ['book', 'cancel', 'reschedule', 'query'] as const satisfies readonly Task[];
export const LATER_TASKS = [...LIKELY_TASKS, 'tell', 'undo'] as const satisfies readonly Task[];

const openings = new Learned(first, LIKELY_TASKS);
const afterwards = new Learned(later, LATER_TASKS);
const questions = new Learned(questionsFile, ['desk']);

const NO_WORDS = /[^\p{L}\p{N}]/gu;
/** So few characters are known by themselves: 号, 挂号, 退号. */
const FEW = 4;

/** The features by which a sentence is judged: all of it, its last words once more by themselves, and how it begins. */
export function taskFeatures(said: string, lexicon: Lexicon): Set<string> {
  const text = said.slice(-LONGEST);
  const last = text.split(PAUSES).findLast((clause) => clause !== '') ?? '';
  const features = new Set(featuresOf(text, lexicon).keys());
  for (const feature of featuresOf(last.slice(-LAST_WORDS), lexicon).keys()) features.add(`$${feature}`);
  const bare = text.replace(NO_WORDS, '');
  features.add(bare.length <= FEW ? `=${bare}` : `^${bare.slice(0, 2)}`);
  return features;
}

interface Judged {
  likeliest: Task | null;
  odds: number;
  /** Whether it asks nothing, or asks it of the desk and not of the policies. */
  ofDesk: boolean;
}

/** A sentence is judged several times in a turn, by several bars. */
const opened = recentOf<Judged>(500);
const said = recentOf<Judged>(500);

function judge(text: string, lexicon: Lexicon, known: boolean): Judged {
  const features = taskFeatures(text, lexicon);
  const [likeliest, odds] = (known ? afterwards : openings).best(features);
  const forDesk = (): boolean =>
    !isAsking(text) || (!AGE_ASKED.test(text) && questions.likeliest(features, FOR_THE_DESK) !== null);
  const ofDesk = known || odds < LIKELY || forDesk();
  return { likeliest, odds, ofDesk };
}

/**
 * What a sentence asks of the booking desk, told by its likeness to those of `evals/booking/openings.jsonl`, where an
 * appointment is `known` to those of `afterwards.jsonl` too; null where it asks nothing of it. `least`: log odds.
 */
export function likelyTask(text: string, lexicon: Lexicon, known: boolean, least?: number): Task | null {
  const recent = (known ? said : opened)(lexicon);
  const { likeliest, odds, ofDesk } = recent.get(text, () => judge(text, lexicon, known));
  const likely = known ? LIKELY_OF_KNOWN : likeliest === 'query' ? LIKELY_ASKED_AFTER : LIKELY;
  return odds >= (least ?? likely) && ofDesk ? likeliest : null;
}
