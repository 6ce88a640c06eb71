import { besideStroke } from './afterStroke.js';
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
import type { CueId } from './tables/cues.js';
import { orders, wantsPerson } from './tables/orders.js';
import type { Danger, EmergencyType, GuardOutcome } from './types.js';

/** Accidents that a caller invents to get money for. */
const stagedByScams: ReadonlySet<EmergencyType> = new Set(['traffic', 'violence', 'unwell']);

/** What can wait for an answer to the question that was asked. */
const canWait: ReadonlySet<EmergencyType> = new Set(['heat', 'burn', 'glucose', 'pressure']);

/** Log odds from which a text is taken for danger. */
const LIKELY = 0.25;
/** The same, of a question, or of what is over and of what happens now at once. */
const LIKELY_ASKED = 1.2;
/** The same, of a text that speaks of what is over, or asks for a benefit or beside what has long gone on, and of nothing that happens now. */
const LIKELY_IN_CALM = 2.75;
/** The same, of a question after a benefit that tells of no haste. */
const LIKELY_IN_POLICY = 4.25;
/** Log odds from which a text that tells of an emergency is not asked about any more. */
const CERTAIN = 3;
/** What a danger that the tables find adds to the log odds. */
const SEEN: Record<'sure' | 'scam' | 'crisis' | 'ask', number> = {
  sure: 3.7,
  scam: 3.5,
  crisis: 3.5,
  ask: 1.6,
};
/** The same, where it is told and nothing is asked. */
const PLAIN = 1.3;

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
function soundsLike({ kind, logit }: Likeness): Danger {
  if (kind === 'crisis') return { kind };
  if (kind === 'scam') return { kind, type: 'transfer' };
  return { kind, type: 'unwell', service: '120', certainty: logit >= CERTAIN ? 'sure' : 'ask' };
}

/** A possible emergency that sounds like one beyond doubt is one. */
function settled(danger: Danger, logit: number): Danger {
  return danger.kind === 'emergency' && logit >= CERTAIN ? { ...danger, certainty: 'sure' } : danger;
}

const says = (frames: readonly Frame[], id: CueId): boolean => frames.some(({ cues }) => cues.has(id));

/** What to do is asked of what has happened, to nobody who is named: 噎住了怎么办 may be asked to know. */
function hedged(danger: Danger, frames: readonly Frame[]): Danger | undefined {
  const open = says(frames, 'remedy') && !says(frames, 'concrete') && !says(frames, 'now');
  if (!open || danger.kind !== 'emergency') return danger;
  return canWait.has(danger.type) ? undefined : { ...danger, certainty: 'ask' };
}

/** A text that asks nothing, or asks about a sure emergency or the despair of somebody. */
function isPlain(sign: keyof typeof SEEN, frames: readonly Frame[]): boolean {
  const asks = says(frames, 'asks') || says(frames, 'advice') || says(frames, 'policy');
  return !asks || ((sign === 'sure' || sign === 'crisis') && says(frames, 'concrete'));
}

/** What the tables' `danger` adds to the log odds. */
function weightOf(danger: Danger, frames: readonly Frame[]): number {
  const sign = danger.kind === 'emergency' ? danger.certainty : danger.kind;
  return SEEN[sign] + (isPlain(sign, frames) ? PLAIN : 0);
}

const HASTE: readonly CueId[] = ['now', 'sudden', 'distress', 'severe'];

/** Log odds from which a text in which no table finds a danger is taken for one. */
function leastFor(frames: readonly Frame[]): number {
  const over = says(frames, 'past') || says(frames, 'recovered');
  if (says(frames, 'policy') && says(frames, 'asks') && !HASTE.some((id) => says(frames, id)))
    return LIKELY_IN_POLICY;
  const lasts = says(frames, 'lingering') && says(frames, 'asks') && !says(frames, 'sudden');
  if ((over || lasts || says(frames, 'policy')) && !says(frames, 'now')) return LIKELY_IN_CALM;
  return over || says(frames, 'asks') ? LIKELY_ASKED : LIKELY;
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
  const like = likeness(besideStroke(said, segments, frames));
  const { logit } = like;
  const seen = findDanger(said, segments, frames);
  const danger = seen && hedged(settled(seen, logit), frames);
  if (danger !== undefined && logit + weightOf(danger, frames) >= 0) return danger;
  if (logit >= leastFor(frames)) return soundsLike(like);
  if (found(said, orders)) return withoutOrders(text, orders);
  if (found(said, wantsPerson)) return { kind: 'handoff' };
  const about = findMedical(said);
  return about === undefined ? { kind: 'clear' } : { kind: 'medical', about };
}
