import {
  type AppointmentRow,
  appointmentsOfPatient,
  insertAppointment,
  lockAppointment,
  lockPatient,
} from '../../store/appointments.js';
import type { Database } from '../../store/database.js';
import { type HoldRow, spendHold } from '../../store/holds.js';
import { retrying } from '../../store/retry.js';
import { makeCode } from '../code.js';
import { plusMinutes } from '../instants.js';
import { type Parts, UNDO_MINUTES } from '../parts.js';
import type { BookOutcome, BookRequest } from '../port.js';
import type { Refusal } from '../refusals.js';
import { refusalOfOthers } from '../rules.js';
import type { Instant, ServiceId } from '../types.js';
import { earlierAnswer, keepAnswer, type RequestName, type StoredAnswer } from './answers.js';
import { giveUp } from './give-up.js';
import { hashedColumns, keysOf, type Person, sealPerson } from './person.js';
import { adapterOf, type Place, slotIdOf } from './slot.js';
import { tell } from './tell.js';

/** A booking that is allowed as far as can be seen without the database. */
export interface Wish {
  place: Place;
  serviceId: ServiceId;
  green: boolean;
  hold: HoldRow | null;
  person: Person;
  /** The appointment that is given up when this one stands. */
  replaces: AppointmentRow | null;
}

export interface Made {
  answer: StoredAnswer;
  /** The appointment that was made by this request, just now. */
  row: AppointmentRow | null;
  /** What the provider, which is elsewhere, has still to be asked. */
  ask: BookRequest | null;
}

/** How soon an answer that never came is looked for, in minutes: longer than any adapter waits for it. */
const FIRST_LOOK = 1;

/**
 * Makes the appointment and all that goes with it in one transaction: nobody else's booking of the same place, of the
 * same person or with the same key can come between. Where the provider is elsewhere, what is written is that it is
 * being asked.
 */
export async function make(parts: Parts, wish: Wish, name: RequestName, now: Instant): Promise<Made> {
  const { person, replaces } = wish;
  const keys = keysOf(parts.hasher, person.patient);
  return retrying((again) =>
    parts.db.transaction().execute(async (tx): Promise<Made> => {
      const old = replaces && (await lockAppointment(tx, replaces.id));
      await lockPatient(tx, keys);
      // Most requests are new. One that is not meets its answer when it keeps another: then all of it is done again.
      const earlier = again ? await earlierAnswer(tx, name) : null;
      if (earlier) return { answer: earlier, row: null, ask: null };
      const refused = async (refusal: Refusal): Promise<Made> => {
        const answer = { outcome: 'refused', refusal } as const;
        await keepAnswer(tx, name, answer, now);
        return { answer, row: null, ask: null };
      };
      if (old && old.live === 0) return refused({ code: 'not-changeable', status: 'cancelled' });
      const { provider, slot, seat } = wish.place;
      const others = await appointmentsOfPatient(tx, keys);
      const { start, end } = slot;
      const refusal = refusalOfOthers(
        provider.rules,
        others,
        { providerId: provider.id, start, end, replaces: replaces?.id ?? null },
        now,
      );
      if (refusal) return refused(refusal);

      const id = parts.newId();
      const request = bookRequest(wish, id, now);
      const outcome = 'within' in seat ? await adapterOf(seat, tx).book(request) : null;
      if (outcome && outcome.outcome !== 'booked' && outcome.outcome !== 'pending')
        return refused(refusalOf(outcome, provider.phone));
      const row = newRow(parts, { wish, id, now, outcome });
      await insertAppointment(tx, row);
      if (wish.hold) await spendHold(tx, wish.hold.id);
      if (outcome)
        await stand(parts, tx, { row, person, old: outcome.outcome === 'booked' ? old : null, now });
      const answer: StoredAnswer = outcome
        ? { outcome: 'booked', id, status: outcome.outcome, undoUntil: row.undo_until }
        : { outcome: 'asked', id };
      await keepAnswer(tx, name, answer, now);
      return { answer, row, ask: outcome ? null : request };
    }),
  );
}

/** What follows from a booking that the provider took, in the transaction that writes it. */
export async function stand(
  parts: Parts,
  tx: Database,
  made: {
    row: Pick<AppointmentRow, 'id' | 'reference' | 'status'>;
    person: Person;
    old: AppointmentRow | null;
    now: Instant;
  },
): Promise<void> {
  const { row, person, old, now } = made;
  if (old) await giveUp(parts, tx, old, { reason: 'rescheduled', now });
  const kind = row.status === 'pending' ? 'pending' : old ? 'rescheduled' : 'booked';
  const subject = { appointment: row.id };
  await tell(tx, { subject, person, kind, once: row.reference, dueAt: now, now });
}

function bookRequest(wish: Wish, reference: string, now: Instant): BookRequest {
  const { place, person, hold, serviceId, green } = wish;
  return {
    provider: place.provider,
    department: place.department,
    slot: place.slot,
    reference,
    hold: hold && { reference: hold.id, externalRef: hold.external_ref },
    serviceId,
    green,
    patient: person.patient,
    needs: person.needs,
    note: person.note,
    now,
  };
}

function newRow(
  parts: Parts,
  made: { wish: Wish; id: string; now: Instant; outcome: BookOutcome | null },
): AppointmentRow {
  const { wish, id, now, outcome } = made;
  const { provider, department, slot } = wish.place;
  const confirmed = outcome?.outcome === 'booked' ? outcome : null;
  const pending = outcome?.outcome === 'pending' ? outcome : null;
  return {
    id,
    reference: id,
    // Whoever moves an appointment keeps the number that is written down at home.
    code: wish.replaces?.code ?? makeCode(parts.random),
    status: confirmed ? 'booked' : pending ? 'pending' : 'unconfirmed',
    live: 1,
    cancel_reason: null,
    service_id: wish.serviceId,
    provider_id: provider.id,
    department_id: department.id,
    slot_id: slotIdOf(provider, slot),
    starts_at: confirmed?.start ?? slot.start,
    ends_at: confirmed?.end ?? slot.end,
    green: wish.green ? 1 : 0,
    ...hashedColumns(parts.hasher, wish.person),
    person: sealPerson(parts.seal, wish.person),
    external_ref: confirmed?.externalRef ?? pending?.externalRef ?? null,
    number: confirmed?.number ?? null,
    fetch_by: confirmed?.fetchBy ?? null,
    fetch_place: confirmed?.fetchPlace ?? null,
    created_at: now,
    undo_until: plusMinutes(now, UNDO_MINUTES),
    undo_what: wish.replaces ? 'rescheduling' : 'booking',
    answer_due: pending?.answerDue ?? null,
    replaces: wish.replaces?.id ?? null,
    awaits: outcome ? null : 'book',
    look_at: outcome ? null : plusMinutes(now, FIRST_LOOK),
    looks: 0,
  };
}

/** What a provider's no means to the person; `alternatives` are added where it is told. */
export function refusalOf(
  outcome: Exclude<BookOutcome, { outcome: 'booked' | 'pending' }>,
  providerPhone: string,
): Refusal {
  switch (outcome.outcome) {
    case 'taken':
      return { code: 'slot-taken', alternatives: [] };
    case 'withdrawn':
      return { code: 'session-withdrawn', alternatives: [] };
    case 'declined':
      return { code: 'provider-declined', reason: outcome.reason, providerPhone };
    case 'unreachable':
    case 'unknown':
      return { code: 'provider-unreachable', providerPhone };
  }
}
