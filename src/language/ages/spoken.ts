import { type Numeral, scanNumerals } from '../numerals.js';
import type { AgeReading } from '../types.js';
import { ageReading, OLDEST, years } from './years.js';

/** Words right before an age that bend it. */
const VIRTUAL = /(?:虚岁|毛岁|虚龄|虚)(?:是|有|算|都|才|已经?|快)?$/;
const FULL = /(?:周岁|实岁|足岁|实足|实打实)(?:是|有|都|才|已经?)?$/;
const NEARLY = /(?:快要?|将近|年近|近|眼看|眼瞅着|差不多|马上|就要?|就快)(?:到|满)?$/;
const HEADING = /奔$/;
const PAST = /(?:年过|年逾|已过|过了|刚刚?过|过|超过|年满)$/;
const UNDER = /(?:不到|不满|没到|未满|不足)$/;

const LEADS = [VIRTUAL, FULL, NEARLY, HEADING, PAST, UNDER];

/** Words right after it; 虚岁 before another number is that one's. */
const VIRTUAL_AFTER = /^(?:多|来|几)?虚(?:岁(?![一二三四五六七八九十百\d])|(?![岁一二三四五六七八九十百\d]))/;
const MORE = /^(?:多岁|岁多|岁?有余|多|几岁|几|余岁|岁?开外|岁?往上|好几十|[郎啷]当岁?)/;
const WELL_OVER = /^(?:岁?好几|大几|老几)岁?/;
const JUST_OVER = /^(?:岁?出头|岁?挂零|岁?冒[头尖]|刚?出头|岁?露头)岁?/;
const ABOUT = /^(?:来岁|岁上下|岁左右|上下|左右|来)/;
const UNDER_AFTER = /^(?:岁?不到|岁?不满|还?没到)/;

const SUBJECT =
  /(?:属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?,?|今年|现年|年方|年届|芳龄|(?:翻过|过完?了?|开)年|年龄|年纪|岁数|高寿|年岁|享年|年高|多大|老伴儿?|[妈爸娘爹爷奶姥公婆姨姑叔舅伯哥姐弟妹][妈爸爷奶娘爹公婆]?|最[大小]的|父亲|母亲|儿子|女儿|闺女|儿媳妇?|女婿|爱人|丈夫|妻子|老公|老婆|岳父|岳母|老人家?|老头儿?|老头子|老太太?|老汉|老爷子|[他她我俺咱您你恁]|本人|自己)(?:都|也|已经?|快|就|才|刚|今年|现在|有|是|大概|约|整|刚满的?|满|属于|不到|不满|没到|过了?|[奔近]|年[方近过]|了|[,:]){0,2}$/;
/** 孙女十六: of whom a low number is an age. */
const CHILD = /(?:孙[子女儿]|孩子|娃儿?|重孙)(?:今年|才|刚|都|快)?$/;
/** What makes the number something else than an age. */
const MEASURED =
  /^(?:[块元角毛斤公千克里两个次号年月日天周星点分秒米平层楼床间位口户人家张%万百亿度岁只片盒瓶针粒\d.:/、-]|钟|礼拜|小时|多[块元个次年月天斤]|几[块元个次年月天斤]|来[块元个次年月天斤])/;
const AS_AGE_AFTER = /^(?:高龄|了|啦|咧|哩|喽|的人|的老|整|有余|出头|好几|挂零|多了|几了|多[,。!?的]|多$)/;
/** 有个六十三的老单身, 七十二的孤老婆子. */
const OF_ONE_AFTER =
  /^的(?:孤|寡|独居|独身|五保)?(?:老(?:单身|光棍|汉|头|太|婆婆|婆子|倌|大娘|大爷|奶奶|党员|姊妹|两口)|孤老|孤寡|寡妇|寡汉|单身汉|五保户)/;
const LEAST_OLD = 40;
const WEAK = /(?:都|已经?|才|快|快要|奔|年近|年过|将近|过了|上了|眼看|眼瞅着|整|刚满|刚过|满|近)$/;

interface Context {
  before: string;
  after: string;
}

