import type {
  Appointment,
  Booker,
  Department,
  Patient,
  Provider,
  ServiceHere,
  Slot,
  WaitingEntry,
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

export const waitingAt = (id: string): string => `api/waiting/${id}`;

/** Who comes for what. */
interface Visit {
  serviceId: string;
  patient: Patient;
  bookedBy?: Booker;
  needs: readonly string[];
}

/** Whether it is told who comes for what; then what is to be sent of it. */
export function visitOf({ service, patient, bookedBy, needs = [] }: Wish): Visit | null {
  if (service === undefined || patient === undefined) return null;
  return { serviceId: service.id, patient, ...(bookedBy ? { bookedBy } : {}), needs };
}

export const book = (visit: Visit, slotId: string, key: string): Promise<Booked> =>
  post('api/appointments', { ...visit, slotId }, { 'idempotency-key': key });

/** Where and between which instants somebody waits for a place that comes free. */
export interface Wanted {
  providerId: string;
  departmentId: string;
  from: string;
  to: string;
}

export const joinWaiting = (visit: Visit, wanted: Wanted, key: string): Promise<WaitingEntry> =>
  post('api/waiting', { ...visit, ...wanted }, { 'idempotency-key': key });
export const acceptOffer = (id: string): Promise<Booked> => post(`api/waiting/${id}/accept`, {});
export const leaveWaiting = (id: string): Promise<WaitingEntry> => post(`api/waiting/${id}/leave`, {});
export const move = ({ id }: Kept, slotId: string, key: string): Promise<Booked> =>
  post(`api/appointments/${id}/reschedule`, { slotId }, { 'idempotency-key': key });
export const cancel = (id: string): Promise<Booked> => post(`api/appointments/${id}/cancel`, {});
/** Takes the last change back; the appointment that stands, or stood, is answered. */
export const undo = async (id: string): Promise<Booked> =>
  (await post<{ appointment: Booked }>(`api/appointments/${id}/undo`, {})).appointment;
