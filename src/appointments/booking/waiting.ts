import { lockPatient } from '../../store/appointments.js';
import { findHold } from '../../store/holds.js';
import { retrying } from '../../store/retry.js';
import {
  endOffers,
  findWaiting,
  insertWaiting,
  moveWaiting,
  offersTo,
  queue,
  type WaitingRow,
} from '../../store/waiting.js';
import { phoneOf } from '../identity.js';
import { dayOf, earlier, later, plusDays, plusMinutes, startOfDay } from '../instants.js';
import type { Parts } from '../parts.js';
import { refuse } from '../refusals.js';
import { isGreen, refusalOfPatient } from '../rules.js';
import type { BookingResult, WaitingRequest, WaitingResult } from '../service.js';
import type { Instant, WaitingEntry } from '../types.js';
import { earlierAnswer, keepAnswer, requestName } from './answers.js';
import { book } from './book.js';
import { hold, release } from './hold.js';
import { hashedColumns, keysOf, openPerson, personOf, phoneHashes, sealPerson } from './person.js';
import { serviceIdOf } from './row.js';
import { adapterOf, slotIdOf } from './slot.js';
import { tell } from './tell.js';
import { tellAlso } from './tell-also.js';

/** How long a place that came free is kept for the one who waited, in minutes. */
const OFFER_MINUTES = 60;

export async function joinWaiting(
  parts: Parts,
  request: WaitingRequest,
  key: string,
): Promise<WaitingResult> {
  const now = parts.now();
  const named = personOf(request, now);
  if ('refusal' in named) return refuse(named.refusal);
  const service = parts.services.get(request.serviceId);
  if (!service) return refuse({ code: 'unknown-service' });
  const provider = await parts.catalogue.provider(request.providerId);
  if (!provider) return refuse({ code: 'unknown-provider' });
  const department = await parts.catalogue.department(request.departmentId);
  if (department?.providerId !== provider.id) return refuse({ code: 'unknown-department' });
  if (!department.services.includes(service.id)) return refuse({ code: 'service-not-offered' });
  if (request.to <= now || request.to <= request.from) return refuse({ code: 'past' });
  const refusal = refusalOfPatient(provider.rules, service, named.person.patient, { start: request.to });
  if (refusal) return refuse(refusal);
  const name = requestName(parts.hasher, 'waiting', key, request);
  const row: WaitingRow = {
    id: parts.newId(),
    status: 'waiting',
    service_id: service.id,
    provider_id: provider.id,
    department_id: department.id,
    from_at: request.from,
    to_at: request.to,
    ...waitingKeys(parts, named.person),
    person: sealPerson(parts.seal, named.person),
    hold_id: null,
    offered_until: null,
    appointment_id: null,
    created_at: now,
  };
  return retrying(() =>
    parts.db.transaction().execute(async (tx): Promise<WaitingResult> => {
      await lockPatient(tx, keysOf(parts.hasher, named.person.patient));
      const before = await earlierAnswer(tx, name);
      if (before) {
        const entry = before.outcome === 'waiting' ? await findWaiting(tx, before.id) : null;
        return entry
          ? { outcome: 'waiting', entry: await entryOf(parts, entry) }
          : refuse({ code: 'key-reused' });
      }
      await insertWaiting(tx, row);
      await keepAnswer(tx, name, { outcome: 'waiting', id: row.id }, now);
      return { outcome: 'waiting', entry: await entryOf(parts, row) };
    }),
  );
}

function waitingKeys({ hasher }: Parts, person: Parameters<typeof hashedColumns>[1]) {
  const { phone_key, booker_key } = hashedColumns(hasher, person);
  return { phone_key, booker_key };
}

export async function waiting(parts: Parts, id: string): Promise<WaitingEntry | null> {
  const row = await findWaiting(parts.db, id);
  return row && entryOf(parts, row);
}

export async function offers(parts: Parts, phone: string): Promise<WaitingEntry[]> {
  const number = phoneOf(phone);
  if (number === null) return [];
  const rows = await offersTo(parts.db, phoneHashes(parts.hasher, number), parts.now());
  return Promise.all(rows.map((row) => entryOf(parts, row)));
}

