import type { Benefit } from '../../benefits/schema.js';
import { benefitsOf } from '../../benefits/select.js';
import type { PolicyDocument, Region } from '../../knowledge/types.js';
import { anyOf } from '../../language/any-of.js';
import { BREAKS } from '../../language/pauses.js';
import { figuresIn } from '../check/figures.js';
import { benefitsNamed } from '../compose/benefits-named.js';
import { squeeze } from '../compose/cite.js';
import { rankProvisions } from '../compose/rank.js';
import { isNear } from '../compose/select.js';
import type { House } from '../house.js';
import { recentOf } from '../recent.js';
import type { Ask } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';

const GIVER =
  '(?:公家|国家|政府|公上|官家|上头|上面|上边|民政|村[上里]|社区|街道|镇[上里]|[区县市]里|大队|组织上?)';
/** Asks for whatever there is. */
const ANYTHING = anyOf(
  // 拿什么顶, 办啥手续: by what means.
  '(能|可以|有)?(领|享受|得|拿|申请|办)(到)?(点|些)?(什么|哪些|哪样|么子|啥)(?!(?:来|去)?[顶抵替代当换]|证|手续|材料|表|东西|资料)',
  '(问|打听|咨询|了解|说说|讲讲|介绍).{0,8}(补贴|补助|津贴|待遇|福利|优惠)(政策)?(的事儿?)?[吧呗呢]?$',
  '有(什么|哪些|哪样|么子|啥)(补助|补贴|政策|待遇|好处|照顾|优惠|福利)',
  '(什么|哪些)(补助|补贴|待遇|福利)',
  '有没有(什么|这个?|那个?|咯个|这种|个)?(补助|补贴|政策|照顾|福利)',
  '(补助|补贴|津贴|待遇).{0,8}(多少|吗|不(?!够|到)|么)|能(不能)?(领(?!着|路)|享受)',
  '[补领](得到|得|到)(多少|几多|好多)',
);
/** The same in everyday words, of whoever gives: 公家能帮我些什么, 有没有什么补的, 够得上哪样. */
const GIVEN_ANYTHING = new RegExp(
  [
    `${GIVER}[^，。]{0,6}(?:[帮管给补贴发出]|照顾|照应|照管|救济|接济|扶持|救助)[^，。]{0,6}(?:什么|啥|么子|哪样|哪些)`,
    `${GIVER}[^，。]{0,4}(?:管不管|给不给|帮不帮|补不补)(?:点|钱|啥|什么|我们?|他们?)?[啊呀呢吧哦]?$`,
    `${GIVER}[^，。]{0,4}有(?:没有|没得|冇得)?(?:什么|啥|么子|哪样|哪些|点)(?:能|可以)?(?:(?:[帮管]|照顾|照应|照管|照看)一?){1,2}(?:[她他它我俺咱额]们?|老人)?一?[把点些下]?的?(?=$|[没不冇吗么，。？?])`,
    '有(?:没有|没得|冇得|无)?(?:什么|啥|么子|哪样)?点?[补领拿]的(?=$|[不没冇吗么，。？?])',
    '有(?:没有|没得|冇得)?(?:什么|啥|么子|哪样|点)?(?:帮扶|帮衬|救助|扶助|扶持|接济)(?=$|[不没冇吗么，。？?])',
    '(?:能|可以|该|得)[^，。]{0,4}补[^，。]{0,3}(?:什么|啥|么子|哪样)(?=$|[不没吗么，。？?])',
    '够(?:得上|得着|得到)?(?:什么|啥|么子|哪样|哪些)(?=$|[不没吗么，。？?])',
  ].join('|'),
  'u',
);
/** 吃点什么补的: food. */
const OF_FOOD = /[吃喝炖熬]|虚|营养|补品|补药/u;
/** 差的那些公家给不给补: what is lacking of something that was named. */
const OF_A_REST = /(?:差|缺|剩下?|余下|超出?来?|不够|多出来?)的?(?:[这那]些?|一截|部分|钱)/u;
/** Provisions looked at for what the question is about. */
const NEAREST = 4;
/** A provision must come this close to the best. */
const CLOSE = 0.85;

/** So near something that no policy of the place is about, a question is about that. */
const ELSEWHERE = -0.25;

/** A concept of this weight says what is asked about. */
const SPECIFIC = 0.5;

/** Benefits that a question is about; `general`: whatever there is. */
interface Relevant {
  benefits: readonly Benefit[];
  general: boolean;
}

/**
 * The benefits for people that the question is about: those that rest on the words of the provisions nearest to it,
 * with the classes that are alternatives to them; all, where it asks for whatever there is.
 */
export function relevantBenefits(
  ask: Ask,
  place: Region,
  policies: readonly PolicyDocument[],
  house: House,
): Relevant {
  const key = [place.adcode, ask.text, ask.story, ask.carried].join('\n');
  return recent(house).get(key, () => findRelevant(ask, place, policies, house));
}

