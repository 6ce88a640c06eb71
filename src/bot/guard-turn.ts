import { taskIn } from './book/task.js';
import type { Conversation, Pending } from './conversation.js';
import { afterAsk, type Emergency, type GuardOutcome, guard } from './guard/index.js';
import type { House } from './house.js';
import { Recent } from './recent.js';
import type { Ending, Work } from './work.js';

const SPEAKABLE = /[\p{L}\p{N}]/u;
/** Nothing of the kind is the matter. */
const DENIES = /没|不(?!清|晓|知)|好好的|好多了|老毛病|老样子|早好了/u;

const guarded = new Recent<GuardOutcome>(2000);

/**
 * Promise 5: danger comes before everything else. Orders to the program are left out; the rest is answered. Once danger
 * is denied, what was wanted before it was asked about is gone on with.
 */
export function guardTurn(work: Work, house: House): Work | Ending {
  if (!SPEAKABLE.test(work.text)) return { ending: 'nothing_said' };
  const { pending } = work.conversation;
  const outcome =
    pending?.kind === 'danger'
      ? afterAsk(work.text, pending.danger)
      : guarded.get(work.text, () => guard(work.text));
  if (outcome.kind === 'clear') return pending?.kind === 'danger' ? goingOn(work, pending.said, house) : work;
  if (outcome.kind === 'injection' && outcome.rest !== undefined) return { ...work, text: outcome.rest };
  return { ending: 'guarded', outcome };
}

/** Who denies and wants the same again, or more, has both heard. */
function goingOn(work: Work, said: string | null, house: House): Work {
  if (said === null || !DENIES.test(work.text)) return work;
  const heard = taskIn(work.text, false) === null ? said : `${said}。${work.heard}`;
  return { ...work, heard, text: house.normalize(heard) };
}

/** What the bot waits for once it has asked about danger: its answer, and then what was wanted. */
export function dangerAsked(danger: Emergency, { heard, text, conversation }: Work): Pending {
  const { pending, booking }: Conversation = conversation;
  const before = pending?.kind === 'danger' ? pending.said : null;
  const wants = booking.draft !== null || taskIn(text, booking.known.length > 0) !== null;
  return { kind: 'danger', danger, said: before ?? (wants ? heard : null) };
}
