import { inChinese } from './chinese-numerals.js';
import { INVENTED, ORDERS } from './lies.zh.js';
import { pick } from './random.js';

/** A right sentence made wrong; null where there is nothing in it to make wrong this way. */
type Corrupt = (sentence: string, random: () => number, whole: string, place: string) => string | null;

const ARABIC = /\d+(?:\.\d+)?/gu;
const HAN_FIGURE = /[一二三四五六七八九十百千万两]{1,6}(?=周岁|岁|元|块|张|个|家|所|名|天|年|次|级|类|%)/gu;
const PLACES = [
  '嘉祥县',
  '三门峡市',
  '郑州市',
  '怀化市鹤城区',
  '陕西省',
  '长沙市',
  '西安市',
  '济宁市',
  '北京市',
  '洛阳市',
];

function replaceOne(
  text: string,
  pattern: RegExp,
  random: () => number,
  by: (found: string) => string | null,
): string | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const { 0: words, index } = pick(random, found);
  const other = by(words);
  return other === null || other === words
    ? null
    : text.slice(0, index) + other + text.slice(index + words.length);
}

/** Another figure: a digit more or less, another digit, one that stands elsewhere in the answer. */
function otherFigure(figure: string, random: () => number, whole: string): string {
  const value = Number(figure);
  const elsewhere = (whole.match(ARABIC) ?? []).filter((f) => f !== figure);
  const ways = [
    () => `${figure}0`,
    () => String(value + pick(random, [1, 2, 5, 10])),
    () => String(Math.max(1, value - pick(random, [1, 2, 5]))),
    () => (figure.length > 1 ? figure.slice(0, -1) : `1${figure}`),
    () => String(Math.round(value * 1.5) + 1),
    () => (elsewhere.length > 0 ? pick(random, elsewhere) : String(value * 2)),
  ];
  const other = pick(random, ways)();
  return Number(other) === value ? String(value + 1) : other;
}

const swap =
  (rows: readonly (readonly [RegExp, string])[]): Corrupt =>
  (sentence, random) => {
    const able = rows.filter(([from, to]) => sentence.replace(from, to) !== sentence);
    if (able.length === 0) return null;
    const [from, to] = pick(random, able);
    return sentence.replace(from, to);
  };

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)元/u, '万元'],
  [/每人每月|每月|一个月(?=给|发|补)/u, '每年'],
  [/每人每年|每年/u, '每月'],
  [/每天|每日/u, '每月'],
  [/(?<=\d)年(?!\d*月)(?=以上|内|以内|后|期)/u, '个月'],
  [/(?<=\d)个月/u, '年'],
  [/(?<=\d)个?工作日/u, '个月'],
  [/(?<=\d)天/u, '年'],
  [/(?<=\d)(?:周岁|岁)/u, '个月'],
  [/(?<=\d)%/u, '元'],
  [/(?<=\d)张/u, '家'],
  [/一次性/u, '每年'],
  [/(?<=\d)小时/u, '天'],
  [/每张床每月/u, '每张床每天'],
];

const DROPS: readonly RegExp[] = [
  /符合[^，。；、]{0,8}条件的?，?/u,
  /(?:年满)?\d+(?:周)?岁(?:及)?以上的?/u,
  /经[^，。；]{2,14}(?:评估|认定|批准|审核|登记|同意|验收)[^，。；]{0,6}，?/u,
  /具有?[^，。；]{0,6}户籍的?/u,
  /本地户籍的?/u,
  /(?:三无|低保|五保|特困|失能|半失能|空巢|高龄|残疾|散居|独居)的?(?=老|，|、|人)/u,
  /(?:非营利性|营利性|民办|社会办|公立|公办|新建|新增设?|改扩建|租赁|基层)的?/u,
  /(?:不低于|不少于|不超过|不得超过|最高|最多|至少)/u,
  /(?:以上|以下|以内)(?!条)/u,
  /依法|按规定|按照规定|原则上|依规/u,
  /只(?!是(?:鼓励|探索|支持|说|逐步))|仅|限于?/u,
  /一次性|首次/u,
  /[^，。；：]*(?:须|必须|应当?|得先|要先|前提|才能|才可以|才)[^，。；：]*[，；]/u,
  /[，；][^，。；：]*(?:不含|不包括|除外|不在内|要[^，。；]{2,10}(?:合格|批准|登记|备案))[^，。；：]*(?=[，。；])/u,
  /^[^，。；：]{4,30}的，/u,
  /对得上的条件：[^。]*。/u,
  /还要看：[^。]*。/u,
  /差在这里：[^。]*。/u,
  /前提：[^。]*。/u,
];

const drop: Corrupt = (sentence, random) => {
  const able = DROPS.filter((d) => d.test(sentence));
  if (able.length === 0) return null;
  const rest = sentence.replace(pick(random, able), '');
  return rest.replace(/[，。；：、\s]/gu, '').length < 6 ? null : rest;
};

