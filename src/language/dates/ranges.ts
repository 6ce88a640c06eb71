import { DAY_SECONDS, dayOfInstant } from '../calendar.js';
import type { TimeUnit } from '../types.js';
import { type Chain, chainAt, resolve } from './chain.js';
import { COUNT, count } from './figures.js';
import { dayInterval, type Interval, shift } from './interval.js';
import type { Kind, Scope } from './step.js';

const TO = /(?:起|开始|往后)? {0,3},?(?:一?直?到|至|-{1,2}|~|和(?=.{1,12}之间)|与(?=.{1,12}之间)) {0,3}/y;
const WEEKDAY_ONLY = /(?<day>[一二三四五六日天])(?![\u4e00-\u9fff]*?[月号点])/y;
/** 至今. */
const TODAY = /今(?![天年日儿晚早夜朝个晨])/y;
/** 晚上八点到第二天早上六点: of the start's next day. */
const NEXT_DAY = /(?:第二[天日]|次日|翌日|隔天)的?/y;
/** 今年以来. */
const SINCE = /以来/y;
const BETWEEN = /(?:之间|期间|这段时间)/y;
const BEFORE =
  /(?:的?(?:之前|以前|前头|前夕)|前(?!往|列|面|天|年|来|后|提|台|[\d一二两三四五六七八九十几]))/y;
const AFTER = /(?:的?(?:之后|以后|后头|过后)|完了?以后|后(?!天|年|来|悔|续|遗|期|勤|面|脑|背|半|晌|台))/y;
/** 二十七号往后: from that day on; 往后推两天 moves it. */
const ONWARD = /往后(?!推|挪|延|移|改|调|拖|错|靠|放|排)/y;

export interface Found {
  start: number;
  end: number;
  meant: Interval;
}

/** Words that have the form of a date which no calendar has: 2027年2月29日. */
interface NoDay {
  end: number;
  meant: null;
}

function endOf(regex: RegExp, text: string, at: number): number {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : -1;
}

function joined(from: Interval, to: Interval): Interval {
  const clock = ['hour', 'minute', 'second'].includes(to.grain) && to.to - to.from <= 3600;
  return {
    from: from.from,
    // 九点到十一点 ends at eleven, 三号到五号 with the fifth.
    to: clock ? to.from : to.to,
    grain: from.grain,
    calendar: from.calendar,
    // 八点到下午五点: the half of the day that one end says settles the other.
    ambiguous: clock ? from.ambiguous && to.ambiguous : from.ambiguous || to.ambiguous,
  };
}

/** 周一至五: the end of a range of weekdays said without 周. */
function weekdayEnd(text: string, at: number, from: Interval): Found | null {
  WEEKDAY_ONLY.lastIndex = at;
  const name = WEEKDAY_ONLY.exec(text)?.groups?.day;
  if (name === undefined || from.grain !== 'day') return null;
  const chain = chainAt(`周${name}`, 0, from.from);
  const meant = chain && resolve(chain, { now: from.from, after: from.from + 1, within: null, onward: true });
  return meant === null ? null : { start: at, end: at + 1, meant };
}

/** 周一至周五8:00-18:00: the hours of each of the days, which are no end of the last. */
function daily(text: string, chain: Chain, end: Chain, now: number): { days: Chain; end: number } | null {
  const first = end.steps.findIndex(({ kind }) => kind === 'part' || kind === 'clock');
  const last = chain.steps[chain.steps.length - 1]?.kind;
  if (first < 1 || (last !== 'weekday' && last !== 'monthDay')) return null;
  const at = endOf(TO, text, end.end);
  const until = at < 0 ? null : chainAt(text, at, now);
  if (until === null && last !== 'weekday') return null;
  const days = { ...end, steps: end.steps.slice(0, first), end: end.ends[first - 1] ?? end.end };
  return { days, end: until?.end ?? end.end };
}

