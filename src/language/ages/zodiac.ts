import { dateOf, type LocalDateTime } from '../calendar.js';
import { lunarMonth } from '../dates/lunar.js';
import { matchesOf } from '../matches.js';
import type { AgeReading } from '../types.js';
import { agesBorn } from './born.js';
import { ageReading, highest, lowest, years } from './years.js';

const ANIMALS = '鼠牛虎兔龙蛇马羊猴鸡狗猪';
const SIGN = /属(?:相是?|的是)?(?:大|小)?(?<animal>[鼠牛虎兔龙蛇马羊猴鸡狗猪])(?![上路虎肉奶年尾])(?:的)?/g;
/** 亲属, 家属: kin, and not a sign. */
const NOT_SIGN_BEFORE = /[家亲直附军下眷隶归从所金]$/;

/** Who speaks of a sign here, with nothing else known, is 60 to 100: the ages this service is for. */
const PLAUSIBLE: readonly [number, number] = [60, 100];

/** Ages of those born in each lunar year of the animal, youngest first. */
function agesOf(animal: string, now: LocalDateTime): [number, number][] {
  const ages: [number, number][] = [];
  const offset = (((now.year - 4 - ANIMALS.indexOf(animal)) % 12) + 12) % 12;
  for (let year = now.year - offset; year > now.year - 120; year -= 12) {
    const first = lunarMonth(year, 1, false);
    const next = lunarMonth(year + 1, 1, false);
    if (first === null || next === null) continue;
    const found = agesBorn(dateOf(first.first), dateOf(next.first - 1), now);
    if (found !== null) ages.push(found);
  }
  return ages;
}

/**
 * 属龙的: of the ages twelve years apart, those that another age in the line allows (七十多); else from the youngest
 * to the oldest between 60 and 100.
 */
export function zodiacAges(
  text: string,
  folded: string,
  now: LocalDateTime,
  known: readonly AgeReading[],
): AgeReading[] {
  const readings: AgeReading[] = [];
  for (const match of matchesOf(folded, SIGN)) {
    const start = match.index;
    if (NOT_SIGN_BEFORE.test(folded.slice(Math.max(0, start - 1), start))) continue;
    const ages = agesOf(match.groups?.animal ?? '', now);
    const fitting = ages.filter(([low, high]) =>
      known.some((age) => lowest(age.years) <= high && highest(age.years) >= low),
    );
    const plausible =
      fitting.length > 0
        ? fitting
        : ages.filter(([low, high]) => high >= PLAUSIBLE[0] && low <= PLAUSIBLE[1]);
    const low = Math.min(...plausible.map(([each]) => each));
    const high = Math.max(...plausible.map(([, each]) => each));
    readings.push(ageReading(text, start, start + match[0].length, years(low, high), '周岁'));
  }
  return readings;
}
