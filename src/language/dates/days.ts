import { dateOf, dayNumber, dayOfInstant, isDate } from '../calendar.js';
import { dayInterval, days } from './interval.js';
import { fixed, type Pattern, type Step } from './step.js';

/** Days from today, in Mandarin and as Henan, Shandong, Shaanxi, Hunan and Cantonese speakers say them. */
const OFFSETS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, '今天 今日 今儿个 今儿 今个儿 今个 今朝 今日子 当日 即日'],
      [1, '明天 明日 明儿个 明儿 明个儿 明个 明朝 明日子 翌日 次日 听日 赶明儿 赶明儿个'],
      [2, '后天 后日 后儿个 后儿 后个儿 后个 后朝 后日子'],
      [3, '大后天 大后日 大后儿 大后儿个 大后个 外后天 外后日 老后天'],
      [4, '大大后天'],
      [-1, '昨天 昨日 昨儿个 昨儿 昨个儿 昨个 夜来 夜儿个 夜个儿 夜个 夜儿 昨日子 寻日 琴日'],
      [-2, '前天 前日 前儿个 前儿 前个儿 前日子'],
      [-3, '大前天 大前日 大前儿 大前儿个 先前天'],
      [-4, '大大前天'],
    ] as const
  ).flatMap(([offset, words]) => words.split(' ').map((word) => [word, offset] as const)),
);

const WORDS = [...OFFSETS.keys()].sort((one, other) => other.length - one.length);
/** 后天 is also "acquired", 今日 a newspaper, 前天 inside 从前天津. */
const NO_DAY_AFTER = '(?!性|形成|失明|致|残疾|获得|免疫|头条|津|然|赋)';

/** 明早, 昨晚: the day's short form; the part of the day follows by itself (see parts.ts). */
const SHORT: Readonly<Record<string, number>> = {
  ...{ 今: 0, 明: 1, 后: 2, 昨: -1, 前: -2, 听: 1, 寻: -1, 琴: -1, 当: 0 },
};

/** 去年的今天: that day of the month or of the year. */
function sameDay(offset: number): Step {
  return {
    kind: 'day',
    anchored: true,
    candidates: ({ now, within }) => {
      if (within === null) return [];
      const { month, day } = dateOf(dayOfInstant(now) + offset);
      const start = dateOf(dayOfInstant(within.from));
      const wanted = within.grain === 'year' ? month : start.month;
      return isDate(start.year, wanted, day) ? [dayInterval(dayNumber(start.year, wanted, day))] : [];
    },
  };
}

export const DAY_PATTERNS: readonly Pattern[] = [
  {
    starts: [...new Set(WORDS.map((word) => word[0] ?? ''))].join(''),
    regex: new RegExp(`(?<word>${WORDS.join('|')})${NO_DAY_AFTER}`, 'y'),
    read: ({ word = '' }, { text, start, previous }) => {
      if (previous?.kind === 'year' || previous?.kind === 'month') return sameDay(OFFSETS.get(word) ?? 0);
      if (/先天|[以之随先]$/.test(text.slice(Math.max(0, start - 2), start)) && word.startsWith('后'))
        return null;
      return fixed('day', (now) => dayInterval(dayOfInstant(now) + (OFFSETS.get(word) ?? 0)));
    },
  },
  {
    starts: '今明后昨前听寻琴',
    regex: /(?<word>[今明后昨前听寻琴])(?=[早晚夜晨]|凌晨|上午|下午|中午)(?!早[些点期])/y,
    read: ({ word = '' }, { text, start }) =>
      /[以之先提目最]$/.test(text.slice(Math.max(0, start - 1), start))
        ? null
        : fixed('day', (now) => dayInterval(dayOfInstant(now) + (SHORT[word] ?? 0))),
  },
  {
    starts: '最第头',
    regex: /(?<which>最后一|第一|头一)天/y,
    read: ({ which }, { previous }) =>
      previous === null || ['day', 'weekday', 'monthDay'].includes(previous.kind)
        ? null
        : {
            kind: 'day',
            anchored: true,
            candidates: ({ within }) => {
              if (within === null) return [];
              const day = dayOfInstant(which === '最后一' ? within.to - 1 : within.from);
              return [dayInterval(day, { calendar: within.calendar })];
            },
          },
  },
  {
    starts: '今明昨前后',
    regex: /(?<first>今明|明后|昨今|前昨|今后|昨前|前后)(?<count>[两天]天?)/y,
    read: ({ first = '', count = '' }) => {
      const from = { 今明: 0, 明后: 1, 昨今: -1, 前昨: -2, 昨前: -2 }[first];
      if (from === undefined || (count !== '两天' && count !== '天')) return null;
      return fixed('span', (now) => {
        const first = dayOfInstant(now) + from;
        return days(first, first + 2, 'day');
      });
    },
  },
];
