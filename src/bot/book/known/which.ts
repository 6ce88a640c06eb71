import { departmentsFor } from '../../../appointments/departments-guide.js';
import type { Appointment, Service } from '../../../appointments/types.js';
import { fits } from '../ask/slots.js';
import type { Task } from '../draft.js';
import { hearOrdinal } from '../hear/choice.js';
import { chosenOf, type Leaning } from '../hear/clauses.js';
import { departmentCalled } from '../hear/complaint.js';
import { hearService } from '../hear/service.js';
import { hearWhenOf } from '../hear/when.js';
import type { Scene } from '../scene.js';
import type { Turn } from '../take/listen.js';
import { slotOf } from './change.js';

/** What is said of an appointment that stays as it is, and of one that is given up. */
const STAYS: Leaning = {
  against:
    /留[着到下]|保留|还(?:要|得|想|去(?!不))|(?:要|得)去(?=$|[哩呢的呀啊嘛看])|照(?:旧|常|去)|[别莫不](?:要)?(?:动|变|取消|退|抹|消)/u,
  for: /^不(?:想)?[去要看挂]|^别[去看要]|^莫[去看要]/u,
};
/** What it is to become names no appointment. */
const NEW_TIME = /[改换挪推][^，。]*/gu;
/** None of them is given up. */
const ALL_STAY = /都(?:还)?(?:要|得)?(?:去(?!不)|留)|都(?:不|别|莫)(?:退|取消|消|动)/u;

export const keepsAll = ({ plain }: Turn): boolean => ALL_STAY.test(plain);

/** Those that the words point at: by number, day, department, what ails, or name. Empty where they point at none. */
export async function appointmentsMeant(
  scene: Scene,
  own: readonly Appointment[],
  task: Task,
  { plain, raw }: Turn,
): Promise<readonly Appointment[]> {
  const services = await scene.appointments.services(scene.booking.draft?.place ?? null);
  const said = plain.replace(NEW_TIME, '');
  const waiting = scene.booking.draft?.waiting?.question;
  const shown = waiting?.about === 'which' ? waiting.shown : [];
  const offered = shown.flatMap((id) => own.filter((one) => one.id === id));
  const named = (clause: string): readonly Appointment[] => {
    const one = offered[hearOrdinal(clause, offered.length, true) ?? -1];
    return one === undefined ? pointedAt(scene, own, services, clause) : [one];
  };
  const all = offered.length > 0 ? offered : own;
  const one = chosenOf(said, all, named, task === 'cancel' || task === 'reschedule' ? STAYS : {});
  if (one !== null) return [one];
  const patients = own.filter(({ patient }) => raw.includes(patient.name));
  return patients.length > 0 ? patients : offered.length > 0 ? [] : pointedAt(scene, own, services, said);
}

/** Those whose department, or service, or what it is for, the clause names. */
export function calledIn(
  { guide }: Scene,
  own: readonly Appointment[],
  services: readonly Service[],
  clause: string,
): readonly Appointment[] {
  const names = own.map(({ department }) => department.name);
  const { sure, departments } = departmentsFor(guide, clause);
  const called =
    departmentCalled(clause, names) ?? (sure ? departmentCalled(departments[0] ?? '', names) : null);
  if (called !== null) return own.filter(({ department }) => department.name === called);
  const service = hearService(clause, services)?.id ?? null;
  return service === 'green-channel' ? [] : own.filter((one) => one.service.id === service);
}

const REFUSES = /^(?:不|别|莫)(?:是|要|想|看|去)*/u;

/** Those that the clause names, or whose day; empty where it tells none from the others. */
function pointedAt(
  scene: Scene,
  own: readonly Appointment[],
  services: readonly Service[],
  clause: string,
): readonly Appointment[] {
  const called = calledIn(scene, own, services, clause);
  // What is refused is named, too: 不是星期三的.
  const told = hearWhenOf(clause.replace(REFUSES, ''), scene.now);
  const onDay = own.filter((one) => told !== null && fits(slotOf(one), told));
  const both = called.filter((one) => onDay.includes(one));
  const meant = both.length > 0 ? both : called.length > 0 ? called : onDay;
  return meant.length < own.length ? meant : [];
}
