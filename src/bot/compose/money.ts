import { isPrepared, type Provision } from '../../knowledge/provisions/provision.js';
import { anyOf } from '../../language/any-of.js';
import type { Ask, Want } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { SHARE } from './shapes.js';

/** Which way money goes: what somebody is given, what an insurance pays back, what is to be paid. */
type Way = 'granted' | 'reimbursed' | 'paid';

/** 一餐要收她多少钱, 交什么费. */
const PAYS = '(?:收|交|缴|掏|花|付)(?:[我你她他]们?|老人)?(?:多少|几|什么)?.{0,2}(?:钱|费)';

const ASKED: readonly (readonly [Way, RegExp])[] = [
  [
    'granted',
    /补(贴|助|钱|多少|几|不|吗|点|什么)|津贴|工资|薪|(给|发|领|拿|享受|得到)(到|个|了|上)?(多少|几|什么(?![证照材手凭])|不|吗|钱|点)|贴(多少|几)|奖|扶持|(经|运营|运转|启动|建设|开办)费|钱(可以|能)?[领拿]|(政府|国家|公家|财政).{0,4}(出|给|管|贴)/u,
  ],
  ['reimbursed', /报销|报(多少|几|百分|账|不|吗|得)|医保[^，。]{0,4}[管认出付给]|(公家|国家|政府).{0,4}认/u],
  ['paid', anyOf(PAYS, '(收|交|缴|掏|花)(?:[我你她他]们?|老人)?(多少|几)|收费|价|费用|要钱|贵')],
];

/** What somebody is let off, though it is paid. */
const CONCESSION = /打.{0,2}折|减免|优惠/u;

const SAID: Record<Way, RegExp> = {
  granted:
    /补贴|补助|津贴|奖|给予|享受|购买服务|资金|经费|减半|兜底|无偿|低偿|扶助|扶持|发放|免|优惠|税|同价/u,
  reimbursed: /医保|医疗保险|保险|报销|保障|支付|救助/u,
  paid: /(?<!经)费|价|收|承担|无偿|低偿|不要钱/u,
};

