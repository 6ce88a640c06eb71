import type {
  Appointment,
  Booker,
  Department,
  Patient,
  Provider,
  ServiceHere,
  Slot,
} from '../../../../src/appointments/types.js';
import { post } from '../api.js';
import type { Kept, Wish } from '../state/types.js';

export interface Services {
  services: ServiceHere[];
}
export interface Providers {
  providers: (Provider & { departments: Department[] })[];
}
/** Departments that treat such complaints. `caution`: what is said with it. */
export interface Advice {
  departments: string[];
  sure: boolean;
  caution: string;
}
export interface Slots {
  slots: Slot[];
}
/** As the server tells of it: nothing of the person but what they gave. */
export type Booked = Omit<Appointment, 'patient' | 'bookedBy'>;

const address = (path: string, query: Record<string, string>): string =>
  `api/${path}?${new URLSearchParams(query)}`;

export const servicesAt = (adcode: string): string => address('services', { region: adcode });
export const providersAt = (adcode: string, serviceId: string): string =>
  address('providers', { region: adcode, serviceId });
export const departmentsFor = (complaint: string): string => address('departments', { complaint });
export const slotsOf = (providerId: string, departmentId: string, serviceId: string): string =>
  address('slots', {
    providerId,
    departmentId,
    serviceId,
    greenChannel: String(serviceId === 'green-channel'),
  });
export const appointmentAt = (code: string, phone: string): string =>
  address(`appointments/${encodeURIComponent(code)}`, { phone });
export const calendarAt = (code: string, phone: string): string =>
  address(`appointments/${encodeURIComponent(code)}/calendar.ics`, { phone });

/** All that is asked for a booking. */
export interface Order {
  serviceId: string;
  slotId: string;
  patient: Patient;
  bookedBy?: Booker;
  needs: readonly string[];
}

/** Whether everything is chosen and told; then what is to be sent. */
export function orderOf({ service, slot, patient, bookedBy, needs = [] }: Wish): Order | null {
  if (service === undefined || slot === undefined || patient === undefined) return null;
  return { serviceId: service.id, slotId: slot.id, patient, ...(bookedBy ? { bookedBy } : {}), needs };
}

export const book = (order: Order, key: string): Promise<Booked> =>
  post('api/appointments', order, { 'idempotency-key': key });
export const move = ({ id }: Kept, slotId: string, key: string): Promise<Booked> =>
  post(`api/appointments/${id}/reschedule`, { slotId }, { 'idempotency-key': key });
export const cancel = (id: string): Promise<Booked> => post(`api/appointments/${id}/cancel`, {});
/** Takes the last change back; the appointment that stands, or stood, is answered. */
export const undo = async (id: string): Promise<Booked> =>
  (await post<{ appointment: Booked }>(`api/appointments/${id}/undo`, {})).appointment;
