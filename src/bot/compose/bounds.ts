import { spokenAges } from '../../language/ages/spoken.js';
import { fold } from '../../language/fold.js';
import { scanNumerals } from '../../language/numerals.js';

/** 200张床位以上的: for places of a size. */
const BEDS = /(\d+)\s*张(?:床位?)?(以上|以下|以内)的/gu;
/** 八十来张床, 九十个床位 */
const OF_BEDS = /^(?:[来多几])?\s*(?:张|个床)/u;

/** Whether the rule is for places with as many beds as the person names; null where one of them names none. */
export function isForThatSize(asked: string, said: string): boolean | null {
  const bounds = [...said.matchAll(BEDS)].map(([, beds, side]) => ({ beds: Number(beds), side }));
  if (bounds.length === 0) return null;
  const named = scanNumerals(asked).findLast(({ end }) => OF_BEDS.test(asked.slice(end)));
  if (named === undefined) return null;
  return bounds.some(({ beds, side }) => (side === '以上' ? named.value >= beds : named.value <= beds));
}

/** 全年服务不少于8000人次的: for those that reach so many. */
const REACHES = /(?:不少于|不低于|达到|超过|满)\s*(\d+(?:\.\d+)?)(万)?\s*(人次|平方米|户|床)/gu;
/** 一万多人次, 九十个平方 */
const SO_MANY: Readonly<Record<string, RegExp>> = {
  人次: /^[来多几]?\s*个?人次/u,
  平方米: /^[来多几]?\s*个?(?:平方|平米|㎡|平)/u,
  户: /^[来多几]?\s*户/u,
  床: OF_BEDS,
};

/** Whether the rule is only for places that reach more than the person names, of the same measure. */
export function isForMore(asked: string, said: string): boolean {
  const bounds = [...said.matchAll(REACHES)].map(([, least, tenThousands, measure = '']) => ({
    least: Number(least) * (tenThousands === undefined ? 1 : 10_000),
    measure,
  }));
  const numerals = bounds.length === 0 ? [] : scanNumerals(asked);
  return bounds.some(({ least, measure }) => {
    const named = numerals.findLast(({ end }) => SO_MANY[measure]?.test(asked.slice(end)));
    return named !== undefined && (named.high ?? named.value) < least;
  });
}

/** Whether both name something of a kind, and none of it in common. */
export const isOfOthers = <T>(named: ReadonlySet<T>, own: ReadonlySet<T>): boolean =>
  named.size > 0 && own.size > 0 && ![...named].some((one) => own.has(one));

const YEAR = /(?<!\d)20\d\d(?=\s*年)/gu;
const yearsIn = (text: string): Set<string> => new Set(text.match(YEAR) ?? []);

/** Whether a year is named, and the target is set for others: 2020年要做到多少 is not answered by that of 2018. */
export const isForOtherYear = (asked: string, said: string): boolean =>
  isOfOthers(yearsIn(asked), yearsIn(said));

const GAIN = /营利|盈利|赚钱|挣钱/u;
const NO_GAIN = /(?:非|不|没想)(?:是|为|为了|想|靠)?(?:营利|盈利|赚钱|挣钱)|公益/gu;

const gainIn = (text: string): { sought: boolean; denied: boolean } => {
  const rest = text.replace(NO_GAIN, '');
  return { sought: GAIN.test(rest), denied: rest !== text };
};

/** Whether one runs a place for gain and the rule is only for places without, or the other way round. */
export function isForOtherGain(asked: string, said: string): boolean {
  const place = gainIn(asked);
  const rule = gainIn(said);
  if (place.sought === place.denied || rule.sought === rule.denied) return false;
  return place.sought !== rule.sought;
}

/** Stations and rooms of a village or a neighbourhood, and what stands above them: targets are set for each. */
const LEVELS = [/卫生[室所]|村医|赤脚医生|(?:卫生|社区)(?:服务)?站/u, /卫生院|卫生服务中心/u];
const levelsIn = (text: string): Set<RegExp> => new Set(LEVELS.filter((level) => level.test(text)));

/** Whether the level that is asked about is named, and the rule is for the other: 卫生院 is not answered by 村卫生室. */
export const isForOtherLevel = (asked: string, said: string): boolean =>
  isOfOthers(levelsIn(asked), levelsIn(said));

/** 年满60周岁不满65周岁, 80—89周岁, 80周岁至89周岁. */
const AGE_BAND =
  /(\d{2,3})\s*(?:周?岁)?\s*(?:（?含）?|及?以上)?\s*[，、]?\s*(?:至|到|—+|-+|－|～|~|不满|未满|不足|以下)\s*(\d{2,3})\s*周?岁/gu;
/** 100周岁以上, 满90周岁. */
const LEAST_AGE = /(\d{2,3})\s*周?岁(?:及|（含）)?以上|(?:年满|已满|满)\s*(\d{2,3})\s*周?岁/gu;

/** In 周岁, both ends counted. */
interface Ages {
  from: number;
  to: number;
}

export function agesSaid(said: string): Ages[] {
  const bands = [...said.matchAll(AGE_BAND)].map(([whole, from, to]) => ({
    from: Number(from),
    to: /不满|未满|不足/u.test(whole) ? Number(to) - 1 : Number(to),
  }));
  const rest = said.replace(AGE_BAND, '');
  const least = [...rest.matchAll(LEAST_AGE)].map(([, above, full]) => ({
    from: Number(above ?? full),
    to: Number.POSITIVE_INFINITY,
  }));
  return [...bands, ...least];
}

/** Whether what is said is for somebody of the one age that is told; null where either names none (80—89周岁的每月50元). */
export function isForThatAge(asked: string, said: string): boolean | null {
  const bands = agesSaid(said);
  if (bands.length === 0) return null;
  const told = new Set(spokenAges(asked, fold(asked)).flatMap(({ years }) => years));
  const [age, ...others] = told;
  if (age === undefined || others.length > 0) return null;
  return bands.some(({ from, to }) => age >= from && age <= to);
}