const recent = recentOf<Relevant>(2000);

/** All that people can get in the place. */
export const allBenefits = (place: Region, house: House): Relevant => ({
  benefits: benefitsOf(house.benefits, place.adcode, 'person').filter((b) => b.kind === 'entitlement'),
  general: true,
});

function findRelevant(ask: Ask, place: Region, policies: readonly PolicyDocument[], house: House): Relevant {
  const { benefits: held } = allBenefits(place, house);
  if (asksForAnything(ask) && benefitsNamed(ask, house).length === 0) {
    const pointed = pointedAt(ask, held);
    return { benefits: pointed, general: pointed.length === held.length };
  }
  const all = policies.flatMap((p) => rankProvisions(ask, p.meta.id, house));
  if (all.every(({ signs }) => signs.elsewhere > ELSEWHERE)) return { benefits: [], general: false };
  const ranked = all.filter(isNear).sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  const quotes = ranked
    .slice(0, NEAREST)
    .filter((r) => r.score >= CLOSE * best)
    .flatMap((r) => r.provision.quotes.map(squeeze));
  const about = held.filter((benefit) => rests(benefit, quotes));
  const groups = new Set(about.flatMap((b) => b.exclusiveGroup ?? []));
  const alike = held.filter(
    (b) => about.includes(b) || (b.exclusiveGroup !== undefined && groups.has(b.exclusiveGroup)),
  );
  return { benefits: pointedAt(ask, alike), general: false };
}

/** Words that name benefits of any kind, and people of any. */
const OF_ANY =
  /^(补贴|补助|津贴|待遇|福利|政策|优惠|好处|照顾|享受|老人|老年人|老人家|老年|国家|政府|公家|东西|钱|养老|帮扶|帮衬|救助|扶助|扶持|接济)+$|^[领拿得享吃给]./u;

/** What somebody has who runs a place, not somebody who is old. */
const OF_INSTITUTIONS =
  /养老院|敬老院|机构|医院|诊所|投资|民营|社会办|企业|公司|[开办建]了?[个家所]|[开办建](?:养老|医养|护理)|床位/u;

/** Who has a house and wants to take old people in. */
const OF_OWNERS = /收(?:住|养|几个)?老人|图纸|[有租][^，。]{0,3}[栋幢处块间][^，。]{0,4}[楼房院地]/u;

/** Who works in care: what there is for the old is not asked for. */
const OF_STAFF =
  /(?<![请雇找给])(?:护士|护理员|护工)(?!上门|来|照顾)|(?:干|做|当|搞)[^，。]{0,6}(?:护理|护工)|(?:考|拿|有|持)[^，。]{0,8}(?:护理员|护士|执业|职业)[^，。]{0,4}证/u;

const GOOD_OF = /好处/u;

/** Asks for whatever there is, and names nothing: in 出门不方便，有啥补助 the last words do. */
export function asksForAnything({ text, story, focus }: Ask): boolean {
  const asking = text.split(BREAKS).filter(isForAnything);
  // 签了约都有啥好处: of that thing.
  const parts = asking.some((part) => GOOD_OF.test(part)) ? [story, text] : asking;
  const own = focus.filter((c) => parts.some((part) => part.includes(c.surface)));
  const named = own.some((c) => c.weight > SPECIFIC && !OF_ANY.test(c.surface));
  const told = `${story}${text}`;
  return (
    asking.length > 0 &&
    !named &&
    ![OF_OWNERS, OF_STAFF].some((of) => of.test(told)) &&
    !OF_INSTITUTIONS.test(text)
  );
}

const isForAnything = (part: string): boolean =>
  ANYTHING.test(part) || (GIVEN_ANYTHING.test(part) && ![OF_FOOD, OF_A_REST].some((of) => of.test(part)));

/** 两百来块: what somebody has; a benefit is called by its sum. */
const ABOUT_SO_MUCH = /[一二两三四五六七八九十百千万\d]+[来多几](?:块|元)/gu;

/** Those that the question points at by amount or class (空巢的八十块); all, where it points at none. */
function pointedAt(ask: Ask, benefits: readonly Benefit[]): Benefit[] {
  const classes = classesNamedIn(ask.text);
  const figures = new Set(figuresIn(ask.text.replace(ABOUT_SO_MUCH, '')));
  const byClass = benefits.filter((b) => [...classesNamedIn(b.title)].some((name) => classes.has(name)));
  const byAmount = benefits.filter((b) => b.amounts.some((a) => figures.has(a.value)));
  const both = byClass.filter((b) => byAmount.includes(b));
  return [both, byAmount, byClass].find((some) => some.length > 0) ?? [...benefits];
}

/** Whether what the benefit gives is granted by one of the quotes. */
function rests(benefit: Benefit, quotes: readonly string[]): boolean {
  const own = squeeze(benefit.given.quote);
  return quotes.some((quote) => quote.includes(own) || own.includes(quote));
}
