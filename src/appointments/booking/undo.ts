import {
  type AppointmentRow,
  appointmentsOfPatient,
  changeAppointment,
  findAppointment,
  lockAppointment,
  lockPatient,
} from '../../store/appointments.js';
import { retrying } from '../../store/retry.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { BookRequest } from '../port.js';
import { type Refusal, refuse } from '../refusals.js';
import { refusalOfOthers, refusalOfTime } from '../rules.js';
import type { UndoResult } from '../service.js';
import type { Instant } from '../types.js';
import { asked } from './book.js';
import { cancel } from './cancel.js';
import { refusalOf } from './make.js';
import { keysOf, openPerson } from './person.js';
import { reschedule } from './reschedule.js';
import { serviceIdOf } from './row.js';
import { settle } from './settle.js';
import { adapterOf, alternativesTo, findPlace } from './slot.js';
import { viewOf } from './view.js';

/** Takes back the last change within its time. */
export async function undo(parts: Parts, id: string): Promise<UndoResult> {
  const now = parts.now();
  const row = await findAppointment(parts.db, id);
  if (row === null) return refuse({ code: 'not-found' });
  if (row.status === 'cancelled' && row.cancel_reason === 'undone')
    return { outcome: 'undone', what: 'booking', appointment: await viewOf(parts, row) };
  if (row.undo_until === null || row.undo_until < now) return refuse({ code: 'undo-over' });
  switch (row.undo_what) {
    case 'booking': {
      const result = await cancel(parts, id, 'undone');
      return result.outcome === 'cancelled' ? { ...result, outcome: 'undone', what: 'booking' } : result;
    }
    case 'rescheduling': {
      const before = row.replaces === null ? null : await findAppointment(parts.db, row.replaces);
      if (before === null) return refuse({ code: 'undo-over' });
      const key = `undo:${id}`;
      const result = await reschedule(parts, id, { slotId: before.slot_id }, key, true);
      return result.outcome === 'rescheduled'
        ? { ...result, outcome: 'undone', what: 'rescheduling' }
        : result;
    }
    case 'cancelling':
      return revive(parts, row, now);
    default:
      return refuse({ code: 'undo-over' });
  }
}

/** Books a cancelled appointment again under its own name, if its place is free still. */
async function revive(
  parts: Parts,
  { id, slot_id: slotId, green }: AppointmentRow,
  now: Instant,
): Promise<UndoResult> {
  const found = await findPlace(parts, slotId, now);
  if ('refusal' in found) return refuse(found.refusal);
  const { place } = found;
  const { provider, department, slot, seat } = place;
  const reference = `${id}.${parts.newId()}`;
  const refusal = await retrying(() =>
    parts.db.transaction().execute(async (tx): Promise<Refusal | BookRequest | null> => {
      const row = await lockAppointment(tx, id);
      if (row === null || row.person === null) return { code: 'not-found' };
      if (row.undo_what !== 'cancelling' || row.awaits === 'cancel')
        return row.live === 1 ? null : { code: 'undo-over' };
      const { patient, needs, note } = openPerson(parts.seal, row.person);
      const keys = keysOf(parts.hasher, patient);
      await lockPatient(tx, keys);
      const others = await appointmentsOfPatient(tx, keys);
      const against =
        refusalOfTime(provider.rules, slot, now) ??
        refusalOfOthers(
          provider.rules,
          others,
          { providerId: provider.id, start: slot.start, end: slot.end, replaces: null },
          now,
        );
      if (against) return against;
      const request: BookRequest = {
        provider,
        department,
        slot,
        reference,
        hold: null,
        serviceId: serviceIdOf(row),
        green: green === 1,
        patient,
        needs,
        note,
        now,
      };
      const outcome = 'within' in seat ? await adapterOf(seat, tx).book(request) : null;
      if (outcome && outcome.outcome !== 'booked' && outcome.outcome !== 'pending')
        return refusalOf(outcome, provider.phone);
      await changeAppointment(tx, id, {
        reference,
        status: outcome ? outcome.outcome : 'unconfirmed',
        live: 1,
        cancel_reason: null,
        undo_what: null,
        undo_until: null,
        number: outcome?.outcome === 'booked' ? outcome.number : null,
        external_ref: outcome ? outcome.externalRef : null,
        answer_due: outcome?.outcome === 'pending' ? outcome.answerDue : null,
        awaits: outcome ? null : 'book',
        look_at: outcome ? null : plusMinutes(now, 1),
        looks: 0,
      });
      return outcome ? null : request;
    }),
  );
  if (refusal && 'code' in refusal) {
    if (refusal.code !== 'slot-taken') return refuse(refusal);
    const alternatives = await alternativesTo(parts, place, green === 1, now);
    return refuse({ code: 'slot-taken', alternatives });
  }
  if (refusal && 'remote' in seat) {
    const outcome = await asked(seat.remote, refusal);
    const answer = await settle(parts, {
      id,
      reference,
      outcome,
      waits: true,
      requestKey: null,
      revived: true,
      now,
    });
    if (answer.outcome === 'refused') return refuse(answer.refusal);
  }
  const row = await findAppointment(parts.db, id);
  if (row === null) return refuse({ code: 'not-found' });
  return { outcome: 'undone', what: 'cancelling', appointment: await viewOf(parts, row) };
}
