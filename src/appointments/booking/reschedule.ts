import { type AppointmentRow, findAppointment } from '../../store/appointments.js';
import { findHold } from '../../store/holds.js';
import type { Parts } from '../parts.js';
import { type Refusal, refuse } from '../refusals.js';
import { cancelUntil, refusalOfPatient, refusalOfTime } from '../rules.js';
import type { RescheduleResult } from '../service.js';
import type { Instant } from '../types.js';
import { requestName } from './answers.js';
import { bookWish } from './book.js';
import { openPerson } from './person.js';
import { serviceIdOf, statusOf } from './row.js';
import { findPlace } from './slot.js';

/** Moves an appointment: a new one is made, and the old one given up exactly when the new one stands. */
export async function reschedule(
  parts: Parts,
  id: string,
  to: { slotId: string; holdId?: string | undefined },
  key: string,
  freely = false,
): Promise<RescheduleResult> {
  const now = parts.now();
  const old = await findAppointment(parts.db, id);
  if (old === null || old.person === null) return refuse({ code: 'not-found' });
  const name = requestName(parts.hasher, `reschedule:${id}`, key, to);
  const found = await findPlace(parts, to.slotId, now);
  if ('refusal' in found) return refuse(found.refusal);
  const { place } = found;
  const service = parts.services.get(serviceIdOf(old));
  if (!service || !place.department.services.includes(service.id))
    return refuse({ code: 'service-not-offered' });
  const person = openPerson(parts.seal, old.person);
  const refusal =
    (old.live === 1 ? await movable(parts, old, freely, now) : null) ??
    refusalOfTime(place.provider.rules, place.slot, now) ??
    refusalOfPatient(place.provider.rules, service, person.patient, place.slot);
  if (refusal) return refuse(refusal);
  const hold = to.holdId === undefined ? null : await findHold(parts.db, to.holdId);
  if (to.holdId !== undefined && hold?.slot_id !== to.slotId) return refuse({ code: 'unknown-hold' });
  const result = await bookWish(
    parts,
    {
      place,
      serviceId: service.id,
      green: old.green === 1,
      hold: hold?.status === 'held' ? hold : null,
      person,
      replaces: old,
    },
    name,
    now,
  );
  return result.outcome === 'booked' ? { outcome: 'rescheduled', appointment: result.appointment } : result;
}

/** Why an appointment that stands cannot be moved. */
async function movable(
  { catalogue }: Parts,
  old: AppointmentRow,
  freely: boolean,
  now: Instant,
): Promise<Refusal | null> {
  const status = statusOf(old);
  if ((status !== 'booked' && status !== 'pending') || old.starts_at <= now)
    return { code: 'not-changeable', status };
  const provider = await catalogue.provider(old.provider_id);
  if (provider === null || freely || status === 'pending') return null;
  const until = cancelUntil(provider.rules, { start: old.starts_at });
  return until < now ? { code: 'too-late-to-cancel', until, providerPhone: provider.phone } : null;
}
