import type { Want } from '../understand/ask.js';

/** No number is told where any will do. */
const NO_LIMIT = '不限|不[作做设][^，。]{0,4}限制|没有?[^，。]{0,4}限制';
/** 按照当年12个月的基本生活标准一次性核发. */
const BY_STANDARD = '按照?[^，。；]{0,24}标准[^，。；]{0,6}(?:发|补|给|支付|结算|计)';
const NUMBER = '[0-9０-９一二三四五六七八九十百千万两半]';

/** What a text shows that answers a want; absent where any text may. */
export const SHAPES: Partial<Record<Want, RegExp>> = {
  amount: new RegExp(
    `${NUMBER}\\s*(元|块|万元|%|％)|百分之|[0-9]:[0-9]|免费|免征|免收|减免|减半|无偿|低偿|居民(用户|生活|水|价)|同质同价|优惠|自主确定|核定|按床日|分担|${BY_STANDARD}`,
    'u',
  ),
  age: /[0-9０-９一二三四五六七八九十]\s*(周岁|岁)/u,
  count: new RegExp(
    `${NUMBER}\\s*(张|个(?!月)|次(?!性)|所|家|名|位|项|人|平方米|间|种|类|窗)|${NO_LIMIT}`,
    'u',
  ),
  when: new RegExp(`${NUMBER}\\s*(年|月|日|天|个月|个?工作日|周)|每年|起施行|[次当][月日年](?:起|内)`, 'u'),
};

/** Measures that stand for each other; a count in another measure answers nothing (几间房, 200张床). */
const MEASURES = ['张床', '次回趟遍', '人名位口', '户', '间室', '平亩', '天日', '折', '个名位人家所项种类窗'];
const MEASURE = new RegExp(`(?:(?<!哪)几[十百千万]?|多少)([${MEASURES.join('')}])`, 'u');
/** Asks what part of a whole. */
export const SHARE = /百分之|比例|[做达]到多少|几成|占(到|了|个)?(多少|几)|率/u;

/** What shows that the want of these words is answered; undefined where any text may. */
export function shapeFor(want: Want, asked: string): RegExp | undefined {
  if (want === 'amount' && SHARE.test(asked)) return SHARES;
  if ((want === 'amount' || want === 'count') && SO_MANY.test(asked)) return GREAT_NUMBERS;
  if (want === 'amount' && MONTHLY.test(asked)) return PERIODIC_SUMS;
  if (want === 'amount' && (GRANTED.test(asked) || PRICED.test(asked))) return SUMS;
  if ((want === 'when' || want === 'count') && HOW_OFTEN.test(asked)) return FREQUENCIES;
  if ((want === 'when' || want === 'count') && LASTS.test(asked)) return DURATIONS;
  if (want === 'who' && DECIDES.test(asked)) return DECIDED;
  const measure = want === 'count' ? MEASURE.exec(asked)?.[1] : undefined;
  const alike = MEASURES.find((characters) => measure !== undefined && characters.includes(measure));
  return alike === undefined ? SHAPES[want] : new RegExp(`${NUMBER}\\s*[${alike}](?!性|月)|${NO_LIMIT}`, 'u');
}

/** A document's own words give an amount only where they have a figure, name what it follows, or none is to be paid. */
const OWN_AMOUNT = new RegExp(
  `${NUMBER}\\s*(元|块|万元|%|％|倍|成)|百分之|[0-9][:：][0-9]|免费|免征|免收|免缴|减免|减半|半价|无偿|全额|[对打][0-9一二三四五六七八九]?折|${BY_STANDARD}`,
  'u',
);

/** 到户籍所在地的街道提出申请. */
const GOES_TO =
  '(?:到|向|在|至|由|通过|于)[^，。；]{0,36}(?:[街乡镇村站局网院处所部]|社区|中心|委员会|机构|政府|平台|程序|线上|所在地|居住地|单位|大厅|窗口|银行)[^，。；]{0,16}(?:提出|提交|申请|申报|申领|办理|领取|登记|受理|报名|续期|补办)';
/** A document's own words say where or how only where somebody goes somewhere, brings or hands in something. */
const OWN_WAY: Partial<Record<Want, RegExp>> = {
  amount: OWN_AMOUNT,
  where: new RegExp(`${GOES_TO}|窗口|大厅|平台|小程序|地址|服务(?:中心|站)`, 'u'),
  condition: /下列|以下|具有|年满|符合|对象|条件|之一|应当具备|限于|不予|不再/u,
  how: new RegExp(
    `${GOES_TO}|持(?![续有])|凭(?!证)|携带|提交|提供|程序|流程|委托|代为|线上|网上|平台|小程序`,
    'u',
  ),
};

