import { anyOf } from '../../../language/any-of.js';
import { clausesIn, type Span, TAKES_BACK } from './parting.js';

/**
 * How a caller speaks of a time, or of one of the things that were offered: as what is `wished`; as when something is
 * that is `told` of; `beside` the matter, asked about or given up for another; or as what will not do: `refused` by the
 * words before it, `unfit` by those after, or `busy` then.
 */
export type Stance = 'wished' | 'told' | 'beside' | 'refused' | 'unfit' | 'busy';

/** The words around a mention, as far as they are of it. */
interface Around {
  before: string;
  after: string;
}

/** 八点和九点都: what is said of the second is said of both. */
const JOINS = /^(?:和|跟|同|或者?|还有|到|、)?$/u;
/** 八点的话，赶不上: told of in the next clause. */
const SUPPOSES = /^(?:的)?(?:话|时候)$/u;
/** 还是后天吧: in place of what was said before; 还是二十五号那天 tells what stays. */
const INSTEAD =
  /^(?:那|要不|算了|不如|我看)*还是(?![^，。\s]*(?:那一?天|不变|不动|原来|照旧)[的吧了啊呀嘛]*$)/u;

const REFUSES =
  /(?:不是|不要|不想要|别|莫|甭|不约|不挂|不去|不选|除了|除开|不(?:到|了|及|得))(?:这|那|约|挂|选|要)?个?$/u;
/** 等我问问我儿子明天: somebody else is asked first. */
const CONSULTS = /(?:等|要|得|先|去|跟|和|同)[\p{Script=Han}]{0,4}(?:问|商量)/u;
/** 从八点改到: what is given up for another. */
const GIVEN_UP = /(?:改|换|挪|调|推)(?:成|到|为|至|在|去)/u;
/** 行不行: asks, and says no no. */
const EITHER_OR = /(\p{Script=Han})[不没]\1|(\p{Script=Han})得.\2不./gu;
const UNFIT = anyOf(
  '不行|不中|不成(?!问题)|不可以|不合适|不方便|不得[闲空行劲]',
  '没[得有]?(?:空|时间|工夫|功夫)|(?<!没|没有|没得|没啥|没什么)有事',
  String.raw`[\p{Script=Han}]不(?:了|上|到|及|开|来|成|出|动|起|赢|完|过)`,
  '不(?:去|要|想|约|挂|来|选|在家)|太[早晚迟赶急紧冷热挤黑]',
  '(?:有点儿?|有些|忒|恁|怪|稍微|略)[早晚迟赶紧]|[早晚迟]了(?:点|些)?',
);
/** 哪天都行: asks nothing. */
const WHICHEVER = /(?:哪|啥|什么|几|谁)\p{Script=Han}{0,3}?[都也]/gu;
/** 几点, 要多久, 是不是, 上班吗. */
const ASKS =
  /什么|啥|几[点号天楼个时]|[拜期周]几|哪|谁|咋|怎|如何|多[久长远少]|是不是|要不要|用不用|会不会|吗|[么不没]$|[？?]/u;
/** 有号吗, 行不行, 能不能给约上: whether one can come then, which asks for it. */
const OFFERS =
  /^[的那个天这号时间点钟还也都就能可约挂改换有没得空行不以中成好妥管要吗么呢啊呀吧嘛咯嘞上到你您看说，？?]{0,16}$|有(?:没有|没得)?(?:号|空|位)|还?有(?:没有)?号|号(?:还)?有|(?:约|挂|排)得?(?:上|到)|(?:能不能|可不可以|能|可以|得)(?:给|帮|替|为|约|挂|改|换)/u;
/** 去行不行, 带她过来看看中不中, 我去成吗: whether coming then is all right, which asks for it. */
const PROPOSES =
  /^[的那个天这号时候就也都再能可我俺额咱给她他叫让带陪领拉送老妈爸娘爹伴]{0,8}(?:过去|过来|上门|[去来看瞧查做签办挂约])[我俺额咱她他你们看瞧查病签约做体检一下个趟回次的]{0,4}(?:能|可以|就|还|都)?(?:[能得]?([行中成好妥管])(?:不\1?(?:呀|啊|嘞|哩)?|吗|么|没)|可不可以|可以[吗不么]|得行[吗不么]|要得[吗不么]|合适[吗不么]|方便[吗不么]|咋样|怎么?样)[呀啊呢嘞哩]?[？?]?$/u;
/** 能来不, 大夫能不能上门, 来得了吗: the same of whoever is to come. */
const CAN_COME =
  /^[的那个天这号时候就也都再还我俺额咱她他您你恁们大夫医生护士人]{0,8}(?:(?:能不能|可不可以|能|可以)(?:过来|过去|上门|来|去)[^，。？?什啥哪谁几咋怎多]{0,10}|[来去]得[了成到起])(?:不能|吗|不|么|没)?[呀啊呢嘞哩]?[？?]?$/u;
/** Nothing more is said of it than that it is meant. */
const BARE =
  /^[的那个天号时间这边就也都还吧啊呀嘛呢哦噢咯嘞哩哈了儿点些左右钟整要得我俺额咱给她他来去开始以之前后约挂选定订头]{0,12}$|^.$/u;
