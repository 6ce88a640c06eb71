import { isAfterStroke } from './afterStroke.js';
import type { Frame } from './cues.js';
import { isNegated } from './negation.js';
import { matches } from './pattern.js';
import { frameWeight } from './score.js';
import { type Segment, segmentAt } from './segments.js';
import { serviceFor } from './tables/services.js';
import type { Sign } from './tables/sign.js';
import { signs } from './tables/signs.js';
import type { Emergency, EmergencyType } from './types.js';

/** Points from which it is an emergency, and from which it is asked about. */
const SURE = 3;
const ASK = 2;
/** A second sign of another kind confirms the first. */
const MOST_CONFIRMATION = 2;

interface Hit {
  sign: Sign;
  type: EmergencyType;
  points: number;
  weight: number;
  said: string;
  start: number;
  end: number;
}

/** Every occurrence of a sign that nobody denies. */
function findSigns(text: string, segments: readonly Segment[], frames: readonly Frame[]): Hit[] {
  const hits: Hit[] = [];
  for (const sign of signs) {
    const { type, weight } = sign;
    for (const { start, end } of matches(text, sign.pattern)) {
      const frame = frames[segmentAt(segments, start)];
      if (frame === undefined || (type === 'stroke' && isAfterStroke(frame))) continue;
      const points = weight + frameWeight(frame, start, sign.lasting === true);
      hits.push({ sign, type, weight, points, said: text.slice(start, end), start, end });
    }
  }
  return hits.filter(({ start, said }) => !isNegated(text, start, said));
}

/** How many of `hits`, best first, tell another sign than `first` and than each other, in other words, as far as it matters. */
function confirmations(hits: readonly Hit[], first: Hit): number {
  const apart = [first];
  for (const hit of hits) {
    if (hit.points <= 0 || apart.length > MOST_CONFIRMATION) break;
    const another = ({ sign, start, end, said }: Hit): boolean =>
      hit.sign !== sign && hit.said !== said && (hit.end <= start || hit.start >= end);
    if (apart.every(another)) apart.push(hit);
  }
  return apart.length - 1;
}

/** Of equal signs the one that names something: it says whom to ring. */
const vagueness = ({ type }: Hit): number => (type === 'unwell' ? 1 : 0);

export function findEmergency(
  text: string,
  segments: readonly Segment[],
  frames: readonly Frame[],
): Emergency | undefined {
  const hits = findSigns(text, segments, frames);
  hits.sort((a, b) => b.points - a.points || b.weight - a.weight || vagueness(a) - vagueness(b));
  const [first] = hits;
  if (first === undefined) return undefined;
  const points = first.points + confirmations(hits, first);
  if (points < ASK) return undefined;
  return {
    kind: 'emergency',
    type: first.type,
    service: serviceFor(first.type),
    certainty: points >= SURE ? 'sure' : 'ask',
  };
}
