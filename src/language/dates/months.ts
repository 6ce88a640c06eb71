import { addMonths, DAY_SECONDS, dateOf, dayOfInstant, isDate, monthStart, nthWeekday } from '../calendar.js';
import { FIGURE_STARTS, SMALL, small } from './figures.js';
import { dayInterval, days, type Interval, monthsInterval, yearOf } from './interval.js';
import { fixed, type Pattern, type Scope, type Step, standsFree, yearly } from './step.js';

/** 一月能领多少, 一月两百块: a month's pay and not January. */
const IS_MONTH = /^(?![能领发给交拿挣得可一二两三四五六七八九十百千几多要补收开花用\d]|才|大概|不到|多少)/;
const DAY_FOLLOWS = new RegExp(`^(?:${SMALL})[号日]`);

function* yearlyMonths(scope: Scope, month: number, count = 1): Generator<Interval> {
  const first = yearOf(scope.within?.from ?? scope.after);
  yield* yearly(scope, first, (year) => monthsInterval(year, month, count, 'month'));
}

function monthStep(month: number): Step {
  return { kind: 'month', anchored: false, candidates: (scope) => yearlyMonths(scope, month) };
}

/** 上个三月, 这个三月: the last one that is over, this year's, the next. */
function namedMonth(side: string, month: number): Step {
  return fixed('month', (now) => {
    const year = yearOf(now);
    const found = monthsInterval(year, month, 1, 'month');
    if (side === '上' && found.to > now) return monthsInterval(year - 1, month, 1, 'month');
    return side === '下' && found.from <= now ? monthsInterval(year + 1, month, 1, 'month') : found;
  });
}

function relativeMonth(count: number): Step {
  return fixed('month', (now) => {
    const day = dayOfInstant(now);
    return days(monthStart(day, count), monthStart(day, count + 1), 'month');
  });
}

/** First and last day of each part of a month; 31 stands for its last. */
const MONTH_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 中上旬: [1, 20], 上中旬: [1, 20], 中下旬: [11, 31] },
  ...{ 初: [1, 5], 头: [1, 5], 上旬: [1, 10], 中旬: [11, 20], 中: [11, 20], 下旬: [21, 31] },
  ...{ 底: [25, 31], 末: [25, 31], 尾: [25, 31], 上半月: [1, 15], 下半月: [16, 31] },
  ...{ 上半个月: [1, 15], 下半个月: [16, 31], 前半月: [1, 15], 后半月: [16, 31] },
  ...{ 前半个月: [1, 15], 后半个月: [16, 31] },
};

function monthPart(monthDay: number, part: string, ambiguous: boolean): Interval {
  const start = monthStart(monthDay);
  return partFrom(start, monthStart(start, 1) - start, part, ambiguous);
}

/** A part of the month that begins on day `start`; the Gregorian days serve for the lunar month's 29 or 30 too. */
function partFrom(start: number, length: number, part: string, ambiguous: boolean): Interval {
  const [first, last] = MONTH_PARTS[part] ?? [1, 31];
  return days(start + first - 1, start + Math.min(last, length), 'day', { ambiguous });
}

function monthPartStep(part: string, inside: boolean, ambiguous: boolean): Step {
  return {
    kind: 'monthPart',
    anchored: inside,
    candidates: ({ within, after }) => {
      const day = dayOfInstant(within?.from ?? after);
      if (within?.calendar === 'lunar')
        return [partFrom(day, (within.to - within.from) / DAY_SECONDS, part, ambiguous)];
      const found = monthPart(day, part, ambiguous);
      return [inside || found.to > after ? found : monthPart(monthStart(day, 1), part, ambiguous)];
    },
  };
}

function dayOfMonthStep(day: number, ambiguous: boolean, count = 1): Step {
  return {
    kind: 'monthDay',
    anchored: false,
    candidates: (scope) => daysOfMonths(scope, day, count, ambiguous),
  };
}

