import { DAY_SECONDS, dayOfInstant, HOUR_SECONDS } from '../calendar.js';
import { SMALL, small } from './figures.js';
import { type Interval, interval } from './interval.js';
import { hourInPart, hourValue } from './parts.js';
import type { Pattern, Scope, Step } from './step.js';

interface Dial {
  hour: number;
  minute: number;
  second: number;
  grain: 'hour' | 'minute' | 'second';
  /**
   * How the half of the day is known: `exact` on the 24-hour dial (14:30, 08:30, 零点), `written` as 8:30, which is
   * that dial too unless nobody is up at the hour, `spoken` as 八点, which is either.
   */
  dial: 'exact' | 'written' | 'spoken';
}

const HOUR = `(?:${SMALL}|两)`;
const NO_HOUR_AFTER =
  '(?![儿小水东心钱意建说原坏问事感线关希贡]|要[求点]|好[处坏]|不[同足满]|[一二三四五六七八九](?![十点分刻])|注意|\\d)';
const MINUTES = `(?:(?<half>半)|过?(?<quarter>[一三1-3])刻|(?:过|零|〇)?(?<minute>${SMALL}|[零〇]\\d)分?(?!之|钟[前后])(?:(?<second>${SMALL})秒)?)`;
const TIME_END = '(?<exactly>钟|整|正|多钟?|来钟)?';

/** 零点零五克, 三点零五公斤 are weighed and measured. */
const MEASURED = /^(?:[克斤米度倍升片粒吨亩%]|[公千][斤克里米]|[毫厘微平]|百分)/;

/** 零点零零一 has more digits than minutes have. */
const DECIMALS = /点[零〇一二三四五六七八九]{3}$/;

const HOUR_STARTS = '0123456789〇零一二两三四五六七八九十';

const LENGTH: Readonly<Record<Dial['grain'], number>> = { hour: HOUR_SECONDS, minute: 60, second: 1 };

function at(start: number, dial: Dial, ambiguous = false): Interval {
  const from = start + dial.minute * 60 + dial.second;
  return interval(from, from + LENGTH[dial.grain], dial.grain, { ambiguous });
}

/** Offices and visits are in daytime: 三点 is 15:00 and 八点 8:00, until the words around say otherwise. */
function daytimeHour(hour: number): number {
  return hour >= 1 && hour <= 5 ? hour + 12 : hour;
}

function* timesOfDial(scope: Scope, dial: Dial): Generator<Interval> {
  const { within, after, onward } = scope;
  const settled = dial.dial === 'exact' || dial.hour > 12 || dial.hour === 0;
  const hour = settled ? dial.hour : daytimeHour(dial.hour);
  if (within !== null) {
    if (within.grain === 'hour') yield at(hourInPart(within, dial.hour), dial);
    else yield at(within.from + hour * HOUR_SECONDS, dial, !settled);
    return;
  }
  const today = dayOfInstant(after) * DAY_SECONDS;
  const oneHalf = settled || dial.dial === 'written';
  const step = oneHalf ? 24 : 12;
  for (let time = oneHalf ? hour : dial.hour % 12; time < 72; time += step) {
    const found = at(today + time * HOUR_SECONDS, dial, !settled);
    const later = onward ? found.from > after : found.to > after;
    // Unsaid half-days mean waking hours.
    if (later && (oneHalf || onward || time % 24 >= 6)) yield found;
  }
}

function clockStep(dial: Dial): Step | null {
  if (dial.hour < 0 || dial.hour > 24 || dial.minute < 0 || dial.minute > 59 || dial.second > 59) return null;
  return { kind: 'clock', anchored: false, candidates: (scope) => timesOfDial(scope, dial) };
}

function* eitherHour(times: Iterable<Interval>): Generator<Interval> {
  for (const time of times) yield { ...time, to: time.to + HOUR_SECONDS, ambiguous: true };
}

/** 一点 is a little, 两点 may be two remarks: an hour only when the words beside it are of time. */
function isHour(hour: string, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  if (/(?:[第早快慢晚少大小差有了高低轻重远近长短\d.]|(?<!差不)多|(?<!最)好)$/.test(before)) return false;
  const after = text.slice(end, end + 2);
  if (hour === '一' && text[end - 1] !== '钟') return /^(?:以[前后]|之[前后]|前|后|到|左右)/.test(after);
  return true;
}

