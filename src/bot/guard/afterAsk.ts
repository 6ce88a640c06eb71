import { guard } from './guard.js';
import { normalise } from './normalise.js';
import { confirms, denies } from './tables/answers.js';
import type { Emergency, GuardOutcome } from './types.js';

/** Longer answers that neither confirm nor deny have gone on to another matter. */
const LONGEST_GRUNT = 6;

/**
 * What the answer to the one question about a possible emergency makes of it. Every question of
 * `replies.zh.ts` is put so that yes means danger. What cannot be made out is taken for a yes.
 */
export function afterAsk(answer: string, pending: Emergency): GuardOutcome {
  const sure: Emergency = { ...pending, certainty: 'sure' };
  const heard = guard(answer);
  if (heard.kind === 'emergency') return heard.certainty === 'sure' ? heard : sure;
  if (heard.kind === 'crisis' || heard.kind === 'scam') return heard;
  const said = normalise(answer);
  if (denies.test(said)) return heard;
  if (confirms.test(said)) return sure;
  return said.length > LONGEST_GRUNT ? heard : sure;
}
