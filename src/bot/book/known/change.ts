import type { Appointment, Slot } from '../../../appointments/types.js';
import type { Draft } from '../draft.js';
import { ask, type Onward, type Outcome, type Scene, type Told } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { timeInWords } from '../words/say.js';
import { appointmentInWords } from '../words/tell.js';

/** The old time and the new, read back. */
export function readBackChange(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  const { appointment, slot } = draft;
  if (appointment === null || slot === null) return { draft, told };
  const text = words.askChange(appointmentInWords(appointment), timeInWords(slot.start));
  return ask(scene, draft, told, { about: 'confirm' }, text, ['对，改吧', '不改']);
}

/** The draft of a change of `appointment`: same service, hospital, department and person. */
export function ofAppointment(draft: Draft, appointment: Appointment): Draft {
  const { service, provider, department, patient } = appointment;
  return {
    ...draft,
    appointment,
    service: { id: service.id, name: service.name, byDepartment: false },
    provider: { id: provider.id, name: provider.name, phone: provider.phone, address: provider.address },
    department,
    name: patient.name,
    phone: patient.phone,
  };
}

/** The time of an appointment, as one that could be chosen. */
export const slotOf = ({ slotId, provider, department, start, end }: Appointment): Slot => ({
  id: slotId,
  providerId: provider.id,
  departmentId: department.id,
  start,
  end,
  remaining: null,
});
