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
