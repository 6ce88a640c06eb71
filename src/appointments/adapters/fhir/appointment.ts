import type { BookRequest, Confirmation, LookupOutcome, OpenSlot } from '../../port.js';
import { ID_CARD, REFERENCE, SERVICE } from './names.js';
import { type AppointmentResource, identifierIn, spanOf } from './resources.js';
import type { Resource } from './server.js';

/** The person, with no more than the booking needs. */
export function patientResource({ patient, provider, green }: BookRequest): Resource & { id: string } {
  const { name, phone, birthDate, idNumber } = patient;
  return {
    resourceType: 'Patient',
    id: 'patient',
    ...(provider.rules.needsId && idNumber ? { identifier: [{ system: ID_CARD, value: idNumber }] } : {}),
    name: [{ text: name }],
    telecom: [{ system: 'phone', value: phone }],
    ...(green && birthDate ? { birthDate } : {}),
  };
}

/** What the hospital should know besides; undefined: nothing. */
export function commentOf({ needs, note }: BookRequest): string | undefined {
  const said = [...needs, ...(note === null ? [] : [note])];
  return said.length > 0 ? said.join('；') : undefined;
}

export const ourIdentifier = (reference: string): { system: string; value: string } => ({
  system: REFERENCE,
  value: reference,
});

/** A booked Appointment for the Slot. */
export function bookedAppointment(request: BookRequest, slotId: string): Resource {
  const patient = patientResource(request);
  const comment = commentOf(request);
  return {
    resourceType: 'Appointment',
    contained: [patient],
    identifier: [ourIdentifier(request.reference)],
    status: 'booked',
    serviceType: [{ coding: [{ system: SERVICE, code: request.serviceId }] }],
    start: request.slot.start,
    end: request.slot.end,
    slot: [{ reference: `Slot/${slotId}` }],
    ...(comment === undefined ? {} : { comment }),
    participant: [{ actor: { reference: `#${patient.id}` }, status: 'accepted' }],
  };
}

/** What the hospital's Appointment says to the person. `numbers`: the system of the place in the queue. */
export function confirmationOf(
  appointment: AppointmentResource,
  slot: OpenSlot,
  numbers: string | undefined,
): Confirmation {
  const span = spanOf(appointment);
  const moved = span !== null && (span.start !== slot.start || span.end !== slot.end);
  return {
    externalRef: appointment.id,
    number: numbers === undefined ? null : identifierIn(appointment, numbers),
    fetchBy: null,
    fetchPlace: null,
    ...(moved ? span : {}),
  };
}

const STANDS = new Set(['booked', 'arrived', 'checked-in', 'fulfilled', 'noshow']);
const OVER = new Set(['cancelled', 'entered-in-error']);

export const stands = ({ status }: AppointmentResource): boolean => STANDS.has(status);
export const isOver = ({ status }: AppointmentResource): boolean => OVER.has(status);
/** Whether the visit is in the past, for better or worse. */
export const hasPassed = (appointment: AppointmentResource): boolean =>
  stands(appointment) && appointment.status !== 'booked';

/** What became of a booking, by all Appointments with its reference; a hospital that still decides is not known yet. */
export function lookupOutcome(
  found: readonly AppointmentResource[],
  slot: OpenSlot,
  numbers: string | undefined,
): LookupOutcome {
  const standing = found.find(stands);
  if (standing) return { outcome: 'booked', ...confirmationOf(standing, slot, numbers) };
  if (found.some((appointment) => !isOver(appointment))) return { outcome: 'unreachable' };
  return { outcome: found.length > 0 ? 'cancelled' : 'absent' };
}

export const cancelled = (appointment: AppointmentResource): AppointmentResource => ({
  ...appointment,
  status: 'cancelled',
});
