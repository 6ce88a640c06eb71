import type { Lexicon } from '../../language/lexicon.js';
import { expand } from '../../language/lexicon.js';
import { readPolarity } from '../../language/polarity.js';
import { type GuardOutcome, guard } from '../guard/index.js';
import type { Facts } from './facts/index.js';
import {
  ABOUT_BOOKING,
  ENTITLEMENT,
  LEAVES,
  MY_CASE,
  NOTHING_YET,
  REQUESTS,
  SMALL,
  TASK_RULES,
  type Task,
  THANKS,
} from './intent-rules.js';
import { readSocial, type Social } from './social.js';
import { isAsking } from './wants.js';

/**
 * What a turn wants; exactly one.
 * - `emergency` `crisis` `scam` `medical` `handoff`: as the guard has it, before anything else
 * - `book` `cancel` `reschedule` `query_appointment`: an appointment
 * - `repeat` `slower`: the last answer again, or more slowly
 * - `correct`: something said before is put right (不是周三，是周四)
 * - `answer_yes` `answer_no` `answer_dont_know`: an answer to a question of ours; not wanting to say is not to know
 * - `greeting` `thanks` `bye`
 * - `assess`: what a certain person is entitled to, or that person's case as such
 * - `ask_policy`: what the policies say, of nobody in particular
 * - `out_of_scope`: a question that is not ours
 * - `other`: none of these
 */
export type Intent =
  | Task
  | Social
  | 'emergency'
  | 'crisis'
  | 'scam'
  | 'medical'
  | 'handoff'
  | 'answer_yes'
  | 'answer_no'
  | 'answer_dont_know'
  | 'assess'
  | 'ask_policy'
  | 'out_of_scope'
  | 'other';

interface IntentTools {
  lexicon: Lexicon;
  /** What of the turn the guard has to say; heard here where the caller has not asked it. */
  guarded?: GuardOutcome;
}

const POLARITIES = {
  yes: 'answer_yes',
  no: 'answer_no',
  dont_know: 'answer_dont_know',
  refuse: 'answer_dont_know',
} as const;

/** Words of this house's matters that are no term of the lexicon. */
const OUR_MATTER =
  /老人|老年|岁|养老|医养|医保|看病|住院|护理|病床|体检|补贴|补助|津贴|低保|五保|残疾|丧葬|抚恤|政策|文件|文号|规定|签约|巡诊|疫苗|床位|转诊|失能|上门|优惠|给得?[多少]/u;
/** A person's case, told without a question, is one from so many facts on. */
const A_CASE = 2;

/** What the turn wants, `facts` being what it tells (`readFacts`). Linear in the length of `text`, which may be anything. */
export function readIntent(
  text: string,
  facts: Facts,
  { lexicon, guarded = guard(text) }: IntentTools,
): Intent {
  if (guarded.kind === 'injection')
    return guarded.rest === undefined ? 'other' : readIntent(guarded.rest, facts, { lexicon });
  if (guarded.kind !== 'clear') return guarded.kind;
  return taskOf(text) ?? smallTalkOf(text) ?? answerOf(text) ?? matterOf(text, facts, lexicon);
}

function taskOf(text: string): Task | null {
  const rule = TASK_RULES.find(
    ({ says, unless, within }) =>
      text.length <= (within ?? Number.POSITIVE_INFINITY) && says.test(text) && !unless?.test(text),
  );
  if (rule === undefined || (rule.intent === 'book' && ABOUT_BOOKING.test(text))) return null;
  return rule.intent;
}

function smallTalkOf(text: string): Intent | null {
  const social = readSocial(text);
  if (social !== null || text.length > SMALL) return social;
  if (LEAVES.test(text)) return 'bye';
  if (THANKS.test(text)) return 'thanks';
  return NOTHING_YET.test(text) ? 'other' : null;
}

function answerOf(text: string): Intent | null {
  const polarity = readPolarity(text);
  return polarity === null ? null : POLARITIES[polarity];
}

function matterOf(text: string, facts: Facts, lexicon: Lexicon): Intent {
  const asks = isAsking(text) || REQUESTS.test(text);
  const told = Object.keys(facts).length;
  const someone = told > 0 || MY_CASE.test(text);
  if (someone && ENTITLEMENT.test(text) && asks) return 'assess';
  if (told >= A_CASE && !asks) return 'assess';
  const ours = OUR_MATTER.test(text) || expand(text, lexicon).length > 0;
  if (asks) return ours ? 'ask_policy' : 'out_of_scope';
  return 'other';
}
