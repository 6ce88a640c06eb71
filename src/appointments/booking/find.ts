import { findAppointment, findByCode, findByPhone } from '../../store/appointments.js';
import { barredUntil, countTry } from '../../store/tries.js';
import { phoneOf } from '../identity.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import { refuse } from '../refusals.js';
import type { FindResult } from '../service.js';
import type { Appointment } from '../types.js';
import { openPerson, phoneHashes } from './person.js';
import { viewOf } from './view.js';

/** Wrong codes for one telephone number within the time, before none is answered. */
const MOST_TRIES = 5;
const TRIES_MINUTES = 15;

/** A wrong number and a wrong code are answered alike, and both are counted, whether the number is known or not. */
export async function find(
  parts: Parts,
  { code, phone }: { code: string; phone: string },
): Promise<FindResult> {
  const { db, hasher } = parts;
  const number = phoneOf(phone);
  if (number === null || !/^\d{6}$/.test(code)) return refuse({ code: 'not-found' });
  const now = parts.now();
  const [key = '', ...older] = phoneHashes(hasher, number);
  const until = await barredUntil(db, { key, most: MOST_TRIES, now });
  if (until !== null) return refuse({ code: 'too-many-tries', until });
  const row = await findByCode(db, code, [key, ...older]);
  if (row) return { outcome: 'found', appointment: await viewOf(parts, row) };
  await countTry(db, { key, now, until: plusMinutes(now, TRIES_MINUTES) });
  return refuse({ code: 'not-found' });
}

export async function byPhone(parts: Parts, phone: string): Promise<Appointment[]> {
  const number = phoneOf(phone);
  if (number === null) return [];
  const rows = await findByPhone(parts.db, phoneHashes(parts.hasher, number), parts.now());
  return Promise.all(rows.map((row) => viewOf(parts, row)));
}

export async function byId(parts: Parts, id: string, phone?: string): Promise<Appointment | null> {
  const row = await findAppointment(parts.db, id);
  if (row === null) return null;
  if (phone !== undefined) {
    const number = phoneOf(phone);
    const person = row.person === null ? null : openPerson(parts.seal, row.person);
    if (number === null || (number !== person?.patient.phone && number !== person?.bookedBy?.phone))
      return null;
  }
  return viewOf(parts, row);
}
