import type { Draft, Task } from '../draft.js';
import { ask, nothingTold, type Outcome, type Scene } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { timeInWords } from '../words/say.js';

/** Minutes that what a caller has said so far is kept after the line dropped. */
const KEPT_MINUTES = 120;
const COMES_BACK = /断了|掉线|挂断|刚才|刚刚|接着|继续|没说完|没约完/u;

/** A caller whose number is proven is asked first whether to go on with what a dropped call left behind. */
export async function offerToResume(scene: Scene, task: Task | null): Promise<Outcome | null> {
  const { caller, work, appointments } = scene;
  if (caller === null || work.conversation.lastReply !== null) return null;
  const opens = task === 'book' || work.understanding.social === 'greeting' || COMES_BACK.test(work.text);
  const saved = opens ? await appointments.draft(caller) : null;
  if (saved === null) return null;
  // Our own text, sealed by the service.
  const draft: Draft = JSON.parse(saved);
  const text = words.askResume(saidSoFar(draft));
  return ask(scene, draft, nothingTold, { about: 'resume' }, text, ['接着约', '重新约']);
}

function saidSoFar({ provider, department, slot }: Draft): string {
  const where = `${provider?.name ?? ''}${department?.name ?? ''}`;
  return [where, slot === null ? '' : timeInWords(slot.start)].filter((part) => part !== '').join('，');
}

/** A number that calls can be forged: whoever calls with it is read out neither name nor numbers, and gives them again. */
const unnamed = (draft: Draft): Draft => ({
  ...draft,
  name: null,
  spelled: null,
  phone: null,
  digits: '',
  idNumber: null,
  booker: { name: null, phone: null, relation: draft.booker.relation },
  waiting: null,
});

/** Keeps the draft for the number that calls, or forgets it when it is done. */
export async function keepForCaller(
  { caller, appointments, booking: before }: Scene,
  { booking }: Outcome,
): Promise<void> {
  if (caller === null) return;
  if (booking.draft !== null && booking.draft.task === 'book')
    await appointments.saveDraft(caller, JSON.stringify(unnamed(booking.draft)), KEPT_MINUTES);
  else if (before.draft !== null) await appointments.dropDraft(caller);
}
