import type { Frame } from './cues.js';
import { isNegated } from './negation.js';
import { found } from './pattern.js';
import type { Segment } from './segments.js';
import { segmentAt } from './segments.js';
import { harmlessDealing, scamSigns } from './tables/scam.js';
import { familiar, nearby, scamTraits } from './tables/scamTraits.js';
import type { ScamType } from './types.js';

const SURE = 3;

function isOnlyTold({ cues }: Frame): boolean {
  const told = (['general', 'news', 'hypothetical', 'past'] as const).some((id) => cues.has(id));
  return told && !cues.has('now');
}

/** A story and a demand for money or secrets, by somebody who is unknown or not there in person. */
function addsUp(text: string, segments: readonly Segment[], frames: readonly Frame[]): boolean {
  const { stranger, contact, demand, object, story, lost } = scamTraits;
  const asked = frames.some(({ cues }) => cues.has('general') || cues.has('hypothetical'));
  if (asked || found(text, harmlessDealing)) return false;
  if (found(text, lost) && !frames.every(isOnlyTold)) return true;
  const thing = text.search(object);
  const frame = frames[segmentAt(segments, thing)];
  if (thing < 0 || frame === undefined || isOnlyTold(frame)) return false;
  const unknown = found(text, stranger);
  const remote = unknown || found(text, contact);
  const pressed = found(text, demand);
  if (unknown && pressed) return true;
  return found(text, story) && (remote || (pressed && !found(text, nearby)));
}

export function findScam(
  text: string,
  segments: readonly Segment[],
  frames: readonly Frame[],
): ScamType | undefined {
  let best: { type: ScamType; points: number } | undefined;
  for (const { type, weight, pattern } of scamSigns) {
    for (const match of text.matchAll(pattern)) {
      const frame = frames[segmentAt(segments, match.index)];
      if (frame === undefined || isNegated(text, match.index, match[0]) || isOnlyTold(frame)) continue;
      if (best === undefined || weight > best.points) best = { type, points: weight };
      break;
    }
  }
  const points = (best?.points ?? 0) - (found(text, harmlessDealing) ? 2 : 0);
  const { contact, story, stranger } = scamTraits;
  const known = !found(text, contact) && !found(text, stranger);
  if (known && frames.some(({ cues }) => cues.has('policy'))) return undefined;
  if (found(text, familiar) && known && !found(text, story)) return undefined;
  if (best !== undefined && points >= SURE) return best.type;
  return addsUp(text, segments, frames) ? (best?.type ?? 'transfer') : undefined;
}