const NEGATIONS: readonly (readonly [RegExp, string])[] = [
  [/不得|不能|不准|不许|严禁|禁止/u, '可以'],
  [/不予/u, '予以'],
  [/不含|不包括/u, '包括'],
  [/不符合/u, '符合'],
  [/不在内/u, '在内'],
  [/(?:文件)?没有?写/u, '文件写明了'],
  [/没有说/u, '说了'],
  [/不列入|不计入|不纳入/u, '列入'],
  [/不需要|不用|无需|不再|不要/u, '需要'],
  [/免费/u, '收费'],
  [/免征|免收|免缴/u, '征收'],
  [/不限/u, '限定'],
  [/没有(?!写|说)/u, '有'],
  [/不(?=[收交算管给])/u, ''],
  [/(?<![不])可以/u, '不得'],
  [/应当?(?!用)/u, '不应'],
  [/(?<=[，。、]|^)享受/u, '不享受'],
  [/纳入/u, '不纳入'],
  [/(?<!不)给(?=[^，。]{0,6}(?:补|钱|元|\d))/u, '不给'],
];

const FORCES: readonly (readonly [RegExp, string])[] = [
  [/文件说?(?:鼓励|支持|探索|要求)(?:引导)?/u, '现在已经'],
  [/鼓励(?:引导|支持)?|探索|支持|引导|提倡|力争|逐步/u, '已经'],
  [/文件(?:定)?的(?:\d+年)?目标(?:里有|有|是)?：?/u, '现在已经做到：'],
  [/有条件的(?:地方|机构|单位)?可以/u, '都已经'],
];

const CLASSES = ['三无', '低保', '五保', '失能', '空巢', '残疾', '公立', '民办', '非营利性', '新建', '租赁'];

/** Every way of lying that the gates are measured by. */
export const LIES: Record<string, Corrupt> = {
  数字: (s, random, whole) => replaceOne(s, ARABIC, random, (f) => otherFigure(f, random, whole)),
  汉字数: (s, random, whole) =>
    replaceOne(s, ARABIC, random, (f) => {
      const other = Number(otherFigure(f, random, whole));
      return Number.isInteger(other) && other !== Number(f) && other < 1e8 ? inChinese(other) : null;
    }) ?? replaceOne(s, HAN_FIGURE, random, () => pick(random, ['三', '五', '七', '八十'])),
  地方: (s, random, _, place) =>
    replaceOne(
      s,
      /怀化市鹤城区|鹤城区|鹤城|嘉祥县|嘉祥|三门峡市|三门峡|郑州市|郑州|陕西省|陕西|全县|全市|我区/gu,
      random,
      (found) =>
        pick(
          random,
          PLACES.filter((p) => !p.includes(found) && !place.includes(p)),
        ),
    ) ??
    `在${pick(
      random,
      PLACES.filter((p) => !place.includes(p)),
    )}，${s}`,
  单位周期: swap(UNITS),
  丢条件: drop,
  反转否定: swap(NEGATIONS),
  意向说成已有: swap(FORCES),
  条款号: (s, random) =>
    pick(random, [
      (t: string) => t.replace(/。$/u, `，这是第${pick(random, ['三', '七', '十一', '二十'])}条写的。`),
      (t: string) => `按照文件第${Math.floor(random() * 40) + 21}条，${t}`,
      (t: string) =>
        t.replace(
          /。$/u,
          `（依据〔${2015 + Math.floor(random() * 5)}〕${Math.floor(random() * 80) + 11}号）。`,
        ),
    ])(s),
  日期: (s, random) =>
    replaceOne(s, /(?:19|20)\d\d(?=年)|\d{1,2}(?=月|日)/gu, random, (f) =>
      f.length === 4 ? String(Number(f) + pick(random, [-2, -1, 1, 3])) : String((Number(f) % 12) + 1),
    ),
  换人群: (s, random) =>
    replaceOne(s, new RegExp(CLASSES.join('|'), 'gu'), random, (found) =>
      pick(
        random,
        CLASSES.filter((c) => !c.includes(found) && !found.includes(c)),
      ),
    ),
  加一句: (_, random) => pick(random, INVENTED),
  听了注入: (_, random) => pick(random, ORDERS),
};

/** Lies that add a sentence of their own instead of changing one. */
export const ADDED: ReadonlySet<string> = new Set(['加一句', '听了注入']);
/** Lies of which none may go out. */
export const NEVER: readonly string[] = ['数字', '汉字数', '地方', '单位周期', '日期', '条款号'];
/** Lies of which 95 in 100 must be stopped. */
export const RARELY: readonly string[] = ['丢条件', '反转否定'];
