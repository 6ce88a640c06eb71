import { SERVICE_IDS, type Service, type ServiceId } from '../../../appointments/types.js';
import { featuresOf } from '../../../language/features.js';
import { Learned } from '../../../language/learned.js';
import type { Lexicon } from '../../../language/lexicon.js';
import file from '../tables/services.json' with { type: 'json' };
import { soundsLike } from './sounds.js';

/** What people say when they mean a service; the first row that fits decides. */
const SAID: readonly (readonly [ServiceId, RegExp])[] = [
  ['palliative-consult', /安宁疗护|临终关怀|安宁|临终/u],
  [
    'respite-care',
    /喘息|替(?:我|俺|额|咱)?(?:一下)?(?:照顾|照看|看护|照应|招呼|伺候|守|看(?=[她他老着一几]))|托养几天|(?:养老服务?[站点]|养老站|托老[站所])[^。]{0,12}(?:照[看顾料]|看[她他]|看(?:几天|一?[下天日])|服侍|伺候)|[帮给](?:我|俺|额|咱)(?:照[看顾料]|看(?:几天|一?[天日]))/u,
  ],
  ['referral', /转诊|转院/u],
  ['tcm-health', /中医(?:药)?(?:健康|体质|保健|辨识|管理|馆)|国医堂|体质辨识/u],
  // 扎针 where one lives; at a hospital it is a department's.
  [
    'tcm-health',
    /(?:社区|街道|街上|居委)[^。]{0,12}(?:扎个?针|针灸|艾灸|拔个?罐|推拿|理疗)|(?:扎个?针|针灸|艾灸|拔个?罐|推拿|理疗)[^。]{0,12}(?:社区|街道|街上|居委)/u,
  ],
  ['ability-assessment', /(?:能力|失能|护理|自理|健康).{0,3}评估|评估.{0,4}(?:能力|失能|等级|自理)/u],
  ['mental-screening', /心理(?:健康)?.{0,2}(?:筛查|评估|体检|检查)|抑郁.{0,2}筛查/u],
  [
    'family-doctor',
    /家庭医生|家庭大夫|签约|签个?(?:大夫|医生)|(?:大夫|医生)(?!.*(?:手术|开刀)).{0,14}签(?:一个|个|上)/u,
  ],
  ['home-visit', /上门|家庭病床|巡诊|(?:来|到)(?:我|俺)?家(?:里)?(?:来)?(?:看|瞧|给)|来家里?看/u],
  ['health-check', /体检|检查身体|查查?体|查身体/u],
  [
    'escort',
    /有(?:没有|没得|不有)[^，。？?]{0,3}人[^，。？?]{0,6}陪|人(?:可以|能够?|肯|愿意)[^，。]{0,3}陪|(?:志愿者?|(?:找|派|要|约|请|喊|叫|寻|安排)(?:一?[个位])?人).{0,3}陪|(?:约|预约|申请|要|找).{0,4}陪诊/u,
  ],
  [
    'green-channel',
    /绿色通道|挂(?:一?个|上|一下|到)?号|看(?:个|一下|看)?(?:病|门诊|大夫|医生|专家)|专家号|门诊|[\p{Script=Han}]科(?!技)|(?<![\d零一二三四五六七八九十])号(?:子)?$|(?:看|找|约|挂)[^，。]{0,3}中医(?!医?院|药|馆|体质|健康|保健)|(?<!牵)挂(?!断|念|了$)/u,
  ],
];

const COMES_HOME =
  /^(?!.*签).*(?:上门|家庭病床|(?:来|到|进|上)(?:我|俺|额|咱)?们?(?:家|屋|窑)(?!庭)[^，。]{0,4}(?:看|瞧|查|来?一趟|$))/u;
const VISITS = ['挂号', '挂个号', '挂一个号', '看个病', '看病'];

/** The service that the text asks for, by what people call it and by its own names; null where it names none. */
export function hearService<S extends Service>(text: string, services: readonly S[]): S | null {
  // 请家庭医生上门: to come home, not to sign.
  const visit = COMES_HOME.test(text) ? services.find(({ id }) => id === 'home-visit') : undefined;
  if (visit !== undefined) return visit;
  const aliased = services
    .flatMap((service) => [service.name, ...service.aliases].map((name) => ({ service, name })))
    .filter(({ name }) => name.length >= 2 && text.includes(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (aliased && aliased.service.id !== 'green-channel') return aliased.service;
  const said =
    SAID.find(([, says]) => says.test(text))?.[0] ?? (soundsLike(text, VISITS) ? 'green-channel' : undefined);
  return services.find(({ id }) => id === said) ?? aliased?.service ?? null;
}

/** Log odds from which a service is wished that is not named. */
const LIKELY = 0.3;
/** The same of what cannot be booked, where it would end with that. */
const LIKELY_ENDS = 1.5;

const wishes = new Learned(file, SERVICE_IDS);

/** The features of a wish. */
export const wishFeatures = (text: string, lexicon: Lexicon): Set<string> =>
  new Set(featuresOf(text, lexicon).keys());

/** The same of a first sentence, which may tell what is wished without a name for it (想有个固定的大夫管着). */
export function serviceWished<S extends Service & { bookable?: boolean }>(
  text: string,
  services: readonly S[],
  lexicon: Lexicon,
): S | null {
  const named = hearService(text, services);
  if (named !== null) return named;
  const [id, odds] = wishes.best(wishFeatures(text, lexicon));
  const wished = services.find((service) => service.id === id);
  return wished !== undefined && odds >= (wished.bookable === false ? LIKELY_ENDS : LIKELY) ? wished : null;
}