function rangeEnd(text: string, chain: Chain, from: Interval, scope: Scope): Found | null {
  const at = endOf(TO, text, chain.end);
  if (at < 0) return null;
  if (chain.steps[chain.steps.length - 1]?.kind === 'weekday') {
    const weekday = weekdayEnd(text, at, from);
    if (weekday !== null) return weekday;
  }
  const nextDay = endOf(NEXT_DAY, text, at);
  const end = chainAt(text, nextDay < 0 ? at : nextDay, scope.now);
  if (end === null) return null;
  const hours = daily(text, chain, end, scope.now);
  const within = nextDay < 0 ? null : dayInterval(dayOfInstant(from.from) + 1);
  const meant = resolve(hours?.days ?? end, { ...scope, after: from.from, within, onward: true });
  if (meant === null || meant.to <= from.from || meant.calendar !== from.calendar) return null;
  return { start: at, end: hours?.end ?? end.end, meant };
}

/** Before: from now, or for what is past as long again, a week at least. */
function before(meant: Interval, now: number, clock: boolean): Interval {
  const length = Math.max(meant.to - meant.from, 7 * DAY_SECONDS);
  const start = clock ? dayOfInstant(meant.from - 1) * DAY_SECONDS : meant.from - length;
  const from = meant.from > now ? Math.max(now, clock ? start : now) : start;
  return { ...meant, from, to: meant.from };
}

/** After: the rest of the day for an hour, else as long again and a week at least; the far end is a guess. */
function after(meant: Interval, clock: boolean): Interval {
  if (clock) return { ...meant, to: (dayOfInstant(meant.from) + 1) * DAY_SECONDS };
  const length = Math.max(meant.to - meant.from, 7 * DAY_SECONDS);
  return { ...meant, from: meant.to, to: meant.to + length, ambiguous: true };
}

const DISTANCE = new RegExp(
  `(?:的?[之以]?(?<side>[前后]))(?<nth>的?第)?(?<count>${COUNT})个?(?<unit>天|周|星期|礼拜|月)`,
  'y',
);
const DISTANCE_UNITS: Readonly<Record<string, TimeUnit>> = {
  天: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
};

/** 春节前三天, 国庆后一周: that long, right before or right after; 国庆后第二天: the day of that number. */
function beside(text: string, { start, end, meant }: Found): Found | null {
  DISTANCE.lastIndex = end;
  const { side, nth, count: amount = '', unit = '' } = DISTANCE.exec(text)?.groups ?? {};
  const found = side === undefined || meant.grain !== 'day' ? null : count(amount);
  if (found === null || found.low <= 0) return null;
  const grain = DISTANCE_UNITS[unit] ?? 'day';
  const [first, last] = nth === undefined ? [0, found.high] : [found.high - 1, found.high];
  const [from, to] =
    side === '前'
      ? [shift(meant.from, -last, grain), shift(meant.from, -first, grain)]
      : [shift(meant.to, first, grain), shift(meant.to, last, grain)];
  return {
    start,
    end: DISTANCE.lastIndex,
    meant: { ...meant, from, to, ambiguous: meant.ambiguous || found.vague },
  };
}

const NTH = new RegExp(`的?第(?<nth>${COUNT})天`, 'y');

/** 国庆第二天上午: the day of that number from the festival on, and its hours. */
function ofFestival(text: string, { start, end, meant }: Found, now: number): Found | null {
  NTH.lastIndex = end;
  const nth = count(NTH.exec(text)?.groups?.nth ?? '');
  if (nth === null || nth.vague || nth.low < 1) return null;
  const at = NTH.lastIndex;
  const { calendar, ambiguous } = meant;
  const day = dayInterval(dayOfInstant(meant.from) + nth.low - 1, { calendar, ambiguous });
  const hours = chainAt(text, at, now);
  const kind = hours?.steps[0]?.kind;
  const within =
    hours !== null && (kind === 'part' || kind === 'clock')
      ? resolve(hours, { now, after: day.from, within: day, onward: false })
      : null;
  return within === null || hours === null
    ? { start, end: at, meant: day }
    : { start, end: hours.end, meant: within };
}

/** By the end of the month is what 月底之前 says, not before the month's last days. */
const ENDS: readonly Kind[] = ['monthPart', 'yearPart'];