function* daysOfMonths(
  { within, after }: Scope,
  day: number,
  count: number,
  ambiguous: boolean,
): Generator<Interval> {
  const months = within === null ? 48 : 1;
  const start = monthStart(dayOfInstant(within?.from ?? after));
  for (let ahead = 0; ahead < months; ahead += 1) {
    const first = addMonths(start, ahead);
    const { year, month } = dateOf(first);
    if (!isDate(year, month, day + count - 1)) continue;
    const found = days(first + day - 1, first + day - 1 + count, 'day', { ambiguous });
    if (within !== null || found.to > after) yield found;
  }
}

/** After a number with 号: what makes it a house, a line, a document. */
const NO_DATE_AFTER =
  '(?![楼院线门房床桌座车站机铺仓馆厅病室柜台窗文件选球墙单诊队井令药针鞋字色码人技坑脉])';
/** Before it: 建设路8号, 鹤政发〔2021〕3号, 2021年3号, 第3号, A3号, 13月1日. */
const NO_DATE_BEFORE =
  /[牌路街道巷弄村区院楼层〕】\])第字栋幢座函令码编年A-Za-z\d.]$|[\d一二三四五六七八九十]月$/;
/** 三日 by itself: a day, unless something makes it a length. */
const LENGTH_AROUND = /[每近满足过第约超]$/;

