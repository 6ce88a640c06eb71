import { afterAsk, type GuardOutcome, guard } from './guard/index.js';
import { Recent } from './recent.js';
import type { Ending, Work } from './work.js';

const SPEAKABLE = /[\p{L}\p{N}]/u;

const guarded = new Recent<GuardOutcome>(2000);

/** Promise 5: danger comes before everything else. Orders to the program are left out; the rest is answered. */
export function guardTurn(work: Work): Work | Ending {
  if (!SPEAKABLE.test(work.text)) return { ending: 'nothing_said' };
  const { pending } = work.conversation;
  const outcome =
    pending?.kind === 'danger'
      ? afterAsk(work.text, pending.danger)
      : guarded.get(work.text, () => guard(work.text));
  if (outcome.kind === 'clear') return work;
  if (outcome.kind === 'injection' && outcome.rest !== undefined) return { ...work, text: outcome.rest };
  return { ending: 'guarded', outcome };
}