export const CLOCK_PATTERNS: readonly Pattern[] = [
  {
    starts: HOUR_STARTS,
    regex: new RegExp(
      `(?<hour>${HOUR})(?:点钟?|时(?![候间常期代不段]))(?:${MINUTES})?${TIME_END}${NO_HOUR_AFTER}`,
      'y',
    ),
    read: ({ hour = '', half, quarter, minute, second, exactly }, { text, start, end, previous }) => {
      const whole = half === undefined && quarter === undefined && minute === undefined;
      const dated = previous !== null;
      if (whole && exactly === undefined && !dated && !isHour(hour, text, start, end)) return null;
      // 三点五 is a decimal; minutes below ten have their 零 or 分.
      if (
        minute?.length === 1 &&
        minute !== '十' &&
        text[end - 1] === minute &&
        /[点时]/.test(text[end - 2] ?? '')
      )
        return null;
      if (/点[零〇]/.test(text.slice(start, end)) && MEASURED.test(text.slice(end, end + 2))) return null;
      if (DECIMALS.test(text.slice(start, end))) return null;
      const minutes =
        half !== undefined ? 30 : quarter !== undefined ? small(quarter) * 15 : small(minute ?? '0');
      return clockStep({
        hour: hourValue(hour),
        minute: minutes,
        second: small(second ?? '0'),
        grain: second !== undefined ? 'second' : whole ? 'hour' : 'minute',
        dial: /^[0零〇]/.test(hour) ? 'exact' : 'spoken',
      });
    },
  },
  {
    // 九到十一点: the start of a range, whose unit comes with its end.
    starts: HOUR_STARTS,
    regex: new RegExp(`(?<hour>${HOUR})(?= ?(?:到|至|-|~) ?${HOUR}[点时])`, 'y'),
    read: ({ hour }) =>
      clockStep({ hour: hourValue(hour), minute: 0, second: 0, grain: 'hour', dial: 'spoken' }),
  },
  {
    // 八九点: either hour.
    starts: '一二两三四五六七八九',
    regex: /(?<hour>[一二两三四五六七八])(?<next>[二三四五六七八九])点钟?/y,
    read: ({ hour, next }, { text, start }) => {
      const first = hourValue(hour);
      if (small(next) !== first + 1 || /[零〇一二三四五六七八九十\d]/.test(text[start - 1] ?? ''))
        return null;
      const step = clockStep({ hour: first, minute: 0, second: 0, grain: 'hour', dial: 'spoken' });
      return step && { ...step, candidates: (scope) => eitherHour(step.candidates(scope)) };
    },
  },
  {
    starts: '0123456789',
    regex:
      /(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?![\d:])(?: ?(?<half>[apAP])\.?[mM]\b)?/y,
    read: ({ hour = '', minute, second, half }, { text, start }) => {
      if (/[\d:.]/.test(text.slice(Math.max(0, start - 1), start))) return null;
      const numeric = /[-/.]\d{1,2}[Tt ]$/.test(text.slice(Math.max(0, start - 4), start));
      return clockStep({
        hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (/[pP]/.test(half) ? 12 : 0),
        minute: Number(minute),
        second: Number(second ?? 0),
        grain: second === undefined ? 'minute' : 'second',
        dial:
          half !== undefined || hour.length === 2 || second !== undefined || numeric ? 'exact' : 'written',
      });
    },
  },
  {
    starts: '0123456789',
    regex: /(?<hour>1[0-2]|[1-9]) ?(?<half>[apAP])\.?[mM]\b/y,
    read: ({ hour, half = '' }) =>
      clockStep({
        hour: (Number(hour) % 12) + (/[pP]/.test(half) ? 12 : 0),
        minute: 0,
        second: 0,
        grain: 'hour',
        dial: 'exact',
      }),
  },
  {
    starts: '差',
    regex: new RegExp(
      `差(?<short>${SMALL}分钟?|一刻钟?|[五十]分?)(?:钟)?(?:就|到|不到)?(?<hour>${HOUR})点(?:钟|整)?`,
      'y',
    ),
    read: ({ short = '', hour }) => before(hourValue(hour), short),
  },
  {
    starts: '0123456789一二两三四五六七八九十',
    regex: new RegExp(`(?<hour>${HOUR})点钟?(?:还)?差(?<short>${SMALL}分|一刻|[五十])`, 'y'),
    read: ({ short = '', hour }) => before(hourValue(hour), short),
  },
  {
    starts: '午子零正半',
    regex: /(?<word>午夜|子夜|零点|零时|正午)(?:钟|整|正)?(?!利率)/y,
    read: ({ word }) =>
      clockStep({
        hour: word === '正午' ? 12 : word === '午夜' || word === '子夜' ? 24 : 0,
        minute: 0,
        second: 0,
        grain: 'hour',
        dial: 'exact',
      }),
  },
];

/** 差五分八点: minutes short of the hour. */
function before(hour: number, short: string): Step | null {
  const minutes = short.startsWith('一刻') ? 15 : small(short.replace(/分?钟?$/, ''));
  if (minutes < 1 || minutes > 59) return null;
  const previous = (hour + 23) % 24;
  const dial = hour > 12 || hour === 0 ? 'exact' : 'spoken';
  return clockStep({
    hour: previous === 0 ? 12 : previous,
    minute: 60 - minutes,
    second: 0,
    grain: 'minute',
    dial,
  });
}
