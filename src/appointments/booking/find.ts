import { findAppointment, findByCode, findByPhone } from '../../store/appointments.js';
import { phoneOf } from '../identity.js';
import type { Parts } from '../parts.js';
import { refuse } from '../refusals.js';
import type { FindResult } from '../service.js';
import type { Appointment } from '../types.js';
import { openPerson, phoneHashes } from './person.js';
import { countLookup, wasRight } from './tries.js';
import { viewOf } from './view.js';

/** A wrong number and a wrong code are answered alike, and both are counted, whether the number is known or not. */
export async function find(
  parts: Parts,
  { code, phone, address }: { code: string; phone: string; address?: string | undefined },
): Promise<FindResult> {
  const { db, hasher } = parts;
  const number = phoneOf(phone);
  if (number === null || !/^\d{6}$/.test(code)) return refuse({ code: 'not-found' });
  const [phoneKey = '', ...older] = phoneHashes(hasher, number);
  const trier = { phoneKey, address };
  const until = await countLookup(parts, trier, parts.now());
  if (until !== null) return refuse({ code: 'too-many-tries', until });
  const row = await findByCode(db, code, [phoneKey, ...older]);
  if (row === null) return refuse({ code: 'not-found' });
  await wasRight(parts, trier);
  return { outcome: 'found', appointment: await viewOf(parts, row) };
}

/** {@link Appointments.prove} */
export async function prove(
  parts: Parts,
  { id, tail, phone }: { id: string; tail: string; phone: string },
): Promise<FindResult> {
  const number = phoneOf(phone);
  if (number === null || !/^\d{3}$/.test(tail)) return refuse({ code: 'not-found' });
  const trier = { phoneKey: parts.hasher.hash(`phone:${number}`), address: undefined };
  const until = await countLookup(parts, trier, parts.now());
  if (until !== null) return refuse({ code: 'too-many-tries', until });
  const appointment = await byId(parts, id, number);
  if (appointment === null || !appointment.code.endsWith(tail)) return refuse({ code: 'not-found' });
  await wasRight(parts, trier);
  return { outcome: 'found', appointment };
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
