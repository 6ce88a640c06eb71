import type { LocalDateTime } from '../calendar.js';
import { readDates } from '../dates/index.js';
import { fold } from '../fold.js';
import { type Numeral, parseNumeral, scanNumerals } from '../numerals.js';
import type { AgeReading, DateReading } from '../types.js';
import { bornAges } from './born.js';
import { namedAges } from './named.js';
import { spokenAges } from './spoken.js';
import { zodiacAges } from './zodiac.js';

export { ageOn } from './age-on.js';

/** A number that is all the line says is an age from here on: who is asked for one is old. */
const LEAST_ALONE = 50;
const ALONE = /^[\s\p{P}]*([^\s\p{P}]{1,4})[\s\p{P}]*$/u;

/** Whether `folded` is a number and no more, and one that is likelier something else than an age (二十九). */
function hardlyAge(folded: string): boolean {
  const said = parseNumeral(ALONE.exec(folded)?.[1] ?? '');
  return said !== null && said < LEAST_ALONE;
}

/**
 * Ages in `text` as of `now` (local), left to right, none inside another. `years` are 周岁 wherever the words tell
 * (虚岁八十 is [78, 79]); basis `unknown` is an age said without either word. Ages of a policy's conditions
 * (六十五岁以上) are read too: whose age it is, others decide. The last three are what is read of `text` besides.
 * Linear in the length of `text`.
 */
export function readAges(
  text: string,
  now: LocalDateTime,
  folded = fold(text),
  numerals: readonly Numeral[] = scanNumerals(folded),
  dates: readonly DateReading[] = readDates(text, now, folded),
): AgeReading[] {
  const told = [
    ...bornAges(text, folded, now, dates),
    ...namedAges(text, folded),
    ...(hardlyAge(folded) ? [] : spokenAges(text, folded, numerals)),
  ];
  const readings = [...told, ...zodiacAges(text, folded, now, told)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  let covered = 0;
  return readings.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}
