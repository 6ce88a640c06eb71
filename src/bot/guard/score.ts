import type { CueSet } from './cues.js';
import { type CueId, cueWeights } from './data/cues.js';

const acute: readonly CueId[] = ['now', 'sudden', 'distress', 'severe'];
const doubled: ReadonlySet<CueId> = new Set(['policy', 'lasting']);

/** Points a frame gives: at most two for haste, and every reason to think it is not happening now in full. */
export function frameWeight(cues: CueSet, lasting: boolean): number {
  const haste = Math.min(2, acute.filter((id) => cues.has(id)).length);
  let calm = 0;
  for (const id of cues) {
    const weight = cueWeights[id];
    if (weight < 0) calm += weight * (lasting && doubled.has(id) ? 2 : 1);
  }
  return haste + calm;
}
