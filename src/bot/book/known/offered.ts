import type { BookingResult } from '../../../appointments/service.js';
import type { WaitingEntry } from '../../../appointments/types.js';
import { TAKES } from '../ask/wait.js';
import { type Draft, newDraft } from '../draft.js';
import { hearAssent } from '../hear/assent.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, telling } from '../scene.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { words } from '../words/replies.zh.js';
import { clockOnly, timeInWords } from '../words/say.js';
import { takenInWords } from '../words/tell.js';

const REFUSES = /不(?:要|去|用|看|约)|算了|让给/u;

/** A caller whose number is proven, and for whom a place is kept, is asked first whether they take it. */
export async function tellOffer(scene: Scene): Promise<Outcome | null> {
  const { caller, work, appointments } = scene;
  if (caller === null || work.conversation.lastReply !== null) return null;
  const [entry] = await appointments.offers(caller);
  const kept = entry?.offer ?? null;
  if (entry === undefined || kept === null) return null;
  const place = await placeOf(scene, entry);
  const text = words.askOffer(place, timeInWords(kept.slot.start), clockOnly(kept.until));
  const draft: Draft = { ...newDraft('book', null, entry.id) };
  return ask(scene, draft, nothingTold, { about: 'offer', entry: entry.id }, text, ['要', '不要了']);
}

async function placeOf({ appointments }: Scene, { providerId, departmentId }: WaitingEntry): Promise<string> {
  const provider = await appointments.provider(providerId);
  const department = (await appointments.departments(providerId)).find(({ id }) => id === departmentId);
  return `${provider?.name ?? ''}${department?.name ?? ''}`;
}

export async function answerOffer(
  scene: Scene,
  draft: Draft,
  entry: string,
  plain: string,
): Promise<Outcome | null> {
  const takes = TAKES.test(plain) ? 'yes' : hearAssent(plain);
  if (takes === 'no' || REFUSES.test(plain)) {
    await scene.appointments.leaveWaiting(entry);
    return end(scene, telling(nothingTold, words.offerLeft));
  }
  if (takes !== 'yes') return takes === 'unclear' ? askAgain(scene, draft, words.confirmAgain) : null;
  let result: BookingResult;
  try {
    result = await scene.appointments.acceptOffer(entry);
  } catch {
    return askAgain(scene, draft, words.unsettled);
  }
  if (result.outcome === 'refused') return end(scene, telling(nothingTold, refusalInWords(result.refusal)));
  return end(scene, telling(nothingTold, takenInWords(result.appointment, scene.sendsMessages)));
}
