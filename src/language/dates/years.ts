import { FIGURE_STARTS, small } from './figures.js';
import { days, yearOf, yearsInterval } from './interval.js';
import { lunarMonth, newYearsEve } from './lunar.js';
import { fixed, type Pattern, type Step } from './step.js';

const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  ...{ 今年: 0, 本年: 0, 本年度: 0, 今年度: 0, 当年: 0, 这一年: 0, 今岁: 0 },
  ...{ 去年: -1, 上年: -1, 上一年: -1, 上年度: -1, 去年度: -1, 头年: -1, 旧年: -1, 年时: -1, 去岁: -1 },
  ...{ 前年: -2, 大前年: -3, 明年: 1, 来年: 1, 下年: 1, 下一年: 1, 过年儿: 1, 下年度: 1, 转年: 1, 翌年: 1 },
  ...{ 明年度: 1, 后年: 2, 大后年: 3 },
};

const RELATIVE_WORDS = Object.keys(RELATIVE_YEARS).sort((one, other) => other.length - one.length);
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGIT = '[0-9〇零一二三四五六七八九]';

/** What two digits before 年 must be beside to be a year and not a length of time (15年 of contributions). */
const YEAR_AFTER =
  /年(?:的?(?:生|出生)|生人|生的|\d{1,2}月|[正冬腊一二三四五六七八九十]{1,2}月|[年底初末]|春|夏|秋|冬|国庆|春节|中秋)/y;
const YEAR_BEFORE = /[从自在于到至是打]$/;
const LENGTH_BEFORE = /[了满过近共足缴交干第每约超龄达逾任住]$/;
const LENGTH_AFTER = /年(?:[以之]?[前后内上下多来级]|制|间|期|龄|[级度制限])/y;

function looksAt(regex: RegExp, text: string, index: number): boolean {
  regex.lastIndex = index;
  return regex.test(text);
}

/** 53 is 1953, 26 is 2026: the latest such year not more than ten years ahead. */
export function century(year: number, now: number): number {
  const current = yearOf(now);
  const guess = current - (current % 100) + year;
  return guess > current + 10 ? guess - 100 : guess;
}

/** 五三 and 四五 alike, whatever else they may count. */
function twoDigits(digits: string): number {
  return [...digits].reduce((value, digit) => value * 10 + small(digit), 0);
}

function writtenYear(year: number, ambiguous = false): Step {
  return fixed('year', () => ({ ...yearsInterval(year), ambiguous }));
}

function shortYear(digits: string, text: string, start: number, now: number): Step | null {
  const year = century(twoDigits(digits), now);
  const before = text.slice(Math.max(0, start - 1), start);
  const at = start + digits.length;
  if (LENGTH_BEFORE.test(before) || looksAt(LENGTH_AFTER, text, at)) return null;
  if (looksAt(YEAR_AFTER, text, at) || YEAR_BEFORE.test(before)) return writtenYear(year);
  const distance = year - yearOf(now);
  const spelled = !/\d/.test(digits);
  if (spelled || digits.startsWith('0')) return writtenYear(year);
  // Two Arabic digits alone: a length of time is likelier, unless nobody would count so many years.
  return (distance >= -5 && distance <= 3) || twoDigits(digits) > 40 ? writtenYear(year, true) : null;
}

/** The sixty-year cycle: 丙午 is 2026; the one nearest to now. */
function cycleYear(stem: string, branch: string, now: number): number | null {
  const current = yearOf(now);
  for (let distance = 0; distance <= 30; distance += 1) {
    for (const year of [current + distance, current - distance]) {
      if ((year - 4) % 10 === STEMS.indexOf(stem) && (year - 4) % 12 === BRANCHES.indexOf(branch))
        return year;
    }
  }
  return null;
}

function lunarYear(year: number): Step | null {
  const first = lunarMonth(year, 1, false);
  const eve = newYearsEve(year);
  if (first === null || eve === null) return null;
  return fixed('lunarYear', () => days(first.first, eve + 1, 'year', { calendar: 'lunar' }));
}

