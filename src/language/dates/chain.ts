import { areFilled, hear, register } from '../letters.js';
import { needsOf } from '../needs.js';
import { CLOCK_PATTERNS } from './clock.js';
import { DAY_PATTERNS } from './days.js';
import { FESTIVAL_PATTERNS } from './festival-patterns.js';
import type { Interval } from './interval.js';
import { LUNAR_PATTERNS } from './lunar-patterns.js';
import { MONTH_PATTERNS } from './months.js';
import { NUMERIC_PATTERNS } from './numeric.js';
import { PART_PATTERNS } from './parts.js';
import { PRESENT_PATTERNS } from './present.js';
import { SPAN_PATTERNS } from './spans.js';
import type { Kind, Pattern, Scope, Step } from './step.js';
import { WEEK_PATTERNS } from './weeks.js';
import { YEAR_PART_PATTERNS } from './year-parts.js';
import { YEAR_PATTERNS } from './years.js';

/** What may narrow what: 去年 三月 三号 上午 九点. A weekday or festival after a date is a check of it. */
const NARROWS: Readonly<Record<Kind, readonly Kind[]>> = {
  century: ['decade'],
  decade: [],
  lunarYear: ['lunarMonth', 'lunarDay', 'festival'],
  year: ['day', 'yearPart', 'quarter', 'month', 'lunarMonth', 'lunarDay', 'festival', 'span'],
  yearPart: ['day'],
  quarter: ['yearPart'],
  month: ['day', 'monthPart', 'monthDay', 'lunarDay', 'week', 'weekday'],
  monthPart: ['day'],
  week: ['day', 'weekday'],
  weekday: ['part', 'clock'],
  monthDay: ['weekday', 'part', 'clock', 'festival'],
  lunarMonth: ['day', 'monthPart'],
  lunarDay: ['weekday', 'part', 'clock', 'festival'],
  festival: ['weekday', 'part', 'clock', 'lunarDay'],
  day: ['weekday', 'part', 'clock', 'monthDay'],
  span: [],
  part: ['part', 'clock'],
  clock: [],
};

/** `needs`: without these characters in the text it is not tried (see letters.ts). */
type Sieved = Pattern & { needs: readonly number[] };

/** By the code unit they begin with. */
const PATTERNS: ReadonlyMap<number, readonly Sieved[]> = (() => {
  const byStart = new Map<number, Sieved[]>();
  const all = [
    ...[
      ...SPAN_PATTERNS,
      ...DAY_PATTERNS,
      ...YEAR_PATTERNS,
      ...YEAR_PART_PATTERNS,
      ...PRESENT_PATTERNS,
      ...LUNAR_PATTERNS,
      ...MONTH_PATTERNS,
    ],
    ...[...WEEK_PATTERNS, ...NUMERIC_PATTERNS, ...FESTIVAL_PATTERNS, ...PART_PATTERNS, ...CLOCK_PATTERNS],
  ];
  for (const { starts, regex, read } of all) {
    const pattern: Sieved = { starts, regex, read, needs: register(needsOf(regex.source)) };
    for (const start of new Set([...starts].map((start) => start.charCodeAt(0))))
      byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  return byStart;
})();

/** `ends`: where each of `steps` ends in the text. */
export interface Chain {
  steps: readonly Step[];
  ends: readonly number[];
  start: number;
  end: number;
}

/** 明天从五点到六点, 12月5日,周六. */
const JOINT = / {0,3}(?:的|,|[从自])? {0,3}/y;

function stepAt(
  text: string,
  start: number,
  previous: Step | null,
  now: number,
): { step: Step; end: number } | null {
  const patterns = PATTERNS.get(text.charCodeAt(start));
  if (patterns === undefined) return null;
  let best: { step: Step; end: number } | null = null;
  for (const pattern of patterns) {
    if (!areFilled(pattern.needs)) continue;
    pattern.regex.lastIndex = start;
    const match = pattern.regex.exec(text);
    const end = start + (match?.[0].length ?? 0);
    if (match === null || end <= (best?.end ?? start)) continue;
    const step = pattern.read(match.groups ?? {}, { text, start, end, previous }, now);
    if (step === null || (previous !== null && !NARROWS[previous.kind].includes(step.kind))) continue;
    best = { step, end };
  }
  return best;
}

/** No date has more parts than this; a run of 周一周一周一 is many dates. */
const MOST_STEPS = 8;

/** The longest run of steps that narrow one another, from `start`; null when no date begins there. */
export function chainAt(text: string, start: number, now: number): Chain | null {
  if (!PATTERNS.has(text.charCodeAt(start))) return null;
  hear(text);
  const steps: Step[] = [];
  const ends: number[] = [];
  let end = start;
  for (let at = start; steps.length < MOST_STEPS; ) {
    const previous = steps[steps.length - 1] ?? null;
    const found = stepAt(text, at, previous, now);
    // 一号下午，上午我要去买菜: after a pause another part of the day narrows nothing.
    if (found?.step.kind === 'part' && previous?.kind === 'part' && text.slice(end, at).includes(',')) break;
    if (found !== null) {
      steps.push(found.step);
      ends.push(found.end);
      end = found.end;
      at = found.end;
      continue;
    }
    if (previous === null || at !== end) break;
    JOINT.lastIndex = end;
    JOINT.test(text);
    if (JOINT.lastIndex <= end) break;
    at = JOINT.lastIndex;
  }
  return steps.length === 0 ? null : { steps, ends, start, end };
}

/** The first time that the steps from `at` on narrow one another to, of those that end after `past`. */
function narrowed(
  steps: readonly Step[],
  at: number,
  { now, after, within, onward }: Scope,
  past: number,
): Interval | null {
  for (const { from, to, grain, calendar, ambiguous } of steps[at]?.candidates({
    now,
    after,
    within,
    onward,
  }) ?? []) {
    const inherited: Interval = {
      from,
      to,
      grain,
      calendar: within?.calendar === 'lunar' ? 'lunar' : calendar,
      ambiguous: ambiguous || (within?.ambiguous ?? false),
    };
    const last = at + 1 === steps.length;
    const found = last ? inherited : narrowed(steps, at + 1, { now, after, within: inherited, onward }, past);
    if (found !== null && found.to > past) return found;
  }
  return null;
}

/** The time a chain means: in its own past or future when it is anchored, else the next. */
export function resolve({ steps }: Chain, scope: Scope): Interval | null {
  const anchored = steps[0]?.anchored === true;
  return narrowed(steps, 0, scope, anchored ? Number.NEGATIVE_INFINITY : scope.after);
}
