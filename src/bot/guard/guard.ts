import { findCrisis } from './crisis.js';
import { type Frame, frame } from './cues.js';
import { findEmergency } from './emergency.js';
import { blankFigures } from './figurative.js';
import { type Likeness, likeness } from './likeness.js';
import { findMedical } from './medical.js';
import { normalise } from './normalise.js';
import { withoutOrders } from './orders.js';
import { found } from './pattern.js';
import { findScam } from './scam.js';
import { type Segment, segment } from './segments.js';
import { orders, wantsPerson } from './tables/orders.js';
import type { Danger, EmergencyType, GuardOutcome } from './types.js';

/** Accidents that a caller invents to get money for. */
const stagedByScams: ReadonlySet<EmergencyType> = new Set(['traffic', 'violence', 'unwell']);

/** Log odds below which a question is not taken for the danger that its words name. */
const UNLIKELY = -3;
/** The same, of a possible danger in a text that asks for a benefit. */
const UNLIKELY_OF_BENEFIT = -1;
/** Log odds from which a text that no table knows is taken for danger. */
const LIKELY = 1;
/** The same, of a text that asks for a benefit. */
const LIKELY_DESPITE_POLICY = 4;

/** The danger that the tables find. The greater first: a sure emergency, talk of suicide, a scam, a possible one. */
function findDanger(
  said: string,
  segments: readonly Segment[],
  frames: readonly Frame[],
): Danger | undefined {
  const meant = blankFigures(said);
  const emergency = findEmergency(meant, segments, frames);
  const scam = findScam(meant, segments, frames);
  const staged = scam !== undefined && emergency !== undefined && stagedByScams.has(emergency.type);
  const despair = findCrisis(said, segments, frames);
  if (emergency?.certainty === 'sure' && !staged) return despair ? { ...emergency, despair } : emergency;
  if (despair) return { kind: 'crisis' };
  return scam === undefined ? emergency : { kind: 'scam', type: scam };
}

/** The danger of a text that only sounds like one. */
const soundsLike: Record<ReturnType<Likeness['kind']>, Danger> = {
  emergency: { kind: 'emergency', type: 'unwell', service: '120', certainty: 'ask' },
  crisis: { kind: 'crisis' },
  scam: { kind: 'scam', type: 'transfer' },
};

/** A question, unless about a sure emergency of somebody. */
function isDoubtful(danger: Danger, frames: readonly Frame[]): boolean {
  const question = frames.some(({ cues }) => cues.has('asks') || cues.has('advice') || cues.has('policy'));
  const sure = danger.kind === 'emergency' && danger.certainty === 'sure';
  return question && !(sure && frames.some(({ cues }) => cues.has('concrete')));
}

/**
 * What in `text` overrides everything else that is being done (promise 5), `clear` where nothing does. Danger
 * first; then a wish for a person, orders to the program, questions for a doctor. Linear in the length of
 * `text`, which may be anything.
 */
export function guard(text: string): GuardOutcome {
  const said = normalise(text);
  const segments = segment(said);
  const frames = frame(segments);
  const { kind, logit } = likeness(said);
  const danger = findDanger(said, segments, frames);
  // A case told to ask what it gives names age, illness and loneliness as a danger does.
  const asksForBenefit = frames.some(({ cues }) => cues.has('policy'));
  if (danger !== undefined) {
    const unsure = danger.kind === 'crisis' || (danger.kind === 'emergency' && danger.certainty === 'ask');
    const least = asksForBenefit && unsure ? UNLIKELY_OF_BENEFIT : UNLIKELY;
    if (!(logit < least && isDoubtful(danger, frames))) return danger;
  }
  if (logit >= (asksForBenefit ? LIKELY_DESPITE_POLICY : LIKELY)) return soundsLike[kind()];
  if (found(said, orders)) return withoutOrders(text, orders);
  if (found(said, wantsPerson)) return { kind: 'handoff' };
  const about = findMedical(said);
  return about === undefined ? { kind: 'clear' } : { kind: 'medical', about };
}
