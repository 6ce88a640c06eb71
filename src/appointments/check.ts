import { findPlace } from './booking/slot.js';
import { checkBooker, checkPatient, isBirthDate, nameOf, phoneOf } from './identity.js';
import { dayOf } from './instants.js';
import type { Parts } from './parts.js';
import { type Refusal, type Refused, refuse } from './refusals.js';
import { refusalOfPatient, refusalOfTime } from './rules.js';
import type { BookingRequest } from './service.js';
import type { Instant, Patient } from './types.js';

/** What of a request that is not complete yet would be refused. */
export async function check(parts: Parts, request: Partial<BookingRequest>): Promise<Refused | null> {
  const now = parts.now();
  const refusal = checkPeople(request, now) ?? (await checkPlace(parts, request, now));
  return refusal && refuse(refusal);
}

function checkPeople({ patient, bookedBy }: Partial<BookingRequest>, now: Instant): Refusal | null {
  if (bookedBy !== undefined) {
    const booker = checkBooker(bookedBy);
    if ('refusal' in booker) return booker.refusal;
  }
  return patient === undefined ? null : checkKnown(patient, dayOf(now));
}

/** A name or a telephone that is empty is not known yet. */
function checkKnown(patient: Patient, today: string): Refusal | null {
  const { name, phone, idNumber, birthDate } = patient;
  if (name !== '' && nameOf(name) === null) return { code: 'invalid-name' };
  if (phone !== '' && phoneOf(phone) === null) return { code: 'invalid-phone' };
  if (birthDate !== undefined && !isBirthDate(birthDate, today)) return { code: 'invalid-birth-date' };
  if (idNumber === undefined) return null;
  const whole = checkPatient({ ...patient, name: KNOWN.name, phone: KNOWN.phone }, today);
  return 'refusal' in whole ? whole.refusal : null;
}

const KNOWN = { name: '王桂英', phone: '13800000000' };

async function checkPlace(
  parts: Parts,
  { serviceId, slotId, patient }: Partial<BookingRequest>,
  now: Instant,
): Promise<Refusal | null> {
  const service = serviceId === undefined ? null : parts.services.get(serviceId);
  if (service === undefined) return { code: 'unknown-service' };
  if (slotId === undefined) return null;
  const found = await findPlace(parts, slotId, now);
  if ('refusal' in found) return found.refusal;
  const { provider, department, slot } = found.place;
  const time = refusalOfTime(provider.rules, slot, now);
  if (time || service === null) return time;
  if (!department.services.includes(service.id)) return { code: 'service-not-offered' };
  if (patient === undefined) return null;
  const person = refusalOfPatient(provider.rules, service, patient, slot);
  // An ID number that is not there yet can still be asked for.
  return person?.code === 'id-required' ? null : person;
}