/** 大我三岁, 比他小五岁, 差一岁: how far two ages lie apart. */
const APART = /(?:[大小长][我你他她您俺咱]们?|(?:比|跟|和|我俩|相)[^,。!?]{0,6}[大小差]|差)(?:了|着|个)?$/;

function isAge(numeral: Numeral, { before, after }: Context, alone: boolean): boolean {
  if (APART.test(before)) return false;
  if (
    /^(?:多|来|几|余|好几|大几|不到|出头|上下|左右|挂零|[郎啷]当)?(?:周|虚|足|实)?岁(?![月末初])/.test(after)
  )
    return true;
  if (VIRTUAL.test(before) || FULL.test(before) || VIRTUAL_AFTER.test(after)) return true;
  const least = CHILD.test(before) ? 2 : 18;
  const plausible = numeral.value >= least && numeral.value <= OLDEST && Number.isInteger(numeral.value);
  // 110 and 120 are numbers to ring, 一二三 is counted off.
  if (alone && (numeral.value >= 110 || numeral.form === 'digits')) return false;
  if (!plausible || MEASURED.test(after) || numeral.form === 'decimal') return false;
  if (
    alone ||
    SUBJECT.test(before) ||
    (least < 18 && AS_AGE_AFTER.test(after || '了')) ||
    after.startsWith('高龄') ||
    (numeral.value >= LEAST_OLD && OF_ONE_AFTER.test(after))
  )
    return true;
  return WEAK.test(before) && AS_AGE_AFTER.test(after);
}

const NEXT_FULL = /^(?:[周足实]岁|实足)[一二三四五六七八九十百\d]/;

/** How far the words around bend a number: [low, high]. */
function bent(value: number, { before, after }: Context): [number, number] {
  const round = value % 10 === 0;
  if (MORE.test(after) && round) return [value + 1, value + 9];
  if (WELL_OVER.test(after)) return [value + (/^大/.test(after) ? 5 : 3), value + 9];
  if (JUST_OVER.test(after)) return [value + 1, value + 3];
  if (ABOUT.test(after)) return [value - 2, value + 2];
  if (UNDER.test(before) || UNDER_AFTER.test(after)) return [value - 5, value - 1];
  if (HEADING.test(before)) return [value - 4, value - 1];
  if (NEARLY.test(before)) return [round ? value - 2 : value - 1, value - 1];
  if (/刚过$/.test(before)) return [value, value + 2];
  if (PAST.test(before) && round && !before.endsWith('年满')) return [value + 1, value + 9];
  return [value, value];
}

/** The words after a number that belong to its age. */
const TAIL =
  /^(?:多|来|几|余)?(?:(?:周|足|实)?岁|虚岁(?![一二三四五六七八九十百\d]))?(?:半(?!天|年|个)|[郎啷]当|零?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})个月|好几|大几|老几|出头|挂零|冒[头尖]|露头|上下|左右|开外|有余|不到)?(?:岁)?/;

function spanEnd(folded: string, end: number): number {
  return end + (TAIL.exec(folded.slice(end, end + 12))?.[0].length ?? 0);
}

function basisOf({ before, after }: Context): AgeReading['basis'] {
  if (VIRTUAL.test(before) || VIRTUAL_AFTER.test(after)) return '虚岁';
  return FULL.test(before) || /^(?:多|来|几|余)?(?:周|足|实)岁/.test(after) ? '周岁' : 'unknown';
}

const SPOKEN_WRAP =
  /^[\s,。!?、]*(?:我|俺|今年|是|有|都|嗯)?(?:快要?|快满|将满|才|整|刚满|刚过|刚好|刚|满|(?:还|都)?不到|不满|将近|年近|年过|过了|奔|眼看|眼瞅着|大概|约)?[\s,。、]*$/;
const SPOKEN_TAIL =
  /^(?:整|多|出头|好几|大几|不到|上下|左右|来|有余|挂零|冒[头尖]|露头|老几|[郎啷]当|开外)?(?:了|啦|咧|的|吧|呢|的人)?[\s,。!?、]*$/;

