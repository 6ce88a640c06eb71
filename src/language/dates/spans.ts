import { DAY_SECONDS, dateOf, dayOfInstant, monthStart, weekdayOf } from '../calendar.js';
import type { TimeUnit } from '../types.js';
import { COUNT, type Count, count } from './figures.js';
import { days, type Interval, interval, shift, weekInterval, yearOf, yearsInterval } from './interval.js';
import { fixed, type Kind, type Pattern, standsFree } from './step.js';

const UNIT_WORDS: Readonly<Record<string, TimeUnit>> = {
  ...{ 秒: 'second', 秒钟: 'second', 分: 'minute', 分钟: 'minute', 刻钟: 'minute' },
  ...{ 小时: 'hour', 钟头: 'hour', 钟: 'hour', 天: 'day', 日: 'day', 天头: 'day', 晚上: 'day' },
  ...{
    周: 'week',
    星期: 'week',
    礼拜: 'week',
    月: 'month',
    季度: 'quarter',
    季: 'quarter',
    年: 'year',
    载: 'year',
  },
};
const UNITS = Object.keys(UNIT_WORDS)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** A length of time inside a date: 三天, 一个半小时, 半个月, 两年三个月. Groups are numbered by `n`. */
function lengthSource(n: number): string {
  return `(?<count${n}>${COUNT})(?<some${n}>多|来|把)?(?<measure${n}>个多?)?(?<half${n}>半)?(?:工作)?(?<unit${n}>${UNITS})(?<more${n}>半)?`;
}
const LENGTH = `${lengthSource(1)}(?:零|又)?(?:${lengthSource(2)})?`;
const AFTER = '(?:以后|之后|过后|后头|后(?!天|年|来|悔|续|遗|期|勤|面|脑|背|半|晌|一)|开外)';
const BEFORE = '(?:以前|之前|头里|前头|前(?!列|天(?!在)|往|面|年|提|胸|后|妻|夫|一|晌|半))';