/** The way of the money that is asked about; null where the words leave it open or tell of several. */
function wayAsked(text: string): Way | null {
  if (CONCESSION.test(text)) return 'granted';
  const ways = ASKED.filter(([, words]) => words.test(text)).map(([way]) => way);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** 上门看病的钱医保给报不: what an insurance pays is asked for. */
export const asksOfInsurance = (text: string): boolean =>
  INSURED.test(text) && wayAsked(text) === 'reimbursed';
const INSURED = /医保|新农合|合作医疗|医疗保险/u;

/** 每人每月945元, 一次性核发: a document's own words for what is given, which say no more of it. */
const HANDED_OUT = /每人每[年月天日次](?![^。；]{0,16}[筹缴收])|核发|申领|供养标准/u;

/**
 * Whether money is asked about, and what would be said tells of none that goes this way. `around`: title and headings
 * of what nobody has put plainly, by which all that an insurance gives is paid back.
 */
export function goesOtherWay({ text }: Ask, said: string, around = ''): boolean {
  const way = wayAsked(text);
  if (way === null || SAID[way].test(said)) return false;
  if (way === 'granted') return around === '' || !HANDED_OUT.test(said);
  return way !== 'reimbursed' || !SAID[way].test(around);
}

const OF_WHAT_IS_GIVEN: ReadonlySet<Want> = new Set(['amount', 'list', 'what']);
const GRANT = /补贴|补助|津贴|购买服务|兜底|扶助|奖/u;
/** People of an age, and not one person's age: 百岁老人, 九十岁以上的老人. */
const AGED =
  /百岁|高寿|长寿|(?:[六七八九]十|[6-9]\d|1[01]\d)(?:周岁|岁)?(?:及?以上)?的?老(?:人|年人)|(?:[六七八九]十|[6-9]\d|1[01]\d)(?:周岁|岁)及?以上/u;
const OF_INSTITUTIONS = /机构|院|中心|站|床|办|建|企业|公司|单位|护工|护理员|护士|医生|大夫/u;
const AGE = /[0-9０-９]\s*周?岁|高龄|长寿|百岁/u;

const OF_BOTH = /医养(结合|融合)?机构/u;
/** 医院办了个养老的楼: that is one, whatever it calls itself; one that only signs with the other is none. */
const RUNS_BOTH =
  /(?:医院|卫生院|卫生服务中心)[^，。签]{0,8}[办开设建搞弄][^，。签]{0,6}(?:养老|老人院|敬老院)|(?:医院|看病|医疗)[跟和与同带加]着?[^，。签]{0,3}养老[^，。签]{0,4}(?:一起|一块|都)/u;
/** Kinds of institution that are given different things; what is denied (不是医院的床) names none. */
const AT_HOME = /日间|居家|幸福院|服务站/u;
const KINDS: readonly RegExp[] = [
  /养老(院|机构|公寓|服务机构)|敬老院|福利院|托老所/u,
  /医院|医疗(卫生)?机构|卫生院|诊所|卫生服务中心|卫生室|护理院|安宁|临终|病床/u,
  OF_BOTH,
  AT_HOME,
];
/** Stands for all of them but what serves people at home. */
const ANY_KIND = '健康养老服务机构';
/** What a sum is for, who it goes to, how the place came about: a sum that does not name it answers another question. */
const PURPOSES: readonly RegExp[] = [
  /运营|运转|日常经费/u,
  /启动|开办费/u,
  /装修|设备|购置/u,
  /租/u,
  /改扩?建|扩建|改造/u,
  /护工|护理员|护士|医生|大夫|医务人员|志愿者/u,
];
const DENIED = /(不是|不算|没有?)[^，,。；;没不]{1,8}/gu;
const SUM = /\d\s*(万|百|千)?元/u;

const kindsIn = (asked: string): RegExp[] => {
  const text = asked.replace(DENIED, '');
  return KINDS.filter((kind) => kind.test(text) || (kind === OF_BOTH && RUNS_BOTH.test(text)));
};

/** Whether the sum is another kind of institution's than the one that asks; where it names none, its `asks` may. */
function isOtherKinds(ask: Ask, said: string, asks: readonly string[]): boolean {
  const asking = kindsIn(ask.text).length > 0 ? kindsIn(ask.text) : kindsIn(ask.carried);
  if (asking.length === 0) return false;
  const own = said.replaceAll(ANY_KIND, '');
  if (said !== own && !KINDS.some((kind) => kind.test(own))) return asking.every((kind) => kind === AT_HOME);
  const named = [own, asks.join('\n')].find((text) => KINDS.some((kind) => kind.test(text)));
  return named !== undefined && !asking.some((kind) => kind.test(named));
}

const isForAnother = (asked: string, said: string): boolean =>
  PURPOSES.some((purpose) => purpose.test(asked) && !purpose.test(said));

/** Asks what a house charges who lives or is looked after there. */
const HOUSE = /养老|敬老院|福利院|护理院|老年公寓|托老所|日间|医养|照料中心/u;
const CHARGES = anyOf(PAYS, '收费|费用|(一个月|每月|一年|每年|一天|住).{0,6}(多少钱|贵|价)');
const CHARGED = /收费|收取|低偿|无偿|费用|价钱|多少钱/u;
/** What a house pays itself, and what is charged elsewhere: told only where it is asked for. */
const NOT_CHARGED: readonly RegExp[] = [
  /(用|的)(水|电|气|热)|(水|电|气|热)[费价]|水电|燃气|宽带/u,
  /税|行政|规费/u,
  /地价|用地|土地|出让|租赁/u,
  /上门|家庭病床|巡诊/u,
  /远程|互联网/u,
  /签约|保险|保费/u,
];

const GIVEN = /补|贴|奖|资助|给(我|俺|咱)/u;
/** Whoever builds or opens one asks what it costs him. */
const FOUNDS = /[开办](个|一?家)|[建盖]|起房|装修/u;

const isNoCharge = (asked: string, said: string): boolean =>
  HOUSE.test(asked) &&
  !GIVEN.test(asked) &&
  !FOUNDS.test(asked) &&
  CHARGES.test(asked) &&
  NOT_CHARGED.every((matter) => !matter.test(asked)) &&
  (!CHARGED.test(said) || NOT_CHARGED.some((matter) => matter.test(said)));

const OWN = /[我俺咱额][^，。]{0,3}[爷奶爸妈爹娘公婆叔伯姨舅姑伴]|老伴|老[汉头]|我今年|我都/u;
const TO_HOUSES =
  /(?:组织|机构|企业|单位|中心|站点|运营方|社会力量)[^。；]{0,90}(?:给予|补贴|奖励|资助|补助)[^。；]{0,16}[0-9.]+\s*万?元|(?:建设|运营|开办|启动|床位|改造)(?:补贴|补助|奖励|资金)[^。；]{0,8}[0-9.]+\s*万?元/u;
const TO_PEOPLE = /每人|每名|对象|老年人(?:每|给予|发放|可)/u;

/** Whether somebody's own case is told, and the sum is given to those who run a house. */
const isGivenToHouses = ({ story, text }: Ask, said: string): boolean =>
  OWN.test(`${story}${text}`) && !OF_INSTITUTIONS.test(text) && TO_HOUSES.test(said) && !TO_PEOPLE.test(said);

const NEW = /新(?!乡|安|密|郑)/u;
const ALTERED = /租|改扩?建/u;

/** Whether the sum is what a leased or altered place gets, and a new one asks. */
const isNotForNew = (asked: string, said: string): boolean =>
  NEW.test(asked) && !ALTERED.test(asked) && ALTERED.test(said) && !NEW.test(said);

/**
 * Whether it is asked what a class of people is given (残疾老人有什么补贴, 百岁老人给多少钱) and the provision gives
 * that class nothing; or what one kind of institution is given, and it is another's: what others get, or what people pay,
 * is no answer. `around`: headings and title, by which a sentence that nobody has put plainly is of what they are of.
 */
export function givesOthers(ask: Ask, provision: Provision, around: string): boolean {
  const way = wayAsked(ask.text);
  const said = `${provision.short}${provision.plain}`;
  if (!isPrepared(provision) && ask.wants.includes('amount') && isGivenToHouses(ask, said)) return true;
  if (way !== 'granted' && ask.wants.includes('amount') && isNoCharge(ask.text, said)) return true;
  if (way === null || way === 'paid') return false;
  const full = [said, ...provision.quotes, isPrepared(provision) ? '' : around].join('');
  if (ask.wants.some((w) => OF_WHAT_IS_GIVEN.has(w))) {
    const ofSum = SUM.test(said);
    const ofGrant = ofSum || (ask.wants.includes('amount') && !SHARE.test(ask.text) && GRANT.test(said));
    if (ofGrant && isOtherKinds(ask, full, provision.asks)) return true;
    if (ofSum && (isForAnother(ask.text, full) || isNotForNew(ask.text, said))) return true;
    const named = classesNamedIn(ask.text);
    const own = classesNamedIn(full);
    // A sentence of its own document may leave it to the others to say for whom all of it is.
    const says = isPrepared(provision) || own.size > 0;
    if (named.size > 0 && says && ![...own].some((one) => named.has(one))) return true;
  }
  if (way !== 'granted' || OF_INSTITUTIONS.test(ask.text) || !AGED.test(ask.text)) return false;
  const toPeople = provision.for.some((who) => who === 'person' || who === 'family');
  return !(toPeople && GRANT.test(said) && AGE.test(full));
}
