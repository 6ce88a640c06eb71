import { findCrisis } from './crisis.js';
import { frame } from './cues.js';
import { findEmergency } from './emergency.js';
import { blankFigures } from './figurative.js';
import { findMedical } from './medical.js';
import { normalise } from './normalise.js';
import { withoutOrders } from './orders.js';
import { found } from './pattern.js';
import { findScam } from './scam.js';
import { segment } from './segments.js';
import { orders, wantsPerson } from './tables/orders.js';
import type { EmergencyType, GuardOutcome } from './types.js';

/** Accidents that a caller invents to get money for. */
const stagedByScams: ReadonlySet<EmergencyType> = new Set(['traffic', 'violence', 'unwell']);

/**
 * What in `text` overrides everything else that is being done (promise 5), `clear` where nothing does. The
 * greater danger first: a sure emergency, talk of suicide, a scam, a possible emergency; then a wish for a
 * person, orders to the program, questions for a doctor. Linear in the length of `text`, which may be anything.
 */
export function guard(text: string): GuardOutcome {
  const said = normalise(text);
  const meant = blankFigures(said);
  const segments = segment(said);
  const frames = frame(segments);
  const emergency = findEmergency(meant, segments, frames);
  const scam = findScam(meant, segments, frames);
  const staged = scam !== undefined && emergency !== undefined && stagedByScams.has(emergency.type);
  const despair = findCrisis(said, segments, frames);
  if (emergency?.certainty === 'sure' && !staged) return despair ? { ...emergency, despair } : emergency;
  if (despair) return { kind: 'crisis' };
  if (scam !== undefined) return { kind: 'scam', type: scam };
  if (emergency !== undefined) return emergency;
  if (found(said, orders)) return withoutOrders(text, orders);
  if (found(said, wantsPerson)) return { kind: 'handoff' };
  const about = findMedical(said);
  return about === undefined ? { kind: 'clear' } : { kind: 'medical', about };
}
