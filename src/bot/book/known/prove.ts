import type { Appointment } from '../../../appointments/types.js';
import type { Draft } from '../draft.js';
import { hearCode, hearDigits } from '../hear/number.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, type Told, telling } from '../scene.js';
import type { Turn } from '../take/listen.js';
import { DONT_KNOW } from '../take/listen-visit.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { words } from '../words/replies.zh.js';
import { visitInWords } from '../words/tell.js';

/** So many wrong digits end it. */
const MOST_WRONG = 3;
const TAIL = 3;
const WHOLE = 6;
const LOST = /没(?:有|记|带|存|收到|看到|见)|找不(?:到|着)|忘|丢|删|记不/u;

/** Whether it was booked in this conversation, or its code was said: a number that calls can be forged. */
export const isProven = ({ booking }: Scene, { id }: Appointment): boolean => booking.known.includes(id);

/** The scene in which the appointment is proven. */
export const proving = (scene: Scene, { id }: Appointment): Scene => ({
  ...scene,
  booking: { ...scene.booking, known: [...scene.booking.known.filter((other) => other !== id), id] },
});

/** Before anything is changed that only the number that calls is known of, the end of its code is asked for. */
export function askForCode(scene: Scene, draft: Draft, appointment: Appointment, told: Told): Outcome {
  const known = { ...draft, appointment, tries: 0 };
  const visit = telling(told, words.callersVisit(visitInWords(appointment)));
  return ask(scene, known, visit, { about: 'code' }, words.askCode, ['没有预约码']);
}

/** The answer to it: the scene in which the appointment is proven, else what is said; null where it is no answer. */
export async function hearCodeAnswer(
  scene: Scene,
  draft: Draft,
  { raw, plain }: Turn,
): Promise<Outcome | Scene | null> {
  const { appointment } = draft;
  const { caller, appointments } = scene;
  if (appointment === null || caller === null) return end(scene, telling(nothingTold, words.noneKnown));
  // The whole of it may be read out, with the number beside it.
  const digits = hearCode(raw) ?? hearDigits(raw);
  if (digits.length !== TAIL && digits.length !== WHOLE) {
    if (!LOST.test(plain) && !DONT_KNOW.test(plain)) return null;
    const { phone } = appointment.provider;
    return end(scene, telling(nothingTold, words.noCode(phone)), { call: phone });
  }
  const found =
    digits.length === WHOLE
      ? await appointments.find({ code: digits, phone: caller })
      : await appointments.prove({ id: appointment.id, tail: digits, phone: caller });
  if (found.outcome === 'found' && found.appointment.id === appointment.id)
    return proving(scene, found.appointment);
  if (found.outcome === 'refused' && found.refusal.code === 'too-many-tries')
    return end(scene, telling(nothingTold, refusalInWords(found.refusal)));
  const tries = draft.tries + 1;
  if (tries < MOST_WRONG) return askAgain(scene, { ...draft, tries }, words.codeWrong);
  const { phone } = appointment.provider;
  return end(scene, telling(nothingTold, words.codeWrong, words.noCode(phone)), { call: phone });
}
