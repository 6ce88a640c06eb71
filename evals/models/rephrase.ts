import { inChinese } from './chinese-numerals.js';
import { pick } from './random.js';

type Rewrite = readonly [RegExp, readonly string[]];

/** Other words for the same; each is used with a chance of its own. */
const WORDS: readonly Rewrite[] = [
  [/老年人/gu, ['老人', '老人家', '上年纪的人']],
  [/每人每月/gu, ['一个人一个月', '每个人每个月', '每人一个月']],
  [/(?<!每人|张床)每月/gu, ['一个月', '每个月']],
  [/每人每年/gu, ['一个人一年', '每人一年']],
  [/(?<!每人)每年/gu, ['一年', '每一年']],
  [/每张床位/gu, ['一张床位', '每张床']],
  [/不低于/gu, ['至少', '最少', '不少于']],
  [/不少于/gu, ['至少', '不低于']],
  [/不得超过|不超过/gu, ['最多', '不能超过']],
  [/(?<=\d|[一二三四五六七八九十百千万])(?:周)?岁及?以上/gu, ['岁往上', '岁以上', '周岁以上']],
  [/年满|满(?=\d)/gu, ['到了', '满了', '满']],
  [/不得/gu, ['不能', '不准', '不许']],
  [/严禁/gu, ['禁止', '不准']],
  [/必须/gu, ['一定得', '得', '务必']],
  [/应当/gu, ['应该', '要']],
  [/可以/gu, ['能', '可以']],
  [/(?<!免不|收不收)免费/gu, ['不收钱', '不花钱', '免费']],
  [/不含|不包括/gu, ['不算', '不包含']],
  [/不在内/gu, ['除外', '不算在里面']],
  [/户籍|户口/gu, ['户口', '户籍']],
  [/(?:文件(?:里)?)?没有?写/gu, ['文件里没提', '文件没讲', '没有写明', '没写']],
  [/只是鼓励/gu, ['只是鼓励而已', '只是鼓励性质']],
  [/鼓励/gu, ['鼓励', '提倡']],
  [/探索/gu, ['摸索', '探索']],
  [/租房|租赁/gu, ['租来的房子', '租房']],
  [/新建/gu, ['新盖', '新建']],
  [/民办/gu, ['私人办的', '民办']],
  [/社会力量/gu, ['社会资本', '社会力量']],
  [/享受/gu, ['享受', '享受到']],
  [/补贴/gu, ['补贴', '补助']],
  [/优先/gu, ['优先', '优先考虑']],
  [/需要/gu, ['要', '需要']],
  [/没有说一定有/gu, ['没说一定有', '不一定有']],
  [/什么材料/gu, ['哪些材料', '啥材料']],
  [/怎么申请/gu, ['咋申请', '如何申请']],
  [/或者|或(?!者)/gu, ['或者']],
  [/以及/gu, ['还有', '以及']],
  [/(?<=[，。]|^)要(?=[依按])/gu, ['得', '要']],
  [/医疗卫生机构/gu, ['医疗卫生机构', '医疗机构']],
];

const FIGURES: readonly (readonly [RegExp, (value: number) => string])[] = [
  [/(\d+)元(?!件)/gu, (v) => `${v}块钱`],
  [/(\d+)元(?!件)/gu, (v) => `${inChinese(v)}元`],
  [/(\d+)元(?!件)/gu, (v) => `${inChinese(v)}块`],
  [/(\d+)(?:周)?岁/gu, (v) => `${inChinese(v)}岁`],
  [/(\d+)张/gu, (v) => `${inChinese(v)}张`],
  [/(\d+)个月/gu, (v) => `${inChinese(v)}个月`],
  [/(\d+)%/gu, (v) => `百分之${inChinese(v)}`],
  [/(\d+)次/gu, (v) => `${inChinese(v)}次`],
];

const OPENINGS = [
  '',
  '',
  '',
  '您好，',
  '简单说，',
  '是这样的，',
  '我帮您查了，',
  '按文件的说法，',
  '跟您说一下，',
];

const half = (random: () => number): boolean => random() < 0.5;

function reworded(text: string, random: () => number): string {
  let said = text;
  for (const [from, to] of WORDS) if (half(random)) said = said.replace(from, () => pick(random, to));
  for (const [from, by] of FIGURES)
    if (random() < 0.3) said = said.replace(from, (_, value: string) => by(Number(value)));
  return said;
}

/** 「A的，B。」 told the other way round: 「B，前提是A的。」 */
function turned(text: string): string {
  const found = /^([^，。；：]{4,40}的)，([^。；]{6,})([。；])$/u.exec(text);
  return found === null ? text : `${found[2]}，这说的是${found[1]}${found[3]}`;
}

/** The sentences of one right item in other words, another order, merged or parted: each as true as before. */
export function rephrased(sentences: readonly string[], random: () => number): string[] {
  let said = sentences.map((s) => reworded(random() < 0.3 ? turned(s) : s, random));
  if (said.length > 1 && half(random)) {
    const [first = '', second = '', ...rest] = said;
    said = [`${first.replace(/[。；]$/u, '，')}${second}`, ...rest];
  } else if (said.length > 2 && half(random)) said = [...said.slice(1), ...said.slice(0, 1)];
  const opening = pick(random, OPENINGS);
  return said.map((s, i) => (i === 0 ? `${opening}${s}` : s));
}
