import type { AgeReading } from '../types.js';

/** Oldest age a reading may have; a higher number is a price or a room. */
export const OLDEST = 125;

/** A number, or `[low, high]` where the two differ. */
export function years(low: number, high: number): AgeReading['years'] {
  return low === high ? low : [low, high];
}

export function lowest(age: AgeReading['years']): number {
  return typeof age === 'number' ? age : age[0];
}

export function highest(age: AgeReading['years']): number {
  return typeof age === 'number' ? age : age[1];
}

export function ageReading(
  text: string,
  start: number,
  end: number,
  age: AgeReading['years'],
  basis: AgeReading['basis'],
): AgeReading {
  return { text: text.slice(start, end), start, end, years: age, basis };
}