function bounded(text: string, found: Found, now: number, kind: Kind | undefined): Found {
  const distance = beside(text, found);
  if (distance !== null) return distance;
  const nth = kind === 'festival' ? ofFestival(text, found, now) : null;
  if (nth !== null) return nth;
  const clock = ['hour', 'minute', 'second'].includes(found.meant.grain);
  const beforeEnd = endOf(BEFORE, text, found.end);
  if (beforeEnd > 0) {
    if (text.slice(found.end, beforeEnd).endsWith('夕')) {
      return { ...found, end: beforeEnd, meant: dayInterval(dayOfInstant(found.meant.from) - 1) };
    }
    const meant = before(found.meant, now, clock);
    const to = kind !== undefined && ENDS.includes(kind) ? found.meant.to : meant.to;
    return { ...found, end: beforeEnd, meant: { ...meant, to } };
  }
  const afterEnd = endOf(AFTER, text, found.end);
  if (afterEnd > 0) return { ...found, end: afterEnd, meant: after(found.meant, clock) };
  const onwardEnd = endOf(ONWARD, text, found.end);
  if (onwardEnd < 0) return found;
  const { to } = after(found.meant, clock);
  return { ...found, end: onwardEnd, meant: { ...found.meant, to, ambiguous: true } };
}

/** How many days back the last such time may lie: an hour, a weekday, a day of the month, a day of the year. */
const DAYS_BACK: readonly number[] = [1, 7, 31, 385];

/** 春节至今, 三月以来: from the last such time until now. */
function since(text: string, chain: Chain, scope: Scope): Found | null {
  const to = endOf(TO, text, chain.end);
  const end = to < 0 ? endOf(SINCE, text, chain.end) : endOf(TODAY, text, to);
  if (end < 0) return null;
  for (const back of DAYS_BACK) {
    const from = resolve(chain, { ...scope, after: scope.now - back * DAY_SECONDS });
    if (from !== null && from.from < scope.now)
      return { start: chain.start, end, meant: { ...from, to: scope.now } };
  }
  return null;
}

/** 八点到十七点 is the day's nine hours and not the night's 21: of the two starts on the dial, the nearer to the end. */
function range(text: string, chain: Chain, from: Interval, scope: Scope): [Interval, Found] | null {
  const end = rangeEnd(text, chain, from, scope);
  if (end === null) return null;
  const eitherHalf = chain.steps.length === 1 && chain.steps[0]?.kind === 'clock' && from.ambiguous;
  const other = eitherHalf ? resolve(chain, { ...scope, after: from.to }) : null;
  const otherEnd = other && rangeEnd(text, chain, other, scope);
  const nearer = other && otherEnd && otherEnd.meant.from - other.from < end.meant.from - from.from;
  return nearer ? [other, otherEnd] : [from, end];
}

/** 那天晚上, 头天晚上, 有天早上: of a day that only the story tells. */
const DAY_UNTOLD = /(?:[那哪头某有]一?|第[一二三四五六七八九十]|[前后同]一)天(?:的)?$/;
/** 疼了一晚上, 三个上午: how long or how often. */
const PARTS_COUNTED = /(?:[一整]|(?<!这)个|[一二三四五六]{2})$/;

/** The date or range of dates that begins at `start`. */
export function dateAt(text: string, start: number, now: number): Found | NoDay | null {
  // 九十岁以上一年领多少: the 上 is that of 以上.
  if (text[start - 1] === '以' && /[上下]/.test(text[start] ?? '')) return null;
  const chain = chainAt(text, start, now);
  if (chain === null) return null;
  const scope: Scope = { now, after: now, within: null, onward: false };
  const single = resolve(chain, scope);
  const first = chain.steps[0]?.kind;
  const led = text.slice(Math.max(0, start - 5), start);
  const untold =
    ((first === 'part' || first === 'clock') && DAY_UNTOLD.test(led)) ||
    (first === 'part' && PARTS_COUNTED.test(led));
  if (single === null || untold) return { end: chain.end, meant: null };
  const past = since(text, chain, scope);
  if (past !== null) return past;
  const found = range(text, chain, single, scope);
  if (found === null)
    return bounded(
      text,
      { start, end: chain.end, meant: single },
      now,
      chain.steps[chain.steps.length - 1]?.kind,
    );
  const [from, end] = found;
  const closed = endOf(BETWEEN, text, end.end);
  return { start, end: closed > 0 ? closed : end.end, meant: joined(from, end.meant) };
}
