import type { CueSet } from './cues.js';
import { harmlessDealing, scamSigns, stranger } from './data/scam.js';
import { isNegated } from './negation.js';
import { type Segment, segmentAt } from './segments.js';
import type { ScamType } from './types.js';

const SURE = 3;

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

export function findScam(
  text: string,
  segments: readonly Segment[],
  frames: readonly CueSet[],
): ScamType | undefined {
  let best: { type: ScamType; points: number } | undefined;
  let known = 0;
  for (const { type, weight, pattern } of scamSigns) {
    for (const match of text.matchAll(pattern)) {
      const frame = frames[segmentAt(segments, match.index)];
      if (frame === undefined || isNegated(text, match.index, match[0])) continue;
      const told =
        frame.has('general') || frame.has('news') || frame.has('hypothetical') || frame.has('past');
      const points = told && !frame.has('now') ? weight - 3 : weight;
      if (points <= 0) continue;
      if (best === undefined || points > best.points) best = { type, points };
      known += 1;
      break;
    }
  }
  if (best === undefined) return undefined;
  const points =
    best.points + (has(text, stranger) ? 1 : 0) + (known > 1 ? 1 : 0) - (has(text, harmlessDealing) ? 2 : 0);
  return points >= SURE ? best.type : undefined;
}
