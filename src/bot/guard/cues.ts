import { type CueId, cueTable } from './data/cues.js';
import type { Segment } from './segments.js';

export type CueSet = ReadonlySet<CueId>;

/** What frames each segment: the cues said in it, and those that reach it from around. */
export function frame(segments: readonly Segment[]): CueSet[] {
  const own = segments.map((segment) => {
    const found = new Set<CueId>();
    for (const { id, pattern } of cueTable) {
      pattern.lastIndex = 0;
      if (pattern.test(segment.text)) found.add(id);
    }
    return found;
  });
  const framed = own.map((cues) => new Set(cues));
  const bySentence = new Map<number, Set<CueId>>();
  for (const [i, segment] of segments.entries()) {
    const all = bySentence.get(segment.sentence) ?? new Set<CueId>();
    for (const cue of own[i] ?? []) all.add(cue);
    bySentence.set(segment.sentence, all);
  }
  const carried = new Set<CueId>();
  let sentence = 0;
  for (const [i, segment] of segments.entries()) {
    const here = framed[i];
    if (here === undefined) continue;
    if (segment.sentence !== sentence) {
      carried.clear();
      sentence = segment.sentence;
    }
    for (const { id, reach } of cueTable) {
      if (reach === 'sentence' && bySentence.get(sentence)?.has(id)) here.add(id);
      if (reach !== 'onward') continue;
      if (here.has('now')) carried.clear();
      if (own[i]?.has(id)) carried.add(id);
      if (carried.has(id)) here.add(id);
    }
  }
  return framed;
}