interface Length {
  parts: { count: Count; unit: TimeUnit; days: boolean }[];
  unit: TimeUnit;
  vague: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

function partLength(groups: Groups, n: number): Length['parts'][number] | null {
  const word = groups[`unit${n}`];
  const unit = word === undefined ? undefined : UNIT_WORDS[word];
  const found = count(groups[`count${n}`] ?? '');
  if (unit === undefined || found === null) return null;
  // 三月后 is after March; a length in months has its 个, or 俩 and 半.
  const counted = groups[`measure${n}`] !== undefined || /[两俩仨半几数]/.test(groups[`count${n}`] ?? '');
  if (unit === 'month' && !counted) return null;
  const half = groups[`half${n}`] !== undefined || groups[`more${n}`] !== undefined ? 0.5 : 0;
  const scale = word === '刻钟' ? 15 : 1;
  const low = (found.low + half) * scale;
  const high = (found.high + half) * scale;
  if (low <= 0 || (unit === 'second' && low < 1)) return null;
  const vague = found.vague || groups[`some${n}`] !== undefined;
  return { count: { low, high, vague }, unit, days: false };
}

function length(groups: Groups): Length | null {
  const first = partLength(groups, 1);
  if (first === null) return null;
  const second = groups.count2 === undefined ? null : partLength(groups, 2);
  if (groups.count2 !== undefined && second === null) return null;
  const parts = second === null ? [first] : [first, second];
  return {
    parts,
    unit: (second ?? first).unit,
    vague: parts.some((part) => part.count.vague),
  };
}

function moved(now: number, { parts }: Length, sign: 1 | -1, end: 'low' | 'high'): number {
  return parts.reduce((time, part) => shift(time, sign * part.count[end], part.unit), now);
}

const CLOCK_UNITS: readonly TimeUnit[] = ['second', 'minute', 'hour'];

/** 三天后, 半小时前: the day, or for hours the minute, at that distance. */
function distant(now: number, found: Length, sign: 1 | -1): Interval {
  const [near, far] = [moved(now, found, sign, 'low'), moved(now, found, sign, 'high')];
  const [first, last] = [Math.min(near, far), Math.max(near, far)];
  const ambiguous = found.vague;
  if (found.unit === 'second') return interval(first, last + 1, 'second', { ambiguous });
  const halfDay = found.unit === 'day' && !Number.isInteger(found.parts[0]?.count.low ?? 0);
  if (CLOCK_UNITS.includes(found.unit) || halfDay) return interval(first, last + 60, 'minute', { ambiguous });
  return days(dayOfInstant(first), dayOfInstant(last) + 1, 'day', { ambiguous });
}

/** 过去两周, 未来三个月: whole calendar units before or after the one that is now. */
function wholeUnits(now: number, amount: number, unit: TimeUnit, sign: 1 | -1): Interval {
  const today = dayOfInstant(now);
  const starts: Partial<Record<TimeUnit, (count: number) => number>> = {
    day: (n) => today + n,
    week: (n) => today - weekdayOf(today) + 1 + 7 * n,
    month: (n) => monthStart(today, n),
    quarter: (n) => monthStart(today, n * 3 - ((dateOf(today).month - 1) % 3)),
    year: (n) => yearsInterval(yearOf(now) + n).from / DAY_SECONDS,
  };
  const start = starts[unit];
  if (start === undefined || !Number.isInteger(amount)) return rolling(now, amount, unit, sign);
  return sign < 0 ? days(start(-amount), start(0), unit) : days(start(1), start(amount + 1), unit);
}

/** 最近一周: up to and with today; of hours, half days and less, to this very second. */
function rolling(now: number, amount: number, unit: TimeUnit, sign: 1 | -1): Interval {
  const moved = shift(now, sign * amount, unit);
  const clock = unit === 'day' && !Number.isInteger(amount) ? 'hour' : unit;
  if (CLOCK_UNITS.includes(clock)) return interval(Math.min(now, moved), Math.max(now, moved), clock);
  const today = dayOfInstant(now);
  return sign < 0 ? days(dayOfInstant(moved) + 1, today + 1, 'day') : days(today, dayOfInstant(moved), 'day');
}

/** 两周后的周三 is the Wednesday of that week, 两年前的夏天 that year's: what follows narrows the whole unit around a day. */
const NARROWED: Partial<Record<TimeUnit, { next: RegExp; kind: Kind; around(day: number): Interval }>> = {
  week: { next: /^(?:周|星期|礼拜)[一二三四五六日天末]/, kind: 'week', around: weekInterval },
  month: {
    next: /^[\d一二三四五六七八九十]{1,3}[号日]/,
    kind: 'month',
    around: (day) => days(monthStart(day), monthStart(day, 1), 'month'),
  },
  year: {
    next: /^(?:[春夏秋冬][天季]|[\d一二三四五六七八九十正冬腊]{1,2}月)/,
    kind: 'year',
    around: (day) => yearsInterval(dateOf(day).year),
  },
};

const PERIOD =
  '(?<some1>多|来)?(?<measure1>个)?(?<half1>半)?(?<unit1>秒钟?|分钟|小时|钟头|天|日(?!子)|周|星期|礼拜|月|季度|年)(?!度|级|纪|龄|前|后|以|之)';

/** 这个小时, 上一分钟: the one of the clock. */
function clockUnit(now: number, unit: TimeUnit, offset: number): Interval {
  const length = { hour: 3600, minute: 60 }[unit as string] ?? 1;
  const from = (Math.floor(now / length) + offset) * length;
  return interval(from, from + length, unit);
}

export const SPAN_PATTERNS: readonly Pattern[] = [
  {
    starts: '上这下',
    regex: /(?<side>[上这下])(?:一个?|个)(?<unit>小时|钟头|分钟|秒钟?)(?![前后之以内里])/y,
    read: ({ side = '', unit = '' }) => {
      const offset = { 上: -1, 下: 1 }[side] ?? 0;
      return fixed('span', (now) => clockUnit(now, UNIT_WORDS[unit] ?? 'second', offset));
    },
  },
  {
    starts: '0123456789〇零一二两俩仨三四五六七八九十廿百半几数',
    regex: new RegExp(
      `${LENGTH}(?:的)?(?:(?<after>${AFTER})|(?<before>${BEFORE})|(?<inside>以内|之内|内))(?:的(?:今[天日])?)?`,
      'y',
    ),
    read: (groups, { text, start, end, previous }) => {
      const found = length(groups);
      if (found === null || previous !== null) return null;
      const led = text.slice(Math.max(0, start - 1), start);
      // 12月10日前 and 于10日前 are before the tenth, 之日起三十日后 counts from another day than this.
      const byDay = groups.unit1 === '日' && groups.before !== undefined && /[于在]/.test(led);
      if (byDay || /[第每百千万起\d.]/.test(led)) return null;
      if (groups.inside !== undefined) {
        return fixed('span', (now) => interval(now, moved(now, found, 1, 'high'), found.unit));
      }
      const sign = groups.after === undefined ? -1 : 1;
      const narrowed = NARROWED[found.unit];
      if (narrowed?.next.test(text.slice(end, end + 4))) {
        return fixed(narrowed.kind, (now) => narrowed.around(dayOfInstant(moved(now, found, sign, 'low'))));
      }
      const kind: Kind = found.unit === 'week' ? 'week' : CLOCK_UNITS.includes(found.unit) ? 'clock' : 'day';
      return fixed(kind, (now) => distant(now, found, sign));
    },
  },
  {
    starts: '过再等隔',
    regex: new RegExp(
      `(?:再过|过|再等|再有|再隔)(?!了|去)个?${LENGTH}(?:以后|之后|过后|后(?!天|年))?(?:的)?`,
      'y',
    ),
    read: (groups, { text, start }) => {
      const found = length(groups);
      if (found === null || /[超经通度难不好]$/.test(text.slice(Math.max(0, start - 1), start))) return null;
      const kind: Kind = found.unit === 'week' ? 'week' : CLOCK_UNITS.includes(found.unit) ? 'clock' : 'day';
      return fixed(kind, (now) => distant(now, found, 1));
    },
  },
  {
    starts: '过上前未今接下后往最近这头',
    regex: new RegExp(
      `(?<side>过去|上|前|头|未来|今后|接下来|往后|后|下|最近|近|这)(?:的|这)?(?<count1>${COUNT})${PERIOD}`,
      'y',
    ),
    read: (groups, { text, start, end, previous }) => {
      const found = partLength(groups, 1);
      const { side = '' } = groups;
      // 后半天, 上半年 are named halves of the day and the year.
      const half = groups.count1 === '半' && side.length === 1 && '上下前后'.includes(side);
      // 前三季度 are the year's.
      const quarters = found?.unit === 'quarter' && side === '前';
      if (found === null || previous !== null || half || quarters) return null;
      if (!standsFree(text, start) && side.length === 1 && side !== '近') return null;
      // 上一周, 下个月 are named apart; 前三天 of a story is told by what stands before.
      const single = found.count.low === 1 && found.unit !== 'day' && ['上', '下', '这', '头'].includes(side);
      if (single || /^[前后]/.test(text.slice(end, end + 1))) return null;
      const sign = /^(?:未来|今后|接下来|往后|后|下)$/.test(side) ? 1 : -1;
      const rolls = ['最近', '近', '这'].includes(side);
      const period = rolls ? rolling : wholeUnits;
      const ambiguous = found.count.vague || rolls;
      return fixed('span', (now) => ({ ...period(now, found.count.high, found.unit, sign), ambiguous }));
    },
  },
];
