import type { Interval } from './interval.js';

/** What a part of a date expression narrows to; a coarser part may be followed by a finer one (see chain.ts). */
export type Kind =
  | 'century'
  | 'decade'
  | 'lunarYear'
  | 'year'
  | 'yearPart'
  | 'quarter'
  | 'month'
  | 'monthPart'
  | 'week'
  | 'weekday'
  | 'monthDay'
  | 'lunarMonth'
  | 'lunarDay'
  | 'festival'
  | 'day'
  | 'span'
  | 'part'
  | 'clock';

/**
 * Where a step looks for its dates: inside `within` when a coarser step came before it, else from `after` on.
 * `onward`: the end of a range, which is the next such time after its start, whatever the hour.
 */
export interface Scope {
  now: number;
  after: number;
  within: Interval | null;
  onward: boolean;
}

/** Candidates come in the order of time; the first that the finer steps and the calendar allow is meant. */
export interface Step {
  kind: Kind;
  /** Bound to `now` (明天, 去年) or to a written year: not moved on to the next one when it is past. */
  anchored: boolean;
  candidates(scope: Scope): Iterable<Interval>;
}

export interface Place {
  /** Folded text (see fold.ts). */
  text: string;
  start: number;
  end: number;
  previous: Step | null;
}

export interface Pattern {
  /** The characters that a match can begin with. */
  starts: string;
  /** Sticky. */
  regex: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, place: Place, now: number): Step | null;
}

/** What may stand before 前两天 and 后半天; after another character they are 以前两天, 手术后半天. */
const FREE = /^(?:|[^\u4e00-\u9fff]|[在自把对看的和与于及是就想要给跟了我你您他她俺咱恁们])$/;

export function standsFree(text: string, start: number): boolean {
  return FREE.test(text.slice(Math.max(0, start - 1), start));
}

export function fixed(kind: Kind, found: (now: number) => Interval): Step {
  return { kind, anchored: true, candidates: ({ now }) => [found(now)] };
}

/** How many years ahead a date without a year is looked for: 闰 months return within 38 years at the most. */
const YEARS_AHEAD = 60;

/** What comes once a year: the one inside the scope, or the next. `inYear` null: that year has none. */
export function* yearly(
  scope: Scope,
  firstYear: number,
  inYear: (year: number) => Interval | null,
): Generator<Interval> {
  const last = scope.within === null ? firstYear + YEARS_AHEAD : firstYear;
  for (let year = firstYear; year <= last; year += 1) {
    const found = inYear(year);
    if (found !== null && (scope.within !== null || found.to > scope.after)) yield found;
  }
}
