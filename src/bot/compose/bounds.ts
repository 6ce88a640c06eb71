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
