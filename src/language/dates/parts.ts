import { DAY_SECONDS, dayOfInstant, HOUR_SECONDS } from '../calendar.js';
import { SMALL, small } from './figures.js';
import { type Interval, interval } from './interval.js';
import { type Pattern, type Scope, type Step, standsFree } from './step.js';

/** Hours from the day's midnight; past 24 is the next morning. */
const PARTS: readonly (readonly [from: number, to: number, words: string])[] = [
  [0, 5, '凌晨 下半夜 后半夜 五更'],
  [4, 6, '黎明 拂晓 天蒙蒙亮 天不亮 天没亮 麻麻亮 鸡叫'],
  [5, 8, '清晨 清早 大清早 清早起 清早上 一大早 一清早 一早 大早上 早起 天亮 五明头 晨 晨间'],
  [6, 9, '早上 早晨 早间 早 朝早 早饭前 早饭后'],
  [8, 12, '上午 午前 头晌 前晌 头晌午 前半晌 上半晌 上昼 上半天 前半天 晌午前 前晌午'],
  [12, 13, '正午'],
  [11, 13, '中午 晌午 晌午头 晌午头儿 响午 大晌午 午间 当午 午时 晏昼 中午头 晌火'],
  [12, 18, '下午 午后 后晌 后晌午 后半晌 下半晌 过晌 下昼 下半天 后半天 晌午后 午休后'],
  [17, 19, '傍晚 擦黑 擦黑儿 擦黑子 黄昏 傍黑 傍黑儿 傍黑天 天擦黑 麻麻黑 日落 煞黑'],
  [18, 24, '晚上 晚间 夜晚 晚 黑了 黑里 黑价 晚夕 晚上头 夜间 夜 夜黑 黑老 晚饭后 当晚 天黑'],
  [21, 27, '夜里 夜里头 黑夜 夜里边'],
  [23, 27, '半夜 半夜里 深夜 三更半夜 大半夜 半夜三更 深更半夜 子夜 黑更半夜'],
  [6, 18, '白天 白日 大白天 白日里'],
];

const HOURS: ReadonlyMap<string, readonly [number, number]> = new Map(
  PARTS.flatMap(([from, to, words]) => words.split(' ').map((word) => [word, [from, to]] as const)),
);
/** Parts of a day only after a day (今晚) or before an hour (晚8点, 早上八点). */
const DEPENDENT = new Set([
  '早',
  '晚',
  '夜',
  '晨',
  '天亮',
  '黑了',
  '天黑',
  '当晚',
  '鸡叫',
  '日落',
  '一早',
  '早起',
]);
const WORDS = [...HOURS.keys()].sort((one, other) => other.length - one.length);

const HOUR_FOLLOWS = new RegExp(`(?:的|差)?${SMALL}(?:点|时|:)`, 'y');

function partOf(day: number, [from, to]: readonly [number, number]): Interval {
  const start = day * DAY_SECONDS;
  return interval(start + from * HOUR_SECONDS, start + to * HOUR_SECONDS, 'hour');
}

export const PART_PATTERNS: readonly Pattern[] = [
  {
    starts: [...new Set(WORDS.map((word) => word[0] ?? ''))].join(''),
    regex: new RegExp(
      `(?<word>${WORDS.join('|')})(?![饭餐报点些期餐操市稻熟恋婚车班辈育产衰])(?:儿|间)?`,
      'y',
    ),
    read: ({ word = '' }, { text, start, end, previous }) => {
      const hours = HOURS.get(word);
      if (hours === undefined) return null;
      if (previous === null && /^[前后]半天/.test(word) && !standsFree(text, start)) return null;
      // 早一点, 晚一点: rather earlier, rather later.
      if ((word === '早' || word === '晚') && text.startsWith('一点', end)) return null;
      HOUR_FOLLOWS.lastIndex = end;
      if (DEPENDENT.has(word) && previous === null && !HOUR_FOLLOWS.test(text)) return null;
      return partStep(hours);
    },
  },
];

function partStep(hours: readonly [number, number]): Step {
  return { kind: 'part', anchored: false, candidates: (scope) => partsIn(scope, hours) };
}

function partsIn({ within, after }: Scope, hours: readonly [number, number]): Interval[] {
  const first = dayOfInstant(within?.from ?? after);
  // 明天晚上半夜: the finer of two parts, on the same day.
  if (within !== null) return [partOf(first, hours)];
  return [first, first + 1, first + 2].map((day) => partOf(day, hours)).filter(({ to }) => to > after);
}

/** 晚上三点 is in the night: an evening may begin at five but not in the afternoon. */
function beforeEvening(part: Interval, start: number): boolean {
  const evening = (part.from % DAY_SECONDS) / HOUR_SECONDS >= 18;
  return evening && start <= part.from - 2 * HOUR_SECONDS;
}

/** The time on the dial that fits a part of the day best: 下午三点, 晚上两点 (the next morning's). */
export function hourInPart(part: Interval, hour: number): number {
  const midnight = dayOfInstant(part.from);
  const middle = (part.from + part.to) / 2;
  const options = hour > 12 ? [hour] : [hour % 12, (hour % 12) + 12, (hour % 12) + 24];
  const starts = options
    .map((option) => midnight * DAY_SECONDS + option * HOUR_SECONDS)
    .filter((start, index) => index === options.length - 1 || !beforeEvening(part, start));
  // Half an hour on: an hour fills its sixty minutes.
  const distance = (start: number): number => Math.abs(start + HOUR_SECONDS / 2 - middle);
  return starts.reduce((best, start) => (distance(start) < distance(best) ? start : best));
}

export function hourValue(text: string | undefined): number {
  return text === '两' ? 2 : small(text);
}
