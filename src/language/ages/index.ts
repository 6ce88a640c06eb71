import type { LocalDateTime } from '../calendar.js';
import { fold } from '../fold.js';
import type { AgeReading } from '../types.js';
import { bornAges } from './born.js';
import { namedAges } from './named.js';
import { spokenAges } from './spoken.js';
import { zodiacAges } from './zodiac.js';

export { ageOn } from './age-on.js';

/**
 * Ages in `text` as of `now` (local), left to right, none inside another. `years` are 周岁 wherever the words tell
 * (虚岁八十 is [78, 79]); basis `unknown` is an age said without either word. Ages of a policy's conditions
 * (六十五岁以上) are read too: whose age it is, others decide. Linear in the length of `text`.
 */
export function readAges(text: string, now: LocalDateTime): AgeReading[] {
  const folded = fold(text);
  const told = [...bornAges(text, folded, now), ...namedAges(text, folded), ...spokenAges(text, folded)];
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
