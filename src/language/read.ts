import { readAges } from './ages/index.js';
import type { LocalDateTime } from './calendar.js';
import { readDates } from './dates/index.js';
import { readDigits } from './digits.js';
import { readDurations } from './durations.js';
import { fold } from './fold.js';
import { readMoney } from './money.js';
import { readNumbers } from './numbers.js';
import { scanNumerals } from './numerals.js';
import { readPercents } from './percents.js';
import type { Readings, Span } from './types.js';

/** Which of two readings of the same words stands, first to last. */
const RANKED: readonly (keyof Readings)[] = [
  'digits',
  'dates',
  'ages',
  'money',
  'percents',
  'durations',
  'numbers',
];

/**
 * Readings that the very same words may have beside that of a number, for others to choose from: a bare 八十五 may be
 * an age, 3/4 a date, and 百分之五 is 0.05.
 */
const SHARED: readonly (keyof Readings)[] = ['dates', 'ages', 'money', 'percents'];

/** The spans that stand: the longer of two that overlap, the higher ranked of two as long. */
function outermost(readings: Readings, length: number): ReadonlySet<Span> {
  // The sort is stable: of two as long the higher ranked stays first.
  const spans = RANKED.flatMap((kind): Span[] => readings[kind]);
  spans.sort((a, b) => b.end - b.start - (a.end - a.start));
  const taken = new Uint8Array(length);
  const kept = new Set<Span>();
  for (const span of spans) {
    // No span kept so far is shorter: one that overlaps this one covers an end of it.
    if (taken[span.start] === 1 || taken[span.end - 1] === 1) continue;
    for (let at = span.start; at < span.end; at++) taken[at] = 1;
    kept.add(span);
  }
  // Where each ends, by where it starts: those kept so far do not overlap.
  const standing = (kinds: readonly (keyof Readings)[]): ReadonlyMap<number, number> => {
    const ends = new Map<number, number>();
    for (const kind of kinds)
      for (const span of readings[kind]) if (kept.has(span)) ends.set(span.start, span.end);
    return ends;
  };
  const births = standing(['dates']);
  const shared = standing(SHARED);
  for (const age of readings.ages) if (births.get(age.start) === age.end) kept.add(age);
  for (const number of readings.numbers) if (shared.get(number.start) === number.end) kept.add(number);
  return kept;
}

/**
 * Everything that `text` says in figures, at the local time `now`. No two readings overlap but a number, or the age by
 * a date of birth, and what the very same words are besides: the 三 of 三月三号 is no
 * number, the 三天 of 三天以后 no duration. Linear in the length of `text`, sorting of the readings aside.
 */
export function read(text: string, now: LocalDateTime): Readings {
  const folded = fold(text);
  const numerals = scanNumerals(folded);
  const dates = readDates(text, now, folded);
  const all: Readings = {
    numbers: readNumbers(folded, numerals),
    money: readMoney(folded, numerals),
    percents: readPercents(folded, numerals),
    durations: readDurations(folded, numerals),
    dates,
    ages: readAges(text, now, folded, numerals, dates),
    digits: readDigits(folded),
  };
  const kept = outermost(all, text.length);
  // What was read of the folded text stands in the line as it was said.
  for (const span of kept) span.text = text.slice(span.start, span.end);
  const standing = <S extends Span>(spans: readonly S[]): S[] => spans.filter((span) => kept.has(span));
  return {
    numbers: standing(all.numbers),
    money: standing(all.money),
    percents: standing(all.percents),
    durations: standing(all.durations),
    dates: standing(all.dates),
    ages: standing(all.ages),
    digits: standing(all.digits),
  };
}
