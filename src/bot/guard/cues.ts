import { found, possible } from './pattern.js';
import type { Segment } from './segments.js';
import { type CueId, cueTable } from './tables/cues.js';

/** What frames a segment: `cues` in force there, and where in the text each cue that reaches all of it was last said. */
export interface Frame {
  cues: ReadonlySet<CueId>;
  own: ReadonlySet<CueId>;
  lastSaid: ReadonlyMap<CueId, number>;
}

/** The cues of each segment. */
function cuesOf(segments: readonly Segment[]): Set<CueId>[] {
  const whole = segments.map(({ text }) => text).join('');
  const sayable = cueTable.map(({ id, pattern }) => ({ id, pattern: possible(whole, pattern) }));
  return segments.map(({ text }) => {
    const cues = new Set<CueId>();
    for (const { id, pattern } of sayable) if (found(text, pattern)) cues.add(id);
    return cues;
  });
}

/** For each segment, the cues that reach back to it from what follows in its sentence. */
function back(segments: readonly Segment[], own: readonly ReadonlySet<CueId>[]): CueId[][] {
  const reaching = new Set<CueId>();
  let sentence = -1;
  return segments
    .map((segment, i): CueId[] => {
      const last = segments.length - 1 - i;
      const here = segments[last] ?? segment;
      if (here.sentence !== sentence) reaching.clear();
      sentence = here.sentence;
      for (const { id, reach } of cueTable) if (reach === 'back' && own[last]?.has(id)) reaching.add(id);
      return [...reaching];
    })
    .toReversed();
}

/** The frame of each segment of a text, in order. */
export function frame(segments: readonly Segment[]): Frame[] {
  const own = cuesOf(segments);
  const lastSaid = new Map<CueId, number>();
  const bySentence = new Map<number, Set<CueId>>();
  for (const [i, segment] of segments.entries()) {
    const sentence = bySentence.get(segment.sentence) ?? new Set<CueId>();
    for (const cue of own[i] ?? []) {
      sentence.add(cue);
      lastSaid.set(cue, segment.end);
    }
    bySentence.set(segment.sentence, sentence);
  }
  const carried = new Set<CueId>();
  let sentence = 0;
  const returning = back(segments, own);
  return segments.map((segment, i) => {
    const here = own[i] ?? new Set<CueId>();
    if (segment.sentence !== sentence || here.has('now')) carried.clear();
    sentence = segment.sentence;
    const cues = new Set(here);
    for (const { id, reach } of cueTable) {
      if (reach === 'sentence' && bySentence.get(sentence)?.has(id)) cues.add(id);
      if (reach === 'text' && lastSaid.has(id)) cues.add(id);
      if (reach === 'onward' && here.has(id)) carried.add(id);
    }
    for (const id of [...carried, ...(returning[i] ?? [])]) cues.add(id);
    return { cues, own: here, lastSaid };
  });
}
