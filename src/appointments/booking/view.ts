import { z } from 'zod';
import type { AppointmentRow } from '../../store/appointments.js';
import type { Parts } from '../parts.js';
import { cancelUntil, fetchBy } from '../rules.js';
import type { Appointment } from '../types.js';
import { openPerson, type Person } from './person.js';
import { serviceIdOf, statusOf } from './row.js';

const cancelReasons = z
  .enum(['person', 'undone', 'rescheduled', 'withdrawn', 'declined', 'forgotten'])
  .nullable();

/** Of a person who was forgotten nothing is left to show. */
const NOBODY: Person = {
  patient: { name: '', phone: '' },
  bookedBy: null,
  needs: [],
  note: null,
  tellBooker: false,
  family: [],
};

/** An appointment as it is shown; `known`: whom it is for, where that need not be unsealed. */
export async function viewOf(
  { catalogue, services, seal }: Pick<Parts, 'catalogue' | 'services' | 'seal'>,
  row: AppointmentRow,
  known?: Person,
): Promise<Appointment> {
  const provider = await catalogue.provider(row.provider_id);
  const department = await catalogue.department(row.department_id);
  const serviceId = serviceIdOf(row);
  const person = known ?? (row.person === null ? NOBODY : openPerson(seal, row.person));
  const rules = provider?.rules;
  const times = { start: row.starts_at };
  return {
    id: row.id,
    code: row.code,
    status: statusOf(row),
    cancelReason: cancelReasons.parse(row.cancel_reason),
    service: { id: serviceId, name: services.get(serviceId)?.name ?? serviceId },
    provider: {
      id: row.provider_id,
      name: provider?.name ?? row.provider_id,
      address: provider?.address ?? '',
      phone: provider?.phone ?? '',
      sample: provider?.sample ?? false,
    },
    department: { id: row.department_id, name: department?.name ?? row.department_id },
    slotId: row.slot_id,
    start: row.starts_at,
    end: row.ends_at,
    number: row.number,
    fetch: { by: row.fetch_by ?? (rules ? fetchBy(rules, times) : null), place: row.fetch_place },
    patient: person.patient,
    bookedBy: person.bookedBy,
    family: person.family,
    needs: person.needs,
    note: person.note,
    cancelUntil: rules ? cancelUntil(rules, times) : row.starts_at,
    undoUntil: row.undo_until,
    answerDue: row.answer_due,
    replaces: row.replaces,
  };
}
