import { z } from 'zod';
import type { PersonKeys } from '../../store/appointments.js';
import type { Hasher, Seal } from '../../store/seal.js';
import { checkBooker, checkPatient } from '../identity.js';
import { dayOf } from '../instants.js';
import type { Refusal } from '../refusals.js';
import type { BookingRequest } from '../service.js';
import type { Instant, Patient } from '../types.js';

/** What is sealed of an appointment or a place on the waiting list. */
const personRecord = z.object({
  patient: z.object({
    name: z.string(),
    phone: z.string(),
    idNumber: z.string().optional(),
    birthDate: z.string().optional(),
  }),
  bookedBy: z.object({ name: z.string(), phone: z.string(), relation: z.string() }).nullable(),
  needs: z.array(z.string()),
  note: z.string().nullable(),
  tellBooker: z.boolean(),
  // What was sealed before there were such has none.
  family: z.array(z.object({ relation: z.string(), phone: z.string() })).default([]),
});
export type Person = z.infer<typeof personRecord>;

type Named = Pick<BookingRequest, 'patient' | 'bookedBy' | 'needs' | 'note' | 'tellBooker'>;

/** The person of a request, checked and in the form that is kept. */
export function personOf(request: Named, now: Instant): { person: Person } | { refusal: Refusal } {
  const patient = checkPatient(request.patient, dayOf(now));
  if ('refusal' in patient) return patient;
  const booker = request.bookedBy === undefined ? { value: null } : checkBooker(request.bookedBy);
  if ('refusal' in booker) return booker;
  return {
    person: {
      patient: patient.value,
      bookedBy: booker.value,
      needs: [...new Set(request.needs ?? [])],
      note: request.note ?? null,
      tellBooker: request.tellBooker ?? true,
      family: [],
    },
  };
}

export const sealPerson = (seal: Seal, person: Person): string => seal.close(JSON.stringify(person));

export const openPerson = (seal: Seal, sealed: string): Person =>
  personRecord.parse(JSON.parse(seal.open(sealed)));

/** What the same person is known by: name and telephone together, or the ID number. */
export function keysOf(hasher: Hasher, { name, phone, idNumber }: Patient): PersonKeys {
  return {
    patient: hasher.hashes(`patient:${phone}:${name}`),
    id: idNumber === undefined ? [] : hasher.hashes(`id:${idNumber}`),
  };
}

export const phoneHashes = (hasher: Hasher, phone: string): string[] => hasher.hashes(`phone:${phone}`);

/** The hashed columns of a person. */
export function hashedColumns(hasher: Hasher, { patient, bookedBy }: Person) {
  const keys = keysOf(hasher, patient);
  return {
    patient_key: keys.patient[0] ?? null,
    id_key: keys.id[0] ?? null,
    phone_key: hasher.hash(`phone:${patient.phone}`),
    booker_key: bookedBy && hasher.hash(`phone:${bookedBy.phone}`),
  };
}