export const YEAR_PATTERNS: readonly Pattern[] = [
  {
    starts: '12一二公西',
    regex: new RegExp(
      `(?<!公元前)(?:公元|西元)?(?<year>(?:[12]\\d{3}|[一二]${DIGIT}{3}))(?: ?年度?(?!龄|纪|代)|(?= ?(?:到|至|-|~) ?(?:[12]\\d{3}|[一二]${DIGIT}{3})年)|(?=[一二三四五六七八九十]{1,2}月))`,
      'y',
    ),
    read: ({ year }) => (small(year) < 1000 ? null : writtenYear(small(year))),
  },
  {
    starts: FIGURE_STARTS,
    regex: /(?<digits>\d\d|[〇零一二三四五六七八九]{2})年(?!级|纪|龄)/y,
    read: ({ digits = '' }, { text, start }, now) => {
      // 四五年 is a length, but for who was born in it.
      const pair = small(digits) < 0;
      const born = looksAt(YEAR_AFTER, text, start + 2) || text[start - 1] === '是';
      return digits === '一〇' || (pair && !born) ? null : shortYear(digits, text, start, now);
    },
  },
  {
    starts: '今本当这去上头旧年前大明来下过转翌后',
    regex: new RegExp(`(?<word>${RELATIVE_WORDS.join('|')})(?![纪龄轻级])`, 'y'),
    read: ({ word = '' }) => fixed('year', (now) => yearsInterval(yearOf(now) + (RELATIVE_YEARS[word] ?? 0))),
  },
  {
    starts: '上本0123456789一二八九七六五四三〇零',
    regex:
      /(?:(?<which>上个?|本|[12]\d|[一二]?十[一二三四五六七八九]?)世纪)?(?<tens>(?:19|20)\d0|[一二][九〇零][〇零一二三四五六七八九][〇零]|[0-9]0|[〇零二三四五六七八九]?十|[〇零]{2}|九零|八零|七零)年代(?<part>初|末|中期?)?/y,
    read: ({ which, tens = '', part }, _place, now) => {
      const value = small(tens) % 100;
      const current = yearOf(now);
      const whole = tens.length === 4 ? small(tens) - value : null;
      const base = which === undefined ? whole : centuryStart(which, current);
      const guess = current - (current % 100) + value;
      const first = base === null ? (guess > current ? guess - 100 : guess) : base + value;
      const from = part === undefined || part === '初' ? first : part === '末' ? first + 7 : first + 3;
      const length = part === undefined ? 10 : part === '末' ? 3 : 4;
      return fixed('decade', () => yearsInterval(from, length));
    },
  },
  {
    starts: '上本12一二十',
    regex: /(?<which>上个?|本|[12]\d|[一二]?十[一二三四五六七八九]?)世纪(?<part>初|末|中叶)?/y,
    read: ({ which = '', part }, _place, now) => {
      const first = centuryStart(which, yearOf(now));
      const [from, length] = CENTURY_PARTS[part ?? ''] ?? [0, 100];
      return fixed('century', () => yearsInterval(first + from, length));
    },
  },
  {
    starts: STEMS,
    regex: new RegExp(`(?<stem>[${STEMS}])(?<branch>[${BRANCHES}])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年`, 'y'),
    read: ({ stem = '', branch = '' }, _place, now) => {
      const year = cycleYear(stem, branch, now);
      return year === null ? null : lunarYear(year);
    },
  },
  {
    starts: '农阴旧',
    regex: new RegExp(
      `(?:农历|阴历|旧历)(?<year>[12]\\d{3}|[一二]${DIGIT}{3}|\\d\\d|[〇零一二三四五六七八九]{2}|今|去|前|明|后)年`,
      'y',
    ),
    read: ({ year = '' }, _place, now) => {
      const offset = RELATIVE_YEARS[`${year}年`];
      if (offset !== undefined) return lunarYear(yearOf(now) + offset);
      return lunarYear(year.length === 2 ? century(small(year), now) : small(year));
    },
  },
  {
    starts: '民',
    regex: /民国(?<year>\d{1,3}|[〇零一二三四五六七八九十百]{1,5})年/y,
    read: ({ year }) => (small(year) > 0 ? writtenYear(1911 + small(year)) : null),
  },
];

/** Years into the century at which a part of it begins, and how many it has. */
const CENTURY_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 初: [0, 10], 中叶: [40, 20], 末: [90, 10] },
};

function centuryStart(which: string, current: number): number {
  const own = Math.floor(current / 100) * 100;
  if (which.startsWith('上')) return own - 100;
  return which === '本' ? own : (small(which) - 1) * 100;
}
