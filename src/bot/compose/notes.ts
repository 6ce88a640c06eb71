import { replies, whoToAsk } from '../replies.zh.js';
import type { Ask, Want } from '../understand/ask.js';
import { askedIn } from '../understand/wants.js';
import type { Statement } from './finding.js';
import { particularsIn } from './particulars.js';
import { NUMBER_TO_RING, SAYS_IT_IS_SILENT, shapeFor } from './shapes.js';

const LEFT_OPEN: Partial<Record<Want, string>> = {
  amount: '具体多少',
  age: '年龄',
  count: '具体数目',
  when: '具体时间',
};

/** Asks whether, and not how much, is to be paid. */
const COSTS = /[要收花掏]不[要收花掏]?钱|[要收花掏]钱(?:[吗不么没]|$)|收不?收?费|免费|贵不/u;

/** Opens with it that what was wanted is not written, where what follows is only about the same matter. */
export function admitting(
  statement: Statement,
  { text, subject = '', wants: [want = 'what'] }: Ask,
): Statement {
  const what = COSTS.test(text.slice(subject.length)) ? '要不要钱' : LEFT_OPEN[want];
  const { short, text: said } = statement;
  if (what === undefined || SAYS_IT_IS_SILENT.test(short ?? said)) return statement;
  return opening(replies.leftOpen(what), statement);
}

/** The statement with these words said first. */
const opening = (words: string, statement: Statement): Statement =>
  statement.short === null
    ? { ...statement, text: `${words}${statement.text}` }
    : { ...statement, short: `${words}${statement.short}` };

/** The statements with these words said last. */
export const closing = (words: string, statements: readonly Statement[]): Statement[] =>
  statements.map((s, i) => (i === statements.length - 1 ? { ...s, notes: [...s.notes, words] } : s));

/** Opens with it that nothing was found that surely answers, and this only comes nearest. */
export const asNearest = (statement: Statement): Statement => ({
  ...opening(replies.nearest, statement),
  nearest: true,
});

/** Asks how it is gone about: 怎么申请, 要带什么; 怎么办 may ask what to do. */
const GOES_ABOUT =
  /申请|申报|报名|手续|材料|证件|流程|程序|(带|拿|准备)(些|点|上)?(什么|哪些|啥)|(去|到|上|在)哪.{0,3}(办|领|签|申请)/u;

/** What of the particulars asked for the statements do not give; null where nothing. */
function particularOpen({ text }: Ask, statements: readonly Statement[]): string | null {
  const said = statements.map((s) => [s.short, s.text, ...s.notes].join('')).join('');
  const open = particularsIn(text, askedIn(text)).filter(({ shown }) => !shown.test(said));
  return open.find(({ name }) => name !== undefined)?.name ?? null;
}

/** The statements with what they leave open of what was wanted: said first where no more than that was asked. */
export function tellingWhatIsOpen(
  ask: Ask,
  statements: readonly Statement[],
  departments: readonly string[],
): Statement[] {
  const [first, ...others] = statements;
  const particular = particularOpen(ask, statements);
  if (particular !== null && first !== undefined && first.short !== null)
    return SAYS_IT_IS_SILENT.test(first.short)
      ? [...statements]
      : [{ ...first, short: `${replies.leftOpen(particular)}${first.short}` }, ...others];
  const [open] = openWants(ask, statements, departments);
  if (open === undefined || first === undefined) return [...statements];
  const [want] = ask.wants;
  const goesAbout = want === 'where' || (want === 'how' && GOES_ABOUT.test(ask.text));
  if (first.short !== null && (goesAbout || ask.subject !== undefined))
    return [{ ...first, short: `${open}${replies.related}${first.short}` }, ...others];
  return closing(open, statements);
}

/** What the statements together leave open of what was wanted, each in a sentence. */
function openWants(ask: Ask, statements: readonly Statement[], departments: readonly string[]): string[] {
  const said = statements
    .map((s) => [s.short, s.text, ...s.notes, ...s.citations.map((c) => c.quote)].join(''))
    .join('');
  const [first = 'what'] = ask.wants;
  // 电话是多少 asks for no sum.
  if (/电话|号码|热线/u.test(ask.text) && NUMBER_TO_RING.test(said)) return [];
  if (SILENT_ON[first]?.test(said) ?? SAYS_IT_IS_SILENT.test(said)) return [];
  const toAsk = departments.length > 0 ? departments.slice(0, 3).join('、') : whoToAsk(ask.text);
  const way = PAPERS_ASKED.test(ask.text) ? PAPERS : WAY;
  if (ask.wants.includes('how') && !way.test(said)) return [replies.noWay(toAsk)];
  if (first === 'where' && !PLACE.test(said)) return [replies.noWhere(toAsk)];
  const silence = NO_FIGURE[first];
  if (silence !== undefined && shapeFor(first, askedIn(ask.text))?.test(said) === false) return [silence];
  return [];
}

/** What is said where no figure of the kind is told. */
const NO_FIGURE: Partial<Record<Want, string>> = {
  amount: replies.noAmount,
  age: replies.noAge,
  count: replies.noCount,
  when: replies.noDate,
};

/** By what a rendering says that just this is left open; another thing that it leaves open is no answer. */
const SILENT_ON: Partial<Record<Want, RegExp>> = {
  how: /(没有?[写说提]|未写)[^。；]{0,16}(怎么|如何|怎样|申请|办理?|手续|材料|程序|流程)|(怎么|如何|怎样|申请|办理?|手续|材料|程序|流程)[^。；]{0,12}(没有?[写说提]|未写)/u,
};

/** Asks what is to be brought: that something is applied for tells nothing of it. */
const PAPERS_ASKED = /材料|证件|(带|拿|准备|交)(些|点|上)?(什么|哪些|啥)/u;
const PAPERS = /材料|证件|身份证|户口[本簿]|证明|病历|凭.{0,6}证|社会保障卡|医保卡|一卡通|申请[表书]/u;

/** What shows that a way of doing it is told. */
const WAY =
  /申请|备案|登记|签订|签约|协议|向.{2,12}(提出|申请)|认定|审核|预约|参加|应当|可以?(通过|用)|评估|报经|变更/u;
const PLACE = /医院|卫生院|服务中心|卫生室|机构|部门|社区|窗口|上门|家里|养老院/u;

const TARGET = /到\s*[0-9]{4}\s*年|力争|达到.{0,12}%以上|目标/u;
/** The verb that governs a clause: 按规定集中研究处理 and 应当积极落实 are duties. */
const INTENTION =
  /(?:^|[，。；：])(?:对|各|有关|市|区|县|全|加快|积极|进一步|大力|逐步|重点|可以?|要|应)*[^，。；：]{0,12}?(?:探索|鼓励|支持|引导|倡导|提倡|争取|有条件的|逐步|推动|推进|积极|研究(?!处理|决定))/u;
const OBLIGES = /应当|必须|不得|不低于|不少于|免费|给予.{0,30}[0-9]|每人每月|负责/u;
const TOLD = /目标|鼓励|支持|没有说一定|没说一定|探索|提倡|引导/u;

/** That a target is no entitlement, and an intention no promise; null where the words themselves grant it. */
export function forceNote(quote: string, said: string): string | null {
  if (TARGET.test(quote)) return said.includes('目标') ? null : replies.target;
  if (INTENTION.test(quote) && !OBLIGES.test(quote))
    return TOLD.test(said) && said !== quote ? null : replies.intention;
  return null;
}