/** 改到: whatever else is said of it. */
const MOVES_TO = /(?:改|换|挪|调|推|延|提前)(?:到|成|为|至|在)?$/u;
const LEADS =
  /^.{0,2}$|[改换挪推调要想约挂定订选]|[那就要想换改成到至选挂约定订还是只有的先把给嘛吧了行好中妥，]$/u;
const SUITS =
  /(?:行|可以|[中成好妥对]|合适|稳当|方便|凉快)(?:[了的吧嘛啊呀咯嘞哩些点呢]|得很|不过)*$|[有得]空|得闲|没事|没啥事|没什么事|不忙|休息|放假|不上班|在家|请[好了个]?假|赶得|来得及|刚好|正好|最好|比较好|[陪送带拉载接](?:着|上)?(?:我|俺|额|咱|她|他|妈|爸|娘|爹|老|[去来吧了啊的]*$)/u;
const OF_A_VISIT =
  /看|瞧|查|挂|约|号|医院|体检|陪诊|上门|签|科|大夫|医生|专家|门诊|[换改排]|(?<![出回起下])[去来](?:[了吧啊的]*)$|过去|过来/u;
/** 上午得去接孙子, 明天有人办事: somebody is taken up then. */
const TAKEN_UP =
  /(?:要|必须|(?:^|[我俺额咱她他们还都也就妈爸娘爹伴子])得|有(?!空|时间|工夫|功夫|闲|车|位|人[陪送带在]|伴|没|的|点))(?!回|一?个|早|晚)\p{Script=Han}{1,}|上班|上课|上学|开会|下地|干活|赶集|吃席|吃酒|[做煮烧]饭|吃药|打针/u;

/** The stance to each of the mentions, which are told in order and do not overlap. */
export function stancesIn(text: string, mentions: readonly Span[]): Stance[] {
  const clauses = clausesIn(text);
  const at = mentions.map(({ start }) => clauses.findIndex(({ end }) => start < end));
  const stances: Stance[] = [];
  for (let i = mentions.length - 1; i >= 0; i--) {
    const next = mentions[i + 1];
    const mention = mentions[i] ?? { start: 0, end: 0 };
    const joined =
      next !== undefined && at[i] === at[i + 1] && JOINS.test(text.slice(mention.end, next.start));
    stances[i] = joined ? (stances[i + 1] ?? 'told') : stanceOf(around(text, mentions, clauses, at, i));
  }
  return withoutTakenBack(text, clauses, at, stances);
}

function around(
  text: string,
  mentions: readonly Span[],
  clauses: readonly Span[],
  at: readonly number[],
  i: number,
): Around {
  const { start, end } = mentions[i] ?? { start: 0, end: 0 };
  const clause = clauses[at[i] ?? 0];
  const [previous, next] = [mentions[i - 1], mentions[i + 1]];
  const from = previous !== undefined && at[i - 1] === at[i] ? previous.end : (clause?.start ?? 0);
  const shared = next !== undefined && at[i + 1] === at[i];
  const after = text.slice(end, shared ? next.start : clause?.end);
  const follows = clauses[(at[i] ?? 0) + 1];
  const supposed = !shared && SUPPOSES.test(after) && follows !== undefined && at[i + 1] !== (at[i] ?? 0) + 1;
  return {
    before: text.slice(from, start),
    // 八点的不要九点的: what refuses the next is none of this.
    after: supposed ? text.slice(follows.start, follows.end) : shared ? after.replace(REFUSES, '') : after,
  };
}

function stanceOf({ before, after }: Around): Stance {
  if (REFUSES.test(before)) return 'refused';
  if (GIVEN_UP.test(after)) return 'beside';
  const told = after.replace(WHICHEVER, '都');
  const said = told.replace(EITHER_OR, '$1$2');
  if (CONSULTS.test(before)) return 'beside';
  if (said === told && UNFIT.test(told)) return 'unfit';
  if (said !== told || ASKS.test(told))
    return [OFFERS, PROPOSES, CAN_COME].some((asksForIt) => asksForIt.test(told)) ? 'wished' : 'beside';
  if (MOVES_TO.test(before)) return 'wished';
  if (BARE.test(told)) return LEADS.test(before) ? 'wished' : 'told';
  if (SUITS.test(after) || OF_A_VISIT.test(after)) return 'wished';
  return TAKEN_UP.test(after) ? 'busy' : 'told';
}

/** Nothing of what was taken back is meant. */
function withoutTakenBack(
  text: string,
  clauses: readonly Span[],
  at: readonly number[],
  stances: readonly Stance[],
): Stance[] {
  const back = clauses.findLastIndex(({ start, end }, clause) => {
    const said = text.slice(start, end);
    const here = stances.some((stance, i) => stance === 'wished' && at[i] === clause);
    return TAKES_BACK.test(said) || (here && INSTEAD.test(said));
  });
  return stances.map((stance, i) => ((at[i] ?? 0) < back ? 'beside' : stance));
}
