import type { BookingRequest } from '../../../appointments/service.js';
import type { Draft } from '../draft.js';
import { doubtfulIn } from '../hear/name.js';
import { relationTo } from '../hear/who.js';
import { hasOneAlready } from '../known/appointments-of.js';
import { ask, type Onward, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { formally, readBack } from '../words/read-back.js';
import { words } from '../words/replies.zh.js';
import { grouped } from '../words/say.js';
import { refused } from './refused.js';
import { readBackWaiting } from './wait.js';

const isSelf = ({ who }: Draft): boolean => who?.relation === 'self';
const wordOf = ({ who }: Draft): string => (who === null ? '' : formally(who));

export function needName(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (draft.name !== null) return { draft, told };
  const text = (draft.phone === null ? words.askName : words.askNameOnly)(isSelf(draft), wordOf(draft));
  return ask(scene, draft, told, { about: 'name' }, text, []);
}

export function needSpelling(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  const char = draft.name === null || draft.name === draft.spelled ? null : doubtfulIn(draft.name);
  if (draft.name === null || char === null) return { draft, told };
  const text = words.askSpelling(draft.name, char);
  return ask(scene, draft, told, { about: 'spelling', char }, text, ['就是这个字']);
}

const MOBILE_LENGTH = 11;

export function needPhone(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (draft.phone !== null) return { draft, told };
  if (scene.caller !== null && draft.digits === '')
    return { draft: { ...draft, phone: scene.caller }, told: telling(told, words.callersPhone) };
  const heard = grouped(draft.digits);
  const { length } = draft.digits;
  const text =
    length === 0
      ? words.askPhone
      : length === MOBILE_LENGTH
        ? words.badNumber(heard)
        : words.partOfNumber(heard, length);
  return ask(scene, draft, told, { about: 'phone' }, text, []);
}

export function needId(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (!draft.needsId || draft.idNumber !== null) return { draft, told };
  return ask(scene, draft, told, { about: 'id' }, words.askId(isSelf(draft), wordOf(draft)), []);
}

/** Everything read back, after the service has been asked whether it would book it. */
export async function readBackBooking(scene: Scene, draft: Draft, told: Told): Promise<Outcome | Onward> {
  if (draft.waits) return askToWait(scene, draft, told);
  const request = requestOf(scene, draft);
  if (request === null) return { draft, told };
  const wrong = await scene.appointments.check(request);
  if (wrong !== null) return refused(scene, draft, told, wrong.refusal);
  const besides = (await hasOneAlready(scene, draft)) ? words.besides : '';
  const text = `${readBack(draft)}${besides}${words.askConfirm}`;
  return ask(scene, draft, told, { about: 'confirm' }, text, ['对，约吧', '不对，我要改', '不约了']);
}

function askToWait(scene: Scene, draft: Draft, told: Told): Outcome {
  const text = `${readBackWaiting(draft)}${words.askConfirm}`;
  return ask(scene, draft, told, { about: 'confirm' }, text, ['对，排上', '不对，我要改', '不用了']);
}

/** What is asked of the service; null while something is lacking. */
export function requestOf(scene: Scene, draft: Draft): BookingRequest | null {
  const { service, slot, hold } = draft;
  const patient = patientOf(scene, draft);
  if (service === null || slot === null || patient === null) return null;
  return {
    ...patient,
    serviceId: service.id,
    slotId: slot.id,
    ...(hold === null ? {} : { holdId: hold.id }),
  };
}

/** Whom it is for, and who is told besides; null while name or number are lacking. */
export function patientOf(
  { caller }: Scene,
  draft: Draft,
): Pick<BookingRequest, 'patient' | 'bookedBy' | 'needs' | 'note'> | null {
  const { name, phone, idNumber, who, booker, needs } = draft;
  if (name === null || phone === null) return null;
  const relation = booker.relation ?? relationTo(who?.relation ?? 'other');
  const forOther = who !== null && who.relation !== 'self';
  return {
    patient: { name, phone, ...(idNumber === null ? {} : { idNumber }) },
    ...(booker.name === null
      ? {}
      : { bookedBy: { name: booker.name, phone: booker.phone ?? caller ?? phone, relation } }),
    needs,
    ...(forOther && booker.name === null ? { note: `${relation}代约` } : {}),
  };
}
