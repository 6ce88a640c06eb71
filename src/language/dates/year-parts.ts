import { dateOf, dayOfInstant } from '../calendar.js';
import { small } from './figures.js';
import { type Interval, monthsInterval, yearOf, yearsInterval } from './interval.js';
import { fixed, type Pattern, standsFree } from './step.js';

function yearPart(now: number, scope: Interval | null, part: string): Interval {
  if (scope?.grain === 'quarter') {
    const { year, month } = dateOf(dayOfInstant(part === '初' ? scope.from : scope.to - 1));
    return monthsInterval(year, month, 1, 'month');
  }
  const year = scope === null ? yearOf(now) : yearOf(scope.from);
  if (part === '初' || part === '头') return monthsInterval(year, 1, 1, 'month');
  if (part === '中') return monthsInterval(year, 6, 2, 'month');
  return monthsInterval(year, 12, 1, 'month');
}

/** 年底, 上半年, 二季度. */
export const YEAR_PART_PATTERNS: readonly Pattern[] = [
  {
    starts: '年',
    regex: /年(?<part>底|末|尾|终|初(?![一二三四五六七八九十])|中|头)(?:上|里)?/y,
    read: ({ part = '' }, { previous }) => ({
      kind: 'yearPart',
      anchored: previous !== null,
      candidates: ({ now, after, within }) => {
        const found = yearPart(now, within, part);
        if (within !== null || found.to > after) return [found];
        return [yearPart(now, yearsInterval(yearOf(now) + 1), part)];
      },
    }),
  },
  {
    starts: '底末尾初中',
    regex: /(?<part>[底末尾初]|中(?![秋国心央午间期共学小级]))(?![一二三四五六七八九十])/y,
    read: ({ part = '' }, { previous }) =>
      previous?.kind !== 'year' && !(previous?.kind === 'quarter' && part !== '中')
        ? null
        : {
            kind: 'yearPart',
            anchored: true,
            candidates: ({ now, within }) => [yearPart(now, within, part)],
          },
  },
  {
    starts: '上前下后',
    regex: /(?<half>[上前下后])半年/y,
    read: ({ half = '' }, { text, start, previous }) => {
      const month = '上前'.includes(half) ? 1 : 7;
      // 前半年 may also be the last six months.
      const ambiguous = previous === null && '前后'.includes(half);
      if (ambiguous && !standsFree(text, start)) return null;
      return {
        kind: 'yearPart',
        anchored: true,
        candidates: ({ now, within }) => [
          { ...monthsInterval(yearOf(within?.from ?? now), month, 6, 'quarter'), ambiguous },
        ],
      };
    },
  },
  {
    // 今年前三个月, 2025年最后一个月; 前三季度 also by itself.
    starts: '前头后最',
    regex:
      /(?<side>前|头|后|最后)(?<count>[一二两三四五六七八九十1-9]{1,2})(?:个?(?<quarters>季度?)(?!度|节|报)|个月)/y,
    read: ({ side = '', count, quarters }, { text, start, previous }) => {
      const months = small(count === '两' ? '二' : count) * (quarters === undefined ? 1 : 3);
      const alone = previous === null && side === '前' && quarters !== undefined && standsFree(text, start);
      if (months < 1 || months > 12 || (previous?.kind !== 'year' && !alone)) return null;
      const first = side.endsWith('后') ? 13 - months : 1;
      const grain = quarters === undefined ? 'month' : 'quarter';
      return {
        kind: 'yearPart',
        anchored: true,
        candidates: ({ now, within }) => [monthsInterval(yearOf(within?.from ?? now), first, months, grain)],
      };
    },
  },
  {
    starts: '上本这下',
    regex: /(?<side>上|本|这|下)一?个?季度?(?!度|节|报)/y,
    read: ({ side }) =>
      fixed('quarter', (now) => {
        const { year, month } = dateOf(dayOfInstant(now));
        const first = month - ((month - 1) % 3) + (side === '上' ? -3 : side === '下' ? 3 : 0);
        return monthsInterval(year, first, 3, 'quarter');
      }),
  },
  {
    starts: '第一二三四1234Qq',
    regex:
      /(?:(?:第(?<nth>[一二三四1-4])个?季度?|(?<quarter>[一二三四1-4])季度|(?<short>[一二三四])季(?!度|[^末初的,。\s]))(?!节|报|稻)|[Qq](?<letter>[1-4])(?!\d))/y,
    read: ({ nth, quarter, short, letter }, { previous }) => {
      if (short !== undefined && previous?.kind !== 'year') return null;
      const month = small(nth ?? quarter ?? short ?? letter) * 3 - 2;
      return {
        kind: 'quarter',
        anchored: false,
        candidates: ({ now, after, within }) => {
          const found = monthsInterval(yearOf(within?.from ?? now), month, 3, 'quarter');
          if (within !== null || found.to > after) return [found];
          return [monthsInterval(yearOf(now) + 1, month, 3, 'quarter')];
        },
      };
    },
  },
];