function numeralAge(text: string, folded: string, numeral: Numeral): AgeReading | null {
  const before = folded.slice(Math.max(0, numeral.start - 10), numeral.start);
  const following = folded.slice(numeral.end, numeral.end + 8);
  // 虚岁八十三周岁八十二: the 周岁 is the next number's.
  const ends = VIRTUAL.test(before) && NEXT_FULL.test(following);
  const context = { before, after: ends ? '' : following };
  if (numeral.form === 'ordinal' || numeral.form === 'fraction' || numeral.value < 0) return null;
  const alone =
    numeral.start <= 8 &&
    SPOKEN_WRAP.test(before) &&
    SPOKEN_TAIL.test(context.after) &&
    folded.length < numeral.end + 9;
  if (!isAge(numeral, context, alone)) return null;
  const [low, high] =
    numeral.high === undefined ? bent(numeral.value, context) : [numeral.value, numeral.high];
  if (high > OLDEST || low < 0) return null;
  const basis = basisOf(context);
  const end = ends ? numeral.end : spanEnd(folded, numeral.end);
  const tail = folded.slice(numeral.end, end);
  const extra = /岁半/.test(tail) ? 0.5 : monthsAfter(tail) / 12;
  const lead = LEADS.map((each) => each.exec(before)).find((each) => each !== null);
  const start = numeral.start - (lead?.[0].length ?? 0);
  // 虚岁 counts from one at birth and adds one each New Year, so that it is one or two above 周岁.
  const age =
    basis === '虚岁' ? years(Math.max(0, low - 2), Math.max(0, high - 1)) : years(low + extra, high + extra);
  return ageReading(text, start, end, age, basis);
}

function monthsAfter(tail: string): number {
  const months = /岁零?(.{1,2})个月/.exec(tail)?.[1];
  return months === undefined ? 0 : (scanNumerals(months)[0]?.value ?? 0);
}

const TO = /^ ?(?:周?岁)? ?(?:到|至|-|~) ?$/;
/** 八十周岁以上不满九十周岁, 六十岁(含)以上、七十岁以下: a class of a policy, from the one to the other. */
const AND_OVER =
  /^周?岁(?:\(含\))?(?:(?:及?以上(?:\(含\))?)?[,、至到]?(?<under>不满|未满|不到|不足|低于)|及?以上(?:\(含\))?[,、至到]?)$/;
const AND_UNDER = /^周?岁?(?:\(含\))?及?以下/;

/** The highest age of such a class, or null. */
function classUpTo(folded: string, low: Numeral, high: Numeral): number | null {
  const between = AND_OVER.exec(folded.slice(low.end, high.start));
  if (between === null || high.value <= low.value) return null;
  if (between.groups?.under !== undefined) return high.value - 1;
  return AND_UNDER.test(folded.slice(high.end, high.end + 8)) ? high.value : null;
}

/** Ages said in numbers: 七十八, 快七十了, 八十好几, 虚岁八十, 六十到六十九岁. */
export function spokenAges(
  text: string,
  folded: string,
  numerals: readonly Numeral[] = scanNumerals(folded),
): AgeReading[] {
  const readings: AgeReading[] = [];
  for (let index = 0; index < numerals.length; index += 1) {
    const numeral = numerals[index];
    if (numeral === undefined) continue;
    const next = numerals[index + 1];
    const upTo = next === undefined ? null : classUpTo(folded, numeral, next);
    const joined = next !== undefined && (upTo !== null || TO.test(folded.slice(numeral.end, next.start)));
    const upper = joined ? numeralAge(text, folded, next) : null;
    const high = upTo ?? (typeof upper?.years === 'number' ? upper.years : -1);
    if (upper !== null && numeral.value >= 0 && numeral.value < high && /岁/.test(upper.text)) {
      readings.push(ageReading(text, numeral.start, upper.end, years(numeral.value, high), upper.basis));
      index += 1;
      continue;
    }
    const found = numeralAge(text, folded, numeral);
    if (found !== null) readings.push(found);
  }
  return readings;
}
