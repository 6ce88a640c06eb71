import type { Frame } from './cues.js';
import { type CueId, cueWeights } from './tables/cues.js';

const acute: readonly CueId[] = ['now', 'sudden', 'distress', 'severe'];
/** Asked of a sign that was told before; said before it, they belong to what was talked of until then. */
const asksBack: ReadonlySet<CueId> = new Set(['policy', 'unhurried']);
const doubledForLasting: ReadonlySet<CueId> = new Set(['policy', 'lasting']);

/**
 * Points that a frame gives to a sign at `start`: at most two for haste, and all reasons to think it is not
 * happening now. What is asked of nobody in particular is asked for knowledge: no haste is heard in it.
 */
export function frameWeight(frame: Frame, start: number, lasting: boolean): number {
  const { cues, own, lastSaid } = frame;
  const knowledge = cues.has('asks') && !cues.has('concrete');
  const haste = knowledge ? 0 : Math.min(2, acute.filter((id) => cues.has(id)).length);
  const hasteHere = own.has('now') || own.has('sudden');
  let calm = 0;
  for (const id of cues) {
    let weight = cueWeights[id];
    if (weight >= 0 || (id === 'asks' && !knowledge) || (id === 'advice' && cues.has('concrete'))) continue;
    if (asksBack.has(id)) {
      const before = (lastSaid.get(id) ?? 0) < start;
      if (hasteHere && !own.has(id)) weight = 0;
      else if (before) weight = -1;
    }
    if (lasting && doubledForLasting.has(id)) weight *= 2;
    calm += weight;
  }
  return haste + calm;
}
