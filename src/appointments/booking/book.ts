import { findAppointment } from '../../store/appointments.js';
import { findHold } from '../../store/holds.js';
import type { Parts } from '../parts.js';
import type { Adapter, BookOutcome, BookRequest } from '../port.js';
import { type Refusal, refuse } from '../refusals.js';
import { isGreen, refusalOfPatient, refusalOfTime } from '../rules.js';
import type { BookingRequest, BookingResult } from '../service.js';
import type { Instant } from '../types.js';
import { earlierAnswer, type RequestName, requestName, type StoredAnswer } from './answers.js';
import { make, type Wish } from './make.js';
import { personOf } from './person.js';
import { settle, whenAnswered } from './settle.js';
import { alternativesTo, findPlace } from './slot.js';
import { viewOf } from './view.js';

/** Books what is asked for, or says why not. */
export async function book(parts: Parts, request: BookingRequest, key: string): Promise<BookingResult> {
  const now = parts.now();
  const name = requestName(parts.hasher, 'book', key, request);
  const prepared = await prepare(parts, request, now);
  if ('refusal' in prepared) {
    // What was right when it was first asked has an answer, though by now it would be too late to ask.
    const earlier = await earlierAnswer(parts.db, name);
    return earlier ? told(parts, earlier, null, name) : refuse(prepared.refusal);
  }
  return bookWish(parts, prepared.wish, name, now);
}

/** Books a wish under the name of the request that it came with. */
export async function bookWish(
  parts: Parts,
  wish: Wish,
  name: RequestName,
  now: Instant,
): Promise<BookingResult> {
  const { answer, row, ask } = await make(parts, wish, name, now);
  if (row !== null && answer.outcome === 'booked')
    return { outcome: 'booked', appointment: await viewOf(parts, row, wish.person) };
  if (ask === null || 'within' in wish.place.seat) return told(parts, answer, wish, name);
  const outcome = await asked(wish.place.seat.remote, ask);
  const { reference } = ask;
  const settled = await settle(parts, {
    id: reference,
    reference,
    outcome,
    waits: true,
    requestKey: name.key,
    revived: false,
    now: parts.now(),
  });
  return told(parts, settled, wish, name);
}

/** A provider that fails in a way nobody foresaw may have booked. */
export async function asked(adapter: Adapter, request: BookRequest): Promise<BookOutcome> {
  return adapter.book(request).catch(() => ({ outcome: 'unknown' }) as const);
}

/** Everything that can be refused without a transaction. */
export async function prepare(
  parts: Parts,
  request: BookingRequest,
  now: Instant,
): Promise<{ wish: Wish } | { refusal: Refusal }> {
  const named = personOf(request, now);
  if ('refusal' in named) return named;
  const service = parts.services.get(request.serviceId);
  if (!service) return { refusal: { code: 'unknown-service' } };
  const found = await findPlace(parts, request.slotId, now);
  if ('refusal' in found) return found;
  const { place } = found;
  const { rules } = place.provider;
  if (!place.department.services.includes(service.id)) return { refusal: { code: 'service-not-offered' } };
  const refusal =
    refusalOfTime(rules, place.slot, now) ??
    refusalOfPatient(rules, service, named.person.patient, place.slot);
  if (refusal) return { refusal };
  const hold = request.holdId === undefined ? null : await findHold(parts.db, request.holdId);
  if (request.holdId !== undefined && hold?.slot_id !== request.slotId)
    return { refusal: { code: 'unknown-hold' } };
  const usable = hold?.status === 'held' ? hold : null;
  const green = isGreen(service);
  return {
    wish: { place, serviceId: service.id, green, hold: usable, person: named.person, replaces: null },
  };
}

/** The answer in full, for the one who asks. */
async function told(
  parts: Parts,
  answer: StoredAnswer,
  wish: Wish | null,
  name: RequestName,
): Promise<BookingResult> {
  switch (answer.outcome) {
    case 'booked': {
      const row = await findAppointment(parts.db, answer.id);
      if (row === null) return refuse({ code: 'not-found' });
      const view = await viewOf(parts, row);
      return {
        outcome: 'booked',
        appointment: { ...view, status: answer.status, undoUntil: answer.undoUntil },
      };
    }
    case 'asked': {
      const settled = await whenAnswered(parts, name, answer.id);
      return settled ? told(parts, settled, wish, name) : refuse({ code: 'not-found' });
    }
    case 'waiting':
      return refuse({ code: 'key-reused' });
    case 'refused':
      return wish
        ? { outcome: 'refused', refusal: await besides(parts, answer.refusal, wish) }
        : refuse(answer.refusal);
  }
}

/** The refusal with what could be had instead; for a hold that ran out, in its own words. */
async function besides(parts: Parts, refusal: Refusal, wish: Wish): Promise<Refusal> {
  if (refusal.code !== 'slot-taken' && refusal.code !== 'session-withdrawn') return refusal;
  const alternatives = await alternativesTo(parts, wish.place, wish.green, parts.now());
  const code = refusal.code === 'slot-taken' && wish.hold ? 'hold-expired' : refusal.code;
  return { code, alternatives };
}
