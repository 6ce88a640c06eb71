import { decodeId } from '../language/ids.js';
import type { Refusal } from './refusals.js';
import type { Booker, Patient } from './types.js';

const MOST_LETTERS = 40;
/** Han, or another script's letters, with the dots and blanks inside names of minorities and foreigners. */
const NAME = /^\p{L}[\p{L}\p{M}·•.' -]*[\p{L}\p{M}.]$/u;
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;
const OLDEST = 130;

/** Digits alone, without +86, blanks and dashes; null where it is no number that can be rung. */
export function phoneOf(text: string): string | null {
  if (text.length > MOST_LETTERS) return null;
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()（）-]/g, '')
    .replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '');
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null;
}

/** A name without the blanks around it; null where it is none, or longer than 40 letters. */
export function nameOf(text: string): string | null {
  const name = text.trim().normalize('NFKC');
  return [...name].length <= MOST_LETTERS && NAME.test(name) ? name : null;
}

export function isBirthDate(day: string, today: string): boolean {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  if (!real || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return false;
  return day <= today && Number(today.slice(0, 4)) - Number(day.slice(0, 4)) <= OLDEST;
}

type Checked<T> = { value: T } | { refusal: Refusal };

/** In the form that is kept; an ID number gives the birth date, and must not contradict the one given. */
export function checkPatient(patient: Patient, today: string): Checked<Patient> {
  const name = nameOf(patient.name);
  if (name === null) return { refusal: { code: 'invalid-name' } };
  const phone = phoneOf(patient.phone);
  if (phone === null) return { refusal: { code: 'invalid-phone' } };
  const { birthDate } = patient;
  if (birthDate !== undefined && !isBirthDate(birthDate, today))
    return { refusal: { code: 'invalid-birth-date' } };
  if (patient.idNumber === undefined)
    return { value: birthDate === undefined ? { name, phone } : { name, phone, birthDate } };
  const idNumber = patient.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const facts = decodeId(idNumber);
  if (facts === null || !isBirthDate(facts.birthDate, today)) return { refusal: { code: 'invalid-id' } };
  if (birthDate !== undefined && birthDate !== facts.birthDate)
    return { refusal: { code: 'invalid-birth-date' } };
  return { value: { name, phone, idNumber, birthDate: facts.birthDate } };
}

export function checkBooker(booker: Booker): Checked<Booker> {
  const name = nameOf(booker.name);
  if (name === null) return { refusal: { code: 'invalid-booker', field: 'name' } };
  const phone = phoneOf(booker.phone);
  if (phone === null) return { refusal: { code: 'invalid-booker', field: 'phone' } };
  const relation = booker.relation.trim();
  if (!/^\p{L}{1,20}$/u.test(relation)) return { refusal: { code: 'invalid-booker', field: 'relation' } };
  return { value: { name, phone, relation } };
}
