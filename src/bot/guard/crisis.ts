import type { Frame } from './cues.js';
import { blank, found, matches } from './pattern.js';
import { type Segment, segmentAt } from './segments.js';
import { anybody, notDespair } from './tables/crisis.js';
import { despairSigns } from './tables/despairSigns.js';

const ENOUGH = 3;

/** Over, general, told as news, or asked of nobody in particular. */
function isOnlyTold({ cues }: Frame, generic: boolean): boolean {
  const now = cues.has('now');
  const over = cues.has('past') && (cues.has('recovered') || (cues.has('policy') && !now));
  const knowledge = cues.has('policy') || (generic && cues.has('asks'));
  const general = cues.has('general') || cues.has('news') || (knowledge && !cues.has('concrete'));
  return over || (general && !now);
}

/** Despair counts whoever's it is; lesser signs count together. */
export function findCrisis(text: string, segments: readonly Segment[], frames: readonly Frame[]): boolean {
  const told = blank(text, notDespair);
  const generic = found(told, anybody);
  let points = 0;
  for (const { weight, pattern } of despairSigns) {
    for (const { start } of matches(told, pattern)) {
      const frame = frames[segmentAt(segments, start)];
      if (frame === undefined || isOnlyTold(frame, generic)) continue;
      points += weight;
      break;
    }
  }
  return points >= ENOUGH;
}
