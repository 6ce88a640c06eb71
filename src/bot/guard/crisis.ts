import type { Frame } from './cues.js';
import { type Segment, segmentAt } from './segments.js';
import { despair, notDespair } from './tables/crisis.js';

/** Despair counts whoever's it is; only what is over, general or told as news does not. */
export function findCrisis(text: string, segments: readonly Segment[], frames: readonly Frame[]): boolean {
  const told = text.replace(notDespair, (found) => '〇'.repeat(found.length));
  for (const match of told.matchAll(despair)) {
    const frame = frames[segmentAt(segments, match.index)];
    if (frame === undefined) continue;
    const over =
      (frame.cues.has('recovered') && frame.cues.has('past')) ||
      (frame.cues.has('past') && !frame.cues.has('now') && frame.cues.has('policy'));
    const general = frame.cues.has('general') || frame.cues.has('news');
    if (!over && !(general && !frame.cues.has('now'))) return true;
  }
  return false;
}
