import { DAY_SECONDS, dayOfInstant, weekdayOf } from '../calendar.js';
import { small } from './figures.js';
import { dayInterval, days, type Interval, monthsInterval, weekInterval, yearOf } from './interval.js';
import { solarTerm } from './lunar.js';
import { fixed, type Pattern, type Scope, type Step, yearly } from './step.js';

const WEEK = '(?:周|星期|礼拜)';
const DAY_NAME = '(?:六(?:周|星期|礼拜)?[日天]|[一二三四五六日天末1-7])';
/** Not a weekday: 周一围 is what it says, but names and measures are not. */
const NAME_AFTER = '(?!丰|岁|口|游|身|密|转)';

function weekdayValue(name: string): number {
  return /[日天]/.test(name) ? 7 : small(name);
}

/** 周末, 周六日, 周六周日. */
function isWeekend(name: string): boolean {
  return name === '末' || name.length > 1;
}

function weekend(monday: number): Interval {
  return days(monday + 5, monday + 7, 'day');
}

function inWeek(monday: number, name: string): Interval {
  return isWeekend(name) ? weekend(monday) : dayInterval(monday + weekdayValue(name) - 1);
}

/** 上上 is two back, 下下 two on, 这 this one. */
function weekOffset(side: string): number {
  const ups = side.split('上').length - 1 + (/^[大前再]+上/.test(side) ? 1 : 0);
  const downs = side.split('下').length - 1 + (/^[大再]+下/.test(side) ? 1 : 0);
  return downs - ups;
}

function mondayFrom(now: number, weeks: number): number {
  const day = dayOfInstant(now);
  return day - weekdayOf(day) + 1 + weeks * 7;
}

function* nextWeekday({ within, after, now }: Scope, name: string): Generator<Interval> {
  if (within?.grain === 'week' || (within !== null && within.to - within.from === 7 * DAY_SECONDS)) {
    yield inWeek(within.from / DAY_SECONDS, name);
    return;
  }
  if (within !== null) {
    // Beside a date it is a check of it (12月3号星期四); the date stands, in doubt where the check fails.
    const weekday = weekdayOf(dayOfInstant(within.from));
    const fits = isWeekend(name) ? weekday >= 6 : weekday === weekdayValue(name);
    yield fits ? within : { ...within, ambiguous: true };
    return;
  }
  const today = dayOfInstant(now);
  for (let monday = mondayFrom(after, 0), week = 0; week < 60; week += 1, monday += 7) {
    const found = inWeek(monday, name);
    // 周三 said on a Wednesday is rather the next than today, which is called 今天.
    const isToday =
      found.grain === 'day' && found.from === today * DAY_SECONDS && !isWeekend(name) && after === now;
    if (isToday) continue;
    const wasToday =
      week === 1 && after === now && weekdayOf(today) === weekdayValue(name) && !isWeekend(name);
    if (found.to > after) yield { ...found, ambiguous: wasToday };
  }
}

function weekdayStep(name: string): Step {
  return { kind: 'weekday', anchored: false, candidates: (scope) => nextWeekday(scope, name) };
}

/** First month of each season, the Chinese meteorological way. */
const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

/** Turns of the year: the solar term that begins them and how many days they last. */
const TURNS: Readonly<Record<string, readonly [string, number]>> = {
  ...{
    开春: ['立春', 45],
    立了春: ['立春', 45],
    打春: ['立春', 1],
    入夏: ['立夏', 30],
    立了夏: ['立夏', 30],
  },
  ...{
    入秋: ['立秋', 30],
    立了秋: ['立秋', 30],
    交秋: ['立秋', 1],
    入冬: ['立冬', 30],
    立了冬: ['立冬', 30],
  },
  ...{ 开冬: ['立冬', 30], 交冬: ['立冬', 30], 数九: ['冬至', 81], 数九天: ['冬至', 81], 入九: ['冬至', 9] },
};

function turn(year: number, name: string): Interval | null {
  const [term, length] = TURNS[name] ?? ['立春', 1];
  const first = solarTerm(year, term);
  return first === null ? null : days(first, first + length, 'day', { ambiguous: true });
}

export const WEEK_PATTERNS: readonly Pattern[] = [
  {
    starts: '上这今本下当前大再',
    regex: new RegExp(
      `(?<side>[大再]?上{1,3}一?|这一?|今(?=个)|本|当|[大再]?下{1,3}一?)个?${WEEK}的?(?<name>${DAY_NAME}(?!个))${NAME_AFTER}`,
      'y',
    ),
    read: ({ side = '', name = '' }) => {
      const step = fixed('weekday', (now) => inWeek(mondayFrom(now, weekOffset(side)), name));
      return step;
    },
  },
  {
    starts: '上这本下当前大再',
    regex: new RegExp(`(?<side>[大再]?上{1,3}一?|这一?|本|当|[大再]?下{1,3}一?)个?${WEEK}(?!期|岁)`, 'y'),
    read: ({ side = '' }) => fixed('week', (now) => weekInterval(mondayFrom(now, weekOffset(side)))),
  },
  {
    starts: '周星礼',
    regex: new RegExp(`${WEEK}(?<name>${DAY_NAME})${NAME_AFTER}`, 'y'),
    read: ({ name = '' }, { text, start, end }) => {
      const before = text.slice(Math.max(0, start - 2), start);
      if (/[双单]$/.test(before) || /[叫姓找]$/.test(before)) return null;
      return /^(?:大爷|奶奶|先生|女士|老师)/.test(text.slice(end, end + 2)) ? null : weekdayStep(name);
    },
  },
  {
    starts: '双',
    regex: /双休日/y,
    read: () => weekdayStep('末'),
  },
  {
    starts: '(',
    regex: new RegExp(`\\(${WEEK}(?<name>[一二三四五六日天])\\)`, 'y'),
    read: ({ name = '' }, { previous }) => (previous === null ? null : weekdayStep(name)),
  },
  {
    starts: '今去明来',
    regex: /(?<year>[今去明来])(?<season>[春夏秋冬])(?!节|联|晚|日|天|季|至)/y,
    read: ({ year = '', season = '' }) => {
      const offset = { 去: -1, 明: 1, 来: 1 }[year] ?? 0;
      return fixed('quarter', (now) =>
        monthsInterval(yearOf(now) + offset, SEASONS[season] ?? 3, 3, 'quarter'),
      );
    },
  },
  {
    starts: '春夏秋冬',
    regex: /(?<season>[春夏秋冬])(?:天|季|日里|里天)(?!节|论)/y,
    read: ({ season = '' }) => ({
      kind: 'quarter',
      anchored: false,
      candidates: (scope) =>
        yearly(scope, scope.within === null ? yearOf(scope.after) - 1 : yearOf(scope.within.from), (year) =>
          monthsInterval(year, SEASONS[season] ?? 3, 3, 'quarter'),
        ),
    }),
  },
  {
    starts: '开立打入交数',
    regex: new RegExp(
      `(?<name>${Object.keys(TURNS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?:以后|后|了)?`,
      'y',
    ),
    read: ({ name = '' }) => ({
      kind: 'span',
      anchored: false,
      candidates: (scope) =>
        yearly(scope, yearOf(scope.within?.from ?? scope.after), (year) => turn(year, name)),
    }),
  },
];
