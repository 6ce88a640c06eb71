import type { CueSet } from './cues.js';
import { despair, notDespair } from './data/crisis.js';
import { type Segment, segmentAt } from './segments.js';

/** Despair counts whoever's it is; only what is over, general or told as news does not. */
export function findCrisis(text: string, segments: readonly Segment[], frames: readonly CueSet[]): boolean {
  const told = text.replace(notDespair, (found) => '〇'.repeat(found.length));
  for (const match of told.matchAll(despair)) {
    const frame = frames[segmentAt(segments, match.index)];
    if (frame === undefined) continue;
    const over = frame.has('recovered') || (frame.has('past') && !frame.has('now') && frame.has('policy'));
    const general = frame.has('general') || frame.has('news');
    if (!over && !(general && !frame.has('now'))) return true;
  }
  return false;
}
