import type { DepartmentsGuide } from '../appointments/departments-guide.js';
import { asks as asksSomething } from './assess/take-answer.js';
import { BODY_PART, hearComplaint } from './book/hear/complaint.js';
import type { Ending, Work } from './work.js';

/** What somebody names who wants to know or to have something, though no word of it asks. */
export const NAMES_A_MATTER =
  /[补贴津费金钱险证卡票奖]|报销|政策|标准|待遇|低保|五保|三无|养老|医养|护理|机构|敬老|床位|体检|签约|规定|文件|失能|残疾/u;

/**
 * Where nothing was found for words that ask nothing: who tells of something that ails them is offered an appointment,
 * and of the person that something was found out for no rule is missing. `guide`: null where nothing can be booked.
 */
export function insteadOfNothing(ending: Ending, work: Work, guide: DepartmentsGuide | null): Ending {
  const { asks, text } = work.understanding;
  const told = asks.length === 0 ? text : asks.map((ask) => `${ask.story}${ask.text}`).join('，');
  if (!foundNothing(ending) || asksSomething(told) || NAMES_A_MATTER.test(told)) return ending;
  if (guide !== null && (hearComplaint(told, guide) !== null || BODY_PART.test(told)))
    return { ending: 'ails', said: told };
  return work.conversation.assessing === null ? ending : { ending: 'nothing_asked' };
}

const NOTHING: ReadonlySet<Ending['ending']> = new Set([
  'not_understood',
  'nothing_asked',
  'silent_anywhere',
  'out_of_scope',
]);

const foundNothing = (ending: Ending): boolean =>
  NOTHING.has(ending.ending) || (ending.ending === 'answered' && ending.reply.kind === 'not_found');
