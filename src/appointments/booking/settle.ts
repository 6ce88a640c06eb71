import {
  type AppointmentRow,
  changeAppointment,
  deleteAppointment,
  findAppointment,
  lockAppointment,
} from '../../store/appointments.js';
import type { Database } from '../../store/database.js';
import { changeAnswer, forgetAnswer } from '../../store/requests.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { BookOutcome } from '../port.js';
import type { Instant } from '../types.js';
import { answerText, earlierAnswer, type RequestName, type StoredAnswer } from './answers.js';
import { refusalOf, stand } from './make.js';
import { openPerson } from './person.js';
import { statusOf } from './row.js';
import { tell } from './tell.js';

/** Minutes until an unknown outcome is looked at again: doubling, at most half an hour. */
export const nextLook = (looks: number): number => Math.min(2 ** looks, 30);

/** How the provider's answer is written: once, by whoever comes first. */
interface Settling {
  id: string;
  /** Of the attempt that was answered; an answer to an earlier one changes nothing. */
  reference: string;
  outcome: BookOutcome;
  /** Whether the person waits for it, and need not be told by message. */
  waits: boolean;
  /** The request whose answer it is; null where it has none. */
  requestKey: string | null;
  /** Whether the appointment was there before the attempt and a no leaves it cancelled, as it was. */
  revived: boolean;
  now: Instant;
}

/** Returns what the one who waits is answered. */
export async function settle(parts: Parts, settling: Settling): Promise<StoredAnswer> {
  const { id, reference, outcome, waits, requestKey, now } = settling;
  return parts.db.transaction().execute(async (tx): Promise<StoredAnswer> => {
    const row = await lockAppointment(tx, id);
    if (row === null) return { outcome: 'refused', refusal: { code: 'not-found' } };
    if (row.awaits !== 'book' || row.reference !== reference) return standsAs(row);
    const answer = await write(parts, tx, row, settling);
    if (requestKey === null) return answer;
    const notSent = answer.outcome === 'refused' && answer.refusal.code === 'provider-unreachable';
    // What surely was not sent may be sent again with the same key.
    if (notSent) await forgetAnswer(tx, requestKey);
    else await changeAnswer(tx, requestKey, answerText(answer));
    return answer;
  });

  async function write(
    { catalogue }: Parts,
    tx: Database,
    row: AppointmentRow,
    { revived }: Settling,
  ): Promise<StoredAnswer> {
    const provider = await catalogue.provider(row.provider_id);
    const booked = { outcome: 'booked', id, undoUntil: row.undo_until } as const;
    switch (outcome.outcome) {
      case 'booked':
      case 'pending': {
        const change = standing(row, outcome);
        await changeAppointment(tx, id, change);
        const old =
          row.replaces && outcome.outcome === 'booked' ? await lockAppointment(tx, row.replaces) : null;
        if (row.person !== null)
          await stand(parts, tx, {
            row: { ...row, ...change },
            person: openPerson(parts.seal, row.person),
            old: old?.live === 1 ? old : null,
            now,
          });
        return { ...booked, status: change.status };
      }
      case 'unknown':
        await changeAppointment(tx, id, {
          look_at: plusMinutes(now, nextLook(row.looks)),
          looks: row.looks + 1,
          answer_due: plusMinutes(now, ANSWER_MINUTES),
        });
        return { ...booked, status: 'unconfirmed' };
      case 'taken':
      case 'withdrawn':
      case 'declined':
      case 'unreachable': {
        if (waits && !revived) await deleteAppointment(tx, id);
        else await endWithNo(tx, row);
        return { outcome: 'refused', refusal: refusalOf(outcome, provider?.phone ?? '') };
      }
    }
  }

  async function endWithNo(tx: Database, row: AppointmentRow): Promise<void> {
    await changeAppointment(tx, id, {
      ...NOTHING_AWAITED,
      status: 'cancelled',
      live: 0,
      cancel_reason: 'declined',
    });
    if (row.person === null || waits) return;
    const person = openPerson(parts.seal, row.person);
    await tell(tx, {
      subject: { appointment: id },
      person,
      kind: 'declined',
      once: reference,
      dueAt: now,
      now,
    });
  }
}

/** Within how many minutes a person is promised to hear of an outcome that is not known. */
const ANSWER_MINUTES = 30;

const NOTHING_AWAITED = { awaits: null, look_at: null, looks: 0, answer_due: null };

function standing(row: AppointmentRow, outcome: Extract<BookOutcome, { outcome: 'booked' | 'pending' }>) {
  const { externalRef } = outcome;
  if (outcome.outcome === 'pending')
    return {
      ...NOTHING_AWAITED,
      status: 'pending' as const,
      external_ref: externalRef,
      answer_due: outcome.answerDue,
    };
  const { number, fetchBy, fetchPlace, start, end } = outcome;
  return {
    ...NOTHING_AWAITED,
    status: 'booked' as const,
    external_ref: externalRef,
    number,
    fetch_by: fetchBy,
    fetch_place: fetchPlace,
    starts_at: start ?? row.starts_at,
    ends_at: end ?? row.ends_at,
  };
}

/**
 * What a request was answered whose provider is still being asked, by this process or another; as it stands when that
 * takes too long. Null when there is nothing left of it.
 */
export async function whenAnswered(
  parts: Parts,
  name: RequestName,
  id: string,
): Promise<Exclude<StoredAnswer, { outcome: 'asked' }> | null> {
  for (let left = POLLS; ; left--) {
    const answer = await earlierAnswer(parts.db, name);
    if (answer === null) return null;
    if (answer.outcome !== 'asked') return answer;
    const row = await findAppointment(parts.db, id);
    if (row === null) return null;
    if (row.awaits !== 'book' || row.looks > 0 || left === 0) return standsAs(row);
    await parts.pause(POLL_MS);
  }
}

const standsAs = (row: AppointmentRow) =>
  ({ outcome: 'booked', id: row.id, status: statusOf(row), undoUntil: row.undo_until }) as const;

const POLL_MS = 100;
const POLLS = 120;
