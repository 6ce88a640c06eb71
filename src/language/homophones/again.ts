import { soundAt } from './sounds.js';

/** What an alignment costs: another character of the same sound, any other, one that only one hearing has. */
const ALIKE = 0.2;
const OTHER = 1.5;
const EXTRA = 1;
/** Hearings further apart than this, by character, are not of the same words. */
const SAME_WORDS = 0.35;
const SHORTEST = 3;
const LONGEST = 200;

/**
 * What was said twice, from both hearings: `second`, but for characters of the same sound that make more sense as they were
 * written the first time; `second` as it is where other words were said. `cost`: how unlikely a line is, in nats.
 */
export function heardAgain(first: string, second: string, cost: (text: string) => number): string {
  const found = differences(first, second);
  if (found.length === 0) return second;
  let made = second;
  let least = cost(second);
  for (const [at, other] of found) {
    const tried = made.slice(0, at) + other + made.slice(at + 1);
    const tryCost = cost(tried);
    if (tryCost >= least) continue;
    made = tried;
    least = tryCost;
  }
  return made;
}

/** Where a character of `second` was written as another of its sound before. */
function differences(first: string, second: string): [at: number, other: string][] {
  const longest = Math.max(first.length, second.length);
  if (first.length < SHORTEST || longest > LONGEST) return [];
  const costs = alignment(first, second);
  if ((costs[first.length]?.[second.length] ?? 0) / longest > SAME_WORDS) return [];
  const found: [number, string][] = [];
  let [i, j] = [first.length, second.length];
  while (i > 0 && j > 0) {
    const here = costs[i]?.[j] ?? 0;
    if (here === (costs[i - 1]?.[j] ?? 0) + EXTRA) i--;
    else if (here === (costs[i]?.[j - 1] ?? 0) + EXTRA) j--;
    else {
      i--;
      j--;
      if (first.charAt(i) !== second.charAt(j) && soundsAlike(first, i, second, j))
        found.push([j, first.charAt(i)]);
    }
  }
  return found;
}

/** The least cost of aligning each beginning of the one with each beginning of the other (Wagner and Fischer 1974). */
function alignment(first: string, second: string): Float64Array[] {
  const rows = [Float64Array.from({ length: second.length + 1 }, (_, j) => j * EXTRA)];
  for (let i = 1; i <= first.length; i++) {
    const above = rows[i - 1] ?? new Float64Array();
    const row = new Float64Array(second.length + 1);
    row[0] = i * EXTRA;
    for (let j = 1; j <= second.length; j++) {
      const both = (above[j - 1] ?? 0) + differing(first, i - 1, second, j - 1);
      row[j] = Math.min(both, (above[j] ?? 0) + EXTRA, (row[j - 1] ?? 0) + EXTRA);
    }
    rows.push(row);
  }
  return rows;
}

function differing(first: string, i: number, second: string, j: number): number {
  if (first.charAt(i) === second.charAt(j)) return 0;
  return soundsAlike(first, i, second, j) ? ALIKE : OTHER;
}

const soundsAlike = (first: string, i: number, second: string, j: number): boolean =>
  soundAt(first, i).keys.some((key) => soundAt(second, j).keys.includes(key));