export const MONTH_PATTERNS: readonly Pattern[] = [
  {
    starts: `元${FIGURE_STARTS}`,
    regex: new RegExp(
      `(?<month>${SMALL}|元(?=月)) ?(?:月份|月(?!龄|嫂|子|亮|经|薪|租|饼|底线|供|票|球)|(?= ?(?:到|至|-|~) ?${SMALL}月))`,
      'y',
    ),
    read: ({ month }, { text, start, end, previous }) => {
      const value = month === '元' ? 1 : small(month);
      if (value < 1 || value > 12 || text.startsWith('怀胎', end)) return null;
      if (previous === null && text[start - 1] === '第') return null;
      const bare = previous === null && text[end - 1] === '月' && /[一二三四五六七八九十]/.test(month ?? '');
      if (bare && value === 1 && !IS_MONTH.test(text.slice(end, end + 3))) {
        const dayFollows = DAY_FOLLOWS.test(text.slice(end, end + 4));
        if (!dayFollows) return null;
      }
      return monthStep(value);
    },
  },
  {
    starts: '上这下',
    regex: new RegExp(`(?<side>[上这下])一?个(?<month>${SMALL})月份?(?!龄|嫂|子)`, 'y'),
    read: ({ side = '', month }) => {
      const value = small(month);
      return value < 1 || value > 12 ? null : namedMonth(side, value);
    },
  },
  {
    // 三四月, 7、8月份: the two of them.
    starts: FIGURE_STARTS,
    regex:
      /(?<ten>十)?(?:(?<first>[一二三四五六七八九])、?|(?<figure>\d{1,2})、)(?<second>[二三四五六七八九十]|十[一二]|\d{1,2})月份?(?!龄|嫂|子|[\d一二三四五六七八九十])/y,
    read: ({ ten, first, figure, second }, { text, start }) => {
      const tens = ten === undefined ? 0 : 10;
      const month = tens + small(first ?? figure);
      if (/[第\d一二三四五六七八九十]/.test(text[start - 1] ?? '')) return null;
      if (tens + small(second) !== month + 1 || month > 11) return null;
      return { kind: 'span', anchored: false, candidates: (scope) => yearlyMonths(scope, month, 2) };
    },
  },
  {
    starts: '大上这本当下再',
    regex: /(?<side>上{1,3}|大上|这|本|当|下{1,3}|再下)一?个?月份?(?!嫂|子|亮)/y,
    read: ({ side = '' }) => {
      const ups = side.split('上').length - 1 + (side.startsWith('大') ? 1 : 0);
      const downs = side.split('下').length - 1 + (side.startsWith('再') ? 1 : 0);
      return relativeMonth(downs - ups);
    },
  },
  {
    starts: '月初底末中头尾上下前后',
    regex:
      /月?(?<part>中上旬|上中旬|中下旬|[上中下]旬|[上下前后]半个?月|初(?![一二三四五六七八九十])|底|末|中(?!午|国|心|医|秋|奖)|头|尾)/y,
    read: ({ part = '' }, { text, start, previous }) => {
      const inside = previous !== null;
      const short = !part.includes('旬') && !part.includes('半');
      if (!inside && text[start] !== '月' && short) return null;
      const loose = !inside && /^[前后]/.test(part);
      if (loose && !standsFree(text, start)) return null;
      // 前半个月 may also be the last two weeks.
      return monthPartStep(part, inside, loose);
    },
  },
  {
    starts: '第最头',
    regex: /(?<nth>第[一二三四五1-5]|最后一?|头一?)个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-7])?/y,
    read: ({ nth = '', weekday }, { previous }) => {
      if (previous === null) return null;
      const count = nth.startsWith('最') ? -1 : nth.startsWith('头') ? 1 : small(nth.slice(1));
      const wanted =
        weekday === undefined || weekday === '末' ? null : /[日天]/.test(weekday) ? 7 : small(weekday);
      return {
        kind: wanted === null ? 'week' : 'weekday',
        anchored: false,
        candidates: ({ within }) => {
          if (within === null) return [];
          const [first, end] = [within.from / DAY_SECONDS, within.to / DAY_SECONDS];
          const found = nthWeekday(first, end, count, wanted ?? 1);
          if (found === null) return [];
          return [wanted === null ? days(found, found + 7, 'week') : dayInterval(found)];
        },
      };
    },
  },
  {
    starts: FIGURE_STARTS,
    regex: new RegExp(
      `(?<day>${SMALL}) ?(?:号${NO_DATE_AFTER}|日(?!元|圆|[一二两三多几]次|[一二两三]餐|子|照|本|常|游|谈|托|内|间|志)|(?= ?(?:到|至|-|~) ?${SMALL}[号日]${NO_DATE_AFTER}))`,
      'y',
    ),
    read: ({ day }, { text, start, end, previous }) => {
      const value = small(day);
      if (value < 1 || value > 31) return null;
      const before = text.slice(Math.max(0, start - 2), start);
      if (previous === null && NO_DATE_BEFORE.test(before)) return null;
      const byDay = text[end - 1] === '日' && previous === null;
      const dated = /[于在]$/.test(before) && text[end] === '前';
      const bounded = /^[以之]?[前后内]/.test(text.slice(end, end + 2));
      if (byDay && (LENGTH_AROUND.test(before) || (bounded && !dated))) return null;
      return dayOfMonthStep(value, byDay && !/\d/.test(day ?? ''));
    },
  },
  {
    // 二十三四号: either day.
    starts: FIGURE_STARTS,
    regex: new RegExp(
      `(?<tens>[二三]?十)?(?<low>[一二三四五六七八])(?<high>[二三四五六七八九])号${NO_DATE_AFTER}`,
      'y',
    ),
    read: ({ tens = '', low = '', high }, { text, start, previous }) => {
      const value = small(`${tens}${low}`);
      if (small(high) !== small(low) + 1 || value > 30) return null;
      if (previous === null && NO_DATE_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return null;
      return dayOfMonthStep(value, true, 2);
    },
  },
  {
    // 二十三上午: the day said short.
    starts: '十二三廿',
    regex:
      /(?<day>[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?=的?(?:上午|下午|早上|早晨|中午|晚上|傍晚))/y,
    read: ({ day }, { text, start, previous }) => {
      const value = small(day);
      const counted = /[一二三四五六七八九十百千万零〇两几\d]$/.test(
        text.slice(Math.max(0, start - 1), start),
      );
      return previous !== null || value > 31 || counted ? null : dayOfMonthStep(value, true);
    },
  },
  {
    // 八月十五 without 号 is how lunar dates are said; 3月3 in digits is not.
    starts: FIGURE_STARTS,
    regex: new RegExp(
      `(?<day>${SMALL})(?![次个届期块百千万亿点岁人家天碗片斤回趟遍元毛角度层楼单床位口户张年月份时分秒号日颗粒支瓶盒到至刻几多来半.:％%\\d〇零一二两三四五六七八九十])`,
      'y',
    ),
    read: ({ day }, { text, start, previous }) => {
      const value = small(day);
      if (previous?.kind !== 'month' || text[start - 1] !== '月' || value < 1 || value > 31) return null;
      return dayOfMonthStep(value, !/\d/.test(day ?? '') && value <= 30);
    },
  },
];
