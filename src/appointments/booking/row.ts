import type { AppointmentRow } from '../../store/appointments.js';
import { SERVICE_IDS, type ServiceId, STATUSES, type Status } from '../types.js';

export function serviceIdOf({ service_id: text }: Pick<AppointmentRow, 'service_id'>): ServiceId {
  const id = SERVICE_IDS.find((known) => known === text);
  if (id === undefined) throw new Error(`unknown service in the store: ${text}`);
  return id;
}

export function statusOf({ status: text }: Pick<AppointmentRow, 'status'>): Status {
  const status = STATUSES.find((known) => known === text);
  if (status === undefined) throw new Error(`unknown status in the store: ${text}`);
  return status;
}

/** The appointment that a provider knows by this reference: a revived one has a new reference, which begins with its id. */
export const appointmentIdOf = (reference: string): string => reference.split('.')[0] ?? reference;
