import type { Frame } from './cues.js';
import { isNegated } from './negation.js';
import { found, matches, type Pattern } from './pattern.js';
import { type Segment, segmentAt } from './segments.js';
import { harmlessDealing, scamSigns } from './tables/scam.js';
import { scamPlots } from './tables/scamPlots.js';
import { familiar, nearby, scamTraits } from './tables/scamTraits.js';
import type { ScamType } from './types.js';

const SURE = 3;
/** What is taken from a sign in a question of where and how a thing is done. */
const DEALING = 2;

interface Told {
  text: string;
  segments: readonly Segment[];
  frames: readonly Frame[];
  traits: ReadonlySet<keyof typeof scamTraits>;
}

/** 网上问诊一次收几块: asks what it costs; no sum is named, where nobody presses for one. */
const PRICE_ASKED = /几(?=[百千万]?(?:块|元|百|千|万)钱?(?:[。？?]|$))/gu;
const isPressed = (text: string): boolean =>
  found(text, scamTraits.demand) || found(text, scamTraits.stranger) || found(text, scamTraits.lost);

function tell(said: string, segments: readonly Segment[], frames: readonly Frame[]): Told {
  const names = ['stranger', 'contact', 'demand', 'object', 'story', 'lost'] as const;
  const priced = said.replace(PRICE_ASKED, '啥');
  const text = priced === said || isPressed(said) ? said : priced;
  return { text, segments, frames, traits: new Set(names.filter((name) => found(text, scamTraits[name]))) };
}

/** News and lessons in which somebody presses the caller are no news. */
function isOnlyTold({ cues }: Frame, { traits }: Told): boolean {
  const told = cues.has('hypothetical') || cues.has('past');
  const lesson = (cues.has('general') || cues.has('news')) && !traits.has('demand');
  const knowledge = cues.has('asks') && !cues.has('concrete');
  return ((told || lesson) && !cues.has('now')) || knowledge;
}

/** Where `pattern` is first said; -1 where it is not. */
function firstOf(text: string, pattern: Pattern): number {
  return matches(text, pattern).reduce(
    (first, { start }) => (first < 0 ? start : Math.min(first, start)),
    -1,
  );
}

/** A story and a demand for money or secrets, by somebody who is unknown or not there in person. */
function addsUp(told: Told): boolean {
  const { text, segments, frames, traits } = told;
  const asked = frames.some(({ cues }) => cues.has('general') || cues.has('hypothetical'));
  if (asked || found(text, harmlessDealing)) return false;
  const frameOf = (pattern: Pattern) => frames[segmentAt(segments, firstOf(text, pattern))];
  const gone = traits.has('lost') ? frameOf(scamTraits.lost) : undefined;
  if (gone !== undefined && !isOnlyTold(gone, told)) return true;
  const frame = frameOf(scamTraits.object);
  if (frame === undefined || isOnlyTold(frame, told)) return false;
  const pressed = traits.has('demand');
  const unknown = traits.has('stranger');
  if (unknown && pressed) return true;
  return traits.has('story') && (unknown || traits.has('contact') || (pressed && !found(text, nearby)));
}

function strongestSign(told: Told): { type: ScamType; points: number } | undefined {
  const { text, segments, frames } = told;
  let best: { type: ScamType; points: number } | undefined;
  for (const { type, weight, pattern } of [...scamSigns, ...scamPlots]) {
    if (best !== undefined && weight <= best.points) continue;
    for (const { start, end } of matches(text, pattern)) {
      const frame = frames[segmentAt(segments, start)];
      if (frame === undefined || isNegated(text, start, text.slice(start, end)) || isOnlyTold(frame, told))
        continue;
      best = { type, points: weight };
      break;
    }
  }
  return best;
}

/** Family, neighbours and offices that ask in person for what they rightly ask for. */
function isFamiliar({ text, frames, traits }: Told): boolean {
  if (traits.has('contact') || traits.has('stranger')) return false;
  const policy = !traits.has('demand') && frames.some(({ cues }) => cues.has('policy'));
  return policy || (!traits.has('story') && found(text, familiar));
}

export function findScam(
  text: string,
  segments: readonly Segment[],
  frames: readonly Frame[],
): ScamType | undefined {
  const told = tell(text, segments, frames);
  if (isFamiliar(told)) return undefined;
  const best = strongestSign(told);
  const points = (best?.points ?? 0) - (found(told.text, harmlessDealing) ? DEALING : 0);
  if (best !== undefined && points >= SURE) return best.type;
  return addsUp(told) ? (best?.type ?? 'transfer') : undefined;
}
