import type { Appointment, Slot } from '../../../appointments/types.js';
import { PAUSES } from '../../../language/pauses.js';
import { dayOf, fits } from '../ask/slots.js';
import type { Draft } from '../draft.js';
import { departmentNames } from '../hear/complaint.js';
import { spokenNames } from '../hear/hospital.js';
import { hearWhen } from '../hear/when.js';
import { hearWho, ONLY_ONE } from '../hear/who.js';
import { slotOf } from '../known/change.js';
import type { Scene } from '../scene.js';

/** What may stand beside a thing that is only said again: 去市二院看, 就中医那个. */
const AROUND = /^(?:[的那这个家市县区里去到在是就还也给她他我俺额咱妈爸娘爹号挂看约]|时间|日子|老伴)*$/u;

/** What is read back of an appointment. */
interface Visit {
  provider: Pick<Appointment['provider'], 'id' | 'name'>;
  department: Pick<Appointment['department'], 'name'>;
  service: Pick<Appointment['service'], 'id' | 'name'>;
  patient: string;
  slot: Slot | null;
}

/**
 * What the words say besides what was read back to them, 对，就这 of 对，市二院，就这: what is only said again takes
 * nothing from a yes, and changes nothing.
 */
export async function beyond(scene: Scene, draft: Draft, text: string): Promise<string> {
  const visit = visitOf(draft);
  if (visit === null) return text;
  const names = [...(await namesOf(scene, draft, visit)), ...timesOf(scene, visit, text)]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length);
  const bare = (clause: string): string => {
    const rest = names.reduce((said, name) => said.replaceAll(name, ''), clause);
    return (rest !== clause && AROUND.test(rest)) || saysWho(scene, draft, rest) ? '' : rest;
  };
  return text.split(PAUSES).map(bare).join('，');
}

/** 是给他看, 就是给俺娘看的. */
const FOR_WHOM =
  /^(?:就|都|也)*(?:是|给)+(?:(?<me>我|俺|额)(?:自[己家个])?|(?<other>[他她]|(?:我|俺|额)?(?<kin>\p{Script=Han}{1,4}?)))(?:看|约|挂|查|的|嘞|哩)*$/u;

/** More says more. */
const LONGEST = 40;

/** Whether the clause says once more for whom it is. */
function saysWho({ house }: Scene, { who }: Draft, clause: string): boolean {
  const { me, other, kin } = (clause.length > LONGEST ? null : FOR_WHOM.exec(clause))?.groups ?? {};
  if (who === null || (me === undefined && other === undefined)) return false;
  if (me !== undefined) return who.relation === 'self';
  if (kin === undefined) return who.relation !== 'self';
  return (
    kin === who.word ||
    (ONLY_ONE.has(who.relation) && hearWho(clause, house.lexicon, true)?.relation === who.relation)
  );
}

function visitOf(draft: Draft): Visit | null {
  const { appointment, provider, department, service, name, slot } = draft;
  if (appointment !== null)
    return { ...appointment, patient: appointment.patient.name, slot: slot ?? slotOf(appointment) };
  if (provider === null || department === null || service === null) return null;
  return { provider, department, service, patient: name ?? '', slot };
}

async function namesOf(scene: Scene, draft: Draft, visit: Visit): Promise<string[]> {
  const { provider, department, service, patient } = visit;
  const all = await scene.appointments.providers({ adcode: draft.place ?? '' });
  const services = await scene.appointments.services(draft.place);
  return [
    ...[department.name, ...departmentNames(department.name)].flatMap((name) => [
      name,
      name.replace(/科$/u, ''),
    ]),
    ...[patient, service.name],
    ...(services.find(({ id }) => id === service.id)?.aliases ?? []),
    ...all.filter(({ id }) => id === provider.id).flatMap(spokenNames),
    provider.name,
  ];
}

/** 就大后天, 礼拜五上午: the time that was read back, in whatever words; of a day of either calendar the one that it is. */
function timesOf(scene: Scene, visit: Visit, text: string): string[] {
  const { slot } = visit;
  const heard = hearWhen(text, scene.now);
  if (slot === null || heard === null) return [];
  if ('doubt' in heard) {
    const { solar, lunar, said } = heard.doubt;
    const on = [solar, lunar].some(({ from, to }) => from <= dayOf(slot) && dayOf(slot) < to);
    return on && text.includes(said) ? [said, ...timesOf(scene, visit, text.replace(said, '，'))] : [];
  }
  if (!fits(slot, heard.when)) return [];
  const { said, days, never, clock } = heard.when;
  return (days.length > 0 || clock !== null) && never.length === 0 ? said.split('、') : [];
}
