import { fold } from './fold.js';
import { DONT_KNOW, NO, REFUSE, YES } from './polarity-words.js';

export type Polarity = 'yes' | 'no' | 'dont_know' | 'refuse';

/** Longer than an answer is; what is said at such length is not only yes or no. */
const LONGEST = 120;

function oneOf(list: readonly string[]): string {
  return [...list].sort((one, other) => other.length - one.length).join('|');
}

const ADDRESS = '姑娘|同志|医生|大夫|闺女|小伙子|老师|孩子';
const LEAD = `(?:那个|那就|那|这个|我看|我说|我觉得|哎呀|哎哟|哎|唉|呃|额|喂|噢|哦|喔|哟|呀|啊|哈|您|你说得|真的?|我们|我|俺们|俺|咱们|咱|他|她|老伴|恐怕|应该|肯定|当然|好像|可能|大概|也|都|就|还|现在|这|${ADDRESS}){0,4}`;
const TAIL = `(?:得很|哩很|谢谢你?您?|麻烦你了|[了的啦呀啊哦噢嘛呗呢哈哩咧喽哇诶嗳哎着呐耶吧也]|${ADDRESS}){0,4}`;

const WHOLE = new RegExp(
  `^${LEAD}(?:(?<refuse>${oneOf(REFUSE)})|(?<dontKnow>${oneOf(DONT_KNOW)})|(?<no>${oneOf(NO)})|(?<yes>${oneOf(YES)}))${TAIL}$`,
);
/** Agreement that only takes the turn: 嗯，不用了. */
const WEAK_YES = /^(?:嗯|恩|唔|好|好的|好吧|对|是|是的|哦|行|那好|那行)[啊呀吧啦了]?$/;

/** A question is no answer, though 行 and 不 stand in it. */
const QUESTION =
  /([\u4e00-\u9fff])不\1|([\u4e00-\u9fff])没\2|有没得?有|有.{1,10}没[有得]?$|是否|能否|可否|吗|[?]|[行中成好对要能]不$|可以不$|[是对]吧$|咋|啥|什么|怎么|哪|谁|多少|几[个岁号点时天年块]|为何|干嘛|弄啥|么斯/;
/** 不是周三是周四, 不要上午要下午: a correction. */
const CORRECTION = /(?:不是|不要|别|不约).{1,12}?(?:是|要|改|约|换)/;

/** Not knowing and not wanting to say are meant wherever they stand in a clause. */
const NOT_KNOWING =
  /不知道|不晓得|不(?:是很|太|大|怎么)?清楚|记不[得清住]|不记得|想不起|说不[上准清好]|弄不清|搞不清|拿不准|不确定|知不道|晓不得|忘(?:了|记)|不好说/;
const NOT_SAYING = /不(?:想|愿意?|方便|便|能|肯)(?:说|讲|透露|提|回答|告诉)|不告诉|别问|不要问|莫问|保密/;
/** 没有低保, 不是低保户, 不用轮椅: a no that names what it denies. */
const DENYING =
  /^(?:没有|没得|没(?!问题|错|意见|关系|准|数|事|人|法|办法|钱|命)|冇|么得|莫得|不是(?!不)|不用|不要(?!紧)|不想(?!活)|不会|不能(?!不)|不需要|不住|不去|不办|不约|不同意|不愿意|从来没|还没|甭|取消)/;
/** 有低保, 是低保户, 同意办: a yes that names what it grants; 有个事 and 是这样 begin a new matter. */
const GRANTING =
  /^(?:有(?![个点些件一的时关没])|是(?!这|那|不|周|星期|礼拜|\d|[一二三四五六七八九十])|同意|愿意|需要)/;
/** 好是好, 中倒是中: granted, and a but comes. */
const CONCESSION = /^([\u4e00-\u9fff]{1,2})(?:倒?是|归)\1$/;
const LEADING = new RegExp(`^${LEAD}`);
const LONGEST_NAMED = 12;

/** What one clause answers, or null. */
function ofClause(clause: string): Polarity | null {
  const groups = WHOLE.exec(clause)?.groups;
  // 哪有的事, 谁知道 ask nothing.
  const exclamation = groups !== undefined && groups.yes === undefined;
  if (!exclamation && QUESTION.test(clause)) return null;
  if (groups?.refuse !== undefined) return 'refuse';
  if (groups?.dontKnow !== undefined) return 'dont_know';
  if (groups?.no !== undefined) return 'no';
  if (groups?.yes !== undefined) return 'yes';
  if (NOT_SAYING.test(clause)) return 'refuse';
  if (NOT_KNOWING.test(clause)) return 'dont_know';
  const bare = clause.replace(LEADING, '');
  if (bare.length > LONGEST_NAMED || CORRECTION.test(bare)) return null;
  if (DENYING.test(bare)) return 'no';
  return GRANTING.test(bare) ? 'yes' : null;
}

/** 对对对 is 对, 不用不用 is 不用. */
function unrepeated(text: string): string {
  return text.replace(/([\u4e00-\u9fff])\1+/g, '$1').replace(/([\u4e00-\u9fff]{2})\1+/g, '$1');
}

/**
 * Whether `text` answers a yes-or-no question with yes, no, not knowing or not wanting to say; null when it does
 * none of these, or several at odds. Questions (行不行) and corrections (不是周三是周四) are null.
 */
export function readPolarity(text: string): Polarity | null {
  if (text.length > LONGEST) return null;
  const folded = fold(text).toLowerCase();
  if (CORRECTION.test(folded) && !/^(?:不是|不要|别)[,。!; ]/.test(folded)) return null;
  const clauses = unrepeated(folded.replace(/\?+/g, '?,').replace(/([啊呀嘞咧])/g, '$1,'))
    .split(/[,。!;、.~…\s]+/)
    .filter((clause) => clause !== '');
  if (clauses.some((clause) => CONCESSION.test(clause))) return null;
  const answers = clauses
    .map((clause) => ({ clause, answer: ofClause(clause) }))
    .filter(({ answer }) => answer !== null);
  const strong = answers.filter(({ clause, answer }) => answer !== 'yes' || !WEAK_YES.test(clause));
  const meant = new Set((strong.length > 0 ? strong : answers).map(({ answer }) => answer));
  for (const first of ['refuse', 'dont_know'] as const) if (meant.has(first)) return first;
  return meant.size === 1 ? ([...meant][0] ?? null) : null;
}