/** Books the place that was kept; the entry's own name is the key, so that a second yes changes nothing. */
export async function acceptOffer(parts: Parts, id: string): Promise<BookingResult> {
  const row = await findWaiting(parts.db, id);
  if (row === null || row.person === null) return refuse({ code: 'not-found' });
  const kept = row.hold_id === null ? null : await findHold(parts.db, row.hold_id);
  if (kept === null) return refuse({ code: 'offer-over' });
  const { patient, bookedBy, needs, note, tellBooker, family } = openPerson(parts.seal, row.person);
  const request = {
    serviceId: serviceIdOf(row),
    slotId: kept.slot_id,
    holdId: kept.id,
    patient,
    ...(bookedBy ? { bookedBy } : {}),
    needs,
    ...(note === null ? {} : { note }),
    tellBooker,
  };
  const result = await book(parts, request, `offer:${kept.id}`);
  if (result.outcome === 'booked') {
    const { appointment } = result;
    await moveWaiting(parts.db, id, 'offered', { status: 'booked', appointment_id: appointment.id });
    for (const member of family) await tellAlso(parts, appointment.id, member);
  }
  return result;
}

export async function leaveWaiting(parts: Parts, id: string): Promise<WaitingResult> {
  const row = await findWaiting(parts.db, id);
  if (row === null) return refuse({ code: 'not-found' });
  if (row.status === 'waiting' || row.status === 'offered') {
    await moveWaiting(parts.db, id, row.status, { status: 'left' });
    if (row.hold_id !== null) await release(parts, row.hold_id);
  }
  const now = await findWaiting(parts.db, id);
  return { outcome: 'waiting', entry: await entryOf(parts, now ?? row) };
}

const LOOKED_AT = 200;

/** Offers what is free to those who wait, the longest waiting first. Returns how many were offered a place. */
export async function offerFreed(parts: Parts): Promise<number> {
  const now = parts.now();
  await endOffers(parts.db, now);
  let offered = 0;
  for (const row of await queue(parts.db, now, LOOKED_AT)) if (await offerTo(parts, row, now)) offered++;
  return offered;
}

async function offerTo(parts: Parts, row: WaitingRow, now: Instant): Promise<boolean> {
  const provider = await parts.catalogue.provider(row.provider_id);
  const department = await parts.catalogue.department(row.department_id);
  const seat = provider && parts.adapters[provider.adapter];
  if (!provider || !department || !seat || row.person === null) return false;
  const ahead = startOfDay(dayOf(plusDays(now, provider.rules.daysAhead + 1)));
  const earliest = plusMinutes(now, provider.rules.bookUntilMinutes + OFFER_MINUTES);
  const found = await adapterOf(seat, parts.db)
    .slots({
      provider,
      departments: [department],
      from: later(row.from_at, earliest),
      to: earlier(row.to_at, ahead),
      green: isGreen({ id: serviceIdOf(row) }),
      limit: 1,
      now,
    })
    .catch(() => ({ outcome: 'unreachable' }) as const);
  const slot = found.outcome === 'found' ? found.slots[0] : undefined;
  if (!slot) return false;
  return offerSlot(parts, row, { slotId: slotIdOf(provider, slot), minutes: OFFER_MINUTES, told: false });
}

/** Keeps a place for somebody who waits, and tells them where no other message does (`told`). */
export async function offerSlot(
  parts: Parts,
  row: WaitingRow,
  { slotId, minutes, told }: { slotId: string; minutes: number; told: boolean },
): Promise<boolean> {
  const kept = await hold(parts, { slotId, serviceId: serviceIdOf(row), minutes });
  if (kept.outcome !== 'held' || row.person === null) return false;
  const person = openPerson(parts.seal, row.person);
  const now = parts.now();
  const { id: holdId, until } = kept.hold;
  const offered = await parts.db.transaction().execute(async (tx) => {
    const moved = await moveWaiting(tx, row.id, 'waiting', {
      status: 'offered',
      hold_id: holdId,
      offered_until: until,
    });
    if (!moved) return false;
    const subject = { waiting: row.id };
    if (!told) await tell(tx, { subject, person, kind: 'offer', once: holdId, dueAt: now, now });
    return true;
  });
  if (!offered) await release(parts, holdId);
  return offered;
}

const STATUSES = ['waiting', 'offered', 'booked', 'left', 'over'] as const;

async function entryOf({ db }: Parts, row: WaitingRow): Promise<WaitingEntry> {
  const kept = row.hold_id === null ? null : await findHold(db, row.hold_id);
  return {
    id: row.id,
    status: STATUSES.find((status) => status === row.status) ?? 'over',
    serviceId: serviceIdOf(row),
    providerId: row.provider_id,
    departmentId: row.department_id,
    from: row.from_at,
    to: row.to_at,
    offer:
      row.status === 'offered' && kept
        ? {
            id: kept.id,
            until: kept.until,
            slot: {
              id: kept.slot_id,
              providerId: kept.provider_id,
              departmentId: kept.department_id,
              start: kept.starts_at,
              end: kept.ends_at,
              remaining: null,
            },
          }
        : null,
  };
}