/** Whether a document's own words, which put nothing plainly, show that the want of these words is answered. */
export const showsOf = (want: Want, asked: string, said: string): boolean =>
  (shapeFor(want, asked)?.test(said) ?? true) &&
  (want === 'amount' || want === 'condition' || APPLIES.test(asked.replace(WHAT_THEN, ''))
    ? (OWN_WAY[want]?.test(said) ?? true)
    : true);

/** 到哪里去办, 要带什么证件: of an application; not 查出来怎么办. */
const APPLIES = /申[请领报]|办|领|补(?![贴助发多几])|手续|材料|证件|续|带(?:些|上)?(?:什么|啥)/u;
const WHAT_THEN = /怎么办/gu;

/** 多长时间来一回: how long something lasts, or how far it is (15分钟服务圈), tells nothing of it. */
const HOW_OFTEN =
  /(?:多久|多长时间|多少天|(?<![过了])几(?:天|个?月|年))[^，。]{0,10}[一1两](?:回|次|趟|遍)|(?:每|一)个?(?:年|月|季度?|周|星期|礼拜|天)[^，。]{0,8}(?:几|多少)(?:回|次|趟|遍)/u;
/** 每年1次; 每人每年130元 is a sum. */
const FREQUENCIES = new RegExp(
  `每隔?(?:${NUMBER}{0,3}个?)(?:年|月|季|周|天|日|星期)(?![^，。；]{0,12}元)|(?:年|月|季度?|周|天)[^，。；]{0,6}${NUMBER}\\s*[次回]|${NUMBER}\\s*次[^，。；]{0,2}年度|年度|按[月季年]|逐年`,
  'u',
);

const LASTS = /多久|多长时间|(几十?|多少)个?(天|月|小时|分钟|年)/u;
/** 2022年 is a date and lasts no time. */
const DURATIONS =
  /(?<![0-9])[0-9]{1,2}\s*(天|日|个?工作日|个月|年|小时|分钟|周)|[一二两三四五六七八九十半]\s*(天|个月|年|小时)|每年/u;
/** 上门的钱由谁定: that a sum is not written leaves it no more open. */
export const DECIDES = /(?:谁|哪个|哪家|哪达|哪里|啥单位)(来|给|说了)?(定|算|拍板|做主|说了算)/u;
const DECIDED = /自主|自行|定价|[确核制审决]定|协商|负责|牵头|[局委厅]/u;
/** 一个疗程多少钱: a share of something else is no price. */
const PRICED = /(?<!报)(?<!报销)(?:多少|几多|好多|几块)钱/u;
/** 得有多少万: so many thousands of them. */
const SO_MANY = /多少[万千亿]/u;
const GREAT_NUMBERS = new RegExp(`${NUMBER}\\s*[万千亿]|[0-9]{4,}(?!\\s*年)`, 'u');
const GRANTED = /(补(贴|助|多少|几)|津贴|给(多少|几)|发(多少|几)|工资)/u;
const SHARES = new RegExp(`${NUMBER}\\s*(%|％|成)|百分之|[0-9][:：][0-9]|全部|所有|全覆盖|一半|减半`, 'u');
const MONTHLY = /(一|每|按)个?月|月月|(?:每|一)年(?:固定|再)?(?:给|补|拨|发)/u;
/** What is given once tells nothing of what there is each month. */
const PERIODIC_SUMS = new RegExp(
  `(每|一|按|/)[^，。；]{0,4}(?:[月年天日季]|次(?!性))[^。；]{0,16}${NUMBER}\\s*(元|块|万|%|％)|${NUMBER}\\s*(元|块)[^，。；]{0,4}(每|一|/)[^，。；]{0,3}(?:[月年天日季]|次(?!性))|免费|无偿|兜底|自主确定|按床日`,
  'u',
);
const SUMS = new RegExp(`${NUMBER}\\s*(元|块|万)|[0-9][:：][0-9]|免费|减半|无偿|兜底|分担|按床日`, 'u');

/** 0731-55685123, 12345. */
export const NUMBER_TO_RING = /\d{3,4}-?\d{7,8}|(?<!\d)1\d{4}(?!\d)/u;

/** Words by which a policy or its plain rendering itself says that something is left open. */
export const SAYS_IT_IS_SILENT = /没有写|没写|没有说|没说|未写|没提/u;

/** Asks who is in charge, and not who does it or who pays. */
export const IN_CHARGE =
  /(归|属|(?<!请)问|找)(谁|哪)|由.{0,6}(管|负责|牵头)|谁来?(管|负责|牵头|主管)|谁(来|给)办|(哪|什么)(?!样).{0,2}(部门|单位|局)|(负责|主管|牵头).{0,2}(部门|单位|的是谁)/u;
/** A body that may be in charge. */
export const BODY =
  /局|委员会|疾控|卫健|卫计|卫生健康|民政|医保|财政|人社|发改|政府|部门|街道|乡镇|办公室|办事处|编办|公安|机关|[省市]厅|归[^，。；]{2,12}所有/u;
