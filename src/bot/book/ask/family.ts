import type { Draft } from '../draft.js';
import { hearAssent } from '../hear/assent.js';
import { familyIn } from '../hear/family.js';
import { hearPhone } from '../hear/number.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, type Told, telling } from '../scene.js';
import type { Turn } from '../take/listen.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { words } from '../words/replies.zh.js';
import { grouped } from '../words/say.js';
import { appointmentInWords } from '../words/tell.js';

const SOMEBODY = '家里人';

/** The draft with whom of the family the turn names, and their number. */
export function listenToFamily(draft: Draft, { text, raw }: Turn): Draft {
  const word = familyIn(text) ?? draft.booker.relation ?? SOMEBODY;
  return { ...draft, booker: { name: word, relation: word, phone: hearPhone(raw) ?? draft.booker.phone } };
}

/** Asks for the number, then reads it back. */
export function arrangeFamily(scene: Scene, draft: Draft, told: Told): Outcome {
  const { appointment, booker } = draft;
  const word = booker.relation ?? SOMEBODY;
  if (appointment === null) return end(scene, telling(told, words.noneKnown));
  if (booker.phone === null)
    return ask(scene, draft, told, { about: 'family', word }, words.askFamilyPhone(word), []);
  const text = words.askTell(word, grouped(booker.phone), appointmentInWords(appointment));
  return ask(scene, draft, told, { about: 'confirm' }, text, ['对，发吧', '不发']);
}

/** A yes to the number that was read back keeps it; another number is read back in its turn. */
export async function answerFamily(
  scene: Scene,
  draft: Draft,
  turn: Turn,
  wasPut: boolean,
): Promise<Outcome | null> {
  const heard = listenToFamily(draft, turn);
  if (heard.booker.phone !== draft.booker.phone)
    return arrangeFamily(scene, heard, telling(nothingTold, words.noted([])));
  const assent = hearAssent(turn.plain.replace(/发(?=[吧了]|$)/gu, '约'));
  if (assent === 'yes') return wasPut ? finishFamily(scene, draft) : askAgain(scene, draft);
  if (assent === 'no') return end(scene, telling(nothingTold, words.familyLeft), draft);
  return assent === 'unclear' ? askAgain(scene, draft, words.confirmAgain) : null;
}

async function finishFamily(scene: Scene, { appointment, booker }: Draft): Promise<Outcome> {
  const { relation, phone } = booker;
  if (appointment === null || relation === null || phone === null)
    return end(scene, telling(nothingTold, words.noneKnown));
  const result = await scene.appointments.tellAlso(appointment.id, { relation, phone });
  if (result.outcome === 'refused')
    return end(scene, telling(nothingTold, refusalInWords(result.refusal)), { appointment });
  const said = (scene.sendsMessages ? words.familyTold : words.familyNoted)(relation, grouped(phone));
  return end(scene, telling(nothingTold, said), { appointment: result.appointment });
}
