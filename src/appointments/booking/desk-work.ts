import {
  type AppointmentRow,
  changeAppointment,
  findAppointment,
  lockAppointment,
} from '../../store/appointments.js';
import { closeTask, findTask, openTasks, type TaskRow } from '../../store/tasks.js';
import type { Parts } from '../parts.js';
import { type Refused, refuse } from '../refusals.js';
import type { Appointment, Instant } from '../types.js';
import { giveUp } from './give-up.js';
import { stand } from './make.js';
import { openPerson } from './person.js';
import { appointmentIdOf, statusOf } from './row.js';
import { tell } from './tell.js';
import { viewOf } from './view.js';

/** A task of the desk, opened for the worker who does it. */
export interface Task {
  id: string;
  kind: string;
  createdAt: Instant;
  dueAt: Instant;
  /** How often it was overdue. */
  escalated: number;
  /** What it takes to do it: provider, department, time, patient, needs. */
  payload: unknown;
}

/** What the worker was told by telephone. `done`: a task that has no appointment to decide on. */
export type TaskAnswer =
  | {
      answer: 'booked';
      /** The exact time, where the provider gave one; within what was asked for. */
      start?: Instant | undefined;
      end?: Instant | undefined;
      number?: string | undefined;
      place?: string | undefined;
    }
  | { answer: 'declined' }
  | { answer: 'done'; note?: string | undefined };

const LISTED = 100;

export async function listTasks({ db, seal }: Parts): Promise<Task[]> {
  const rows = await openTasks(db, LISTED);
  return rows.map((row) => taskView(seal, row));
}

const taskView = (seal: Parts['seal'], row: TaskRow): Task => ({
  id: row.id,
  kind: row.kind,
  createdAt: row.created_at,
  dueAt: row.due_at,
  escalated: row.escalated,
  payload: row.payload === null ? null : JSON.parse(seal.open(row.payload)),
});

export type TaskResult = { outcome: 'recorded'; appointment: Appointment | null } | Refused;

/** Ends the transaction, so that the task stays open. */
class OutsideWish extends Error {}

/**
 * Writes down what the provider said. The first answer counts; the person is told. A time outside of what was asked for
 * is not theirs to accept: it is declined, and another one asked for.
 */
export async function answerTask(parts: Parts, taskId: string, answer: TaskAnswer): Promise<TaskResult> {
  try {
    return await record(parts, taskId, answer);
  } catch (error) {
    if (error instanceof OutsideWish) return refuse({ code: 'outside-wish' });
    throw error;
  }
}

async function record(parts: Parts, taskId: string, answer: TaskAnswer): Promise<TaskResult> {
  const now = parts.now();
  const task = await findTask(parts.db, taskId);
  if (task === null) return refuse({ code: 'not-found' });
  const decides = task.kind === 'book' || task.kind === 'settle';
  if (decides !== (answer.answer !== 'done')) return refuse({ code: 'not-found' });
  const id = await parts.db.transaction().execute(async (tx): Promise<string | null | Refused> => {
    if (!(await closeTask(tx, taskId, answer.answer, now)))
      return refuse({ code: 'not-changeable', status: 'fulfilled' });
    if (answer.answer === 'done' || task.subject_id === null) return null;
    const row = await lockAppointment(tx, appointmentIdOf(task.subject_id));
    if (row === null || (row.status !== 'pending' && row.status !== 'unconfirmed')) return row?.id ?? null;
    const person = row.person === null ? null : openPerson(parts.seal, row.person);
    if (answer.answer === 'declined') {
      await giveUp(parts, tx, row, { reason: 'declined', now });
      const subject = { appointment: row.id };
      if (person) await tell(tx, { subject, person, kind: 'declined', once: row.reference, dueAt: now, now });
      return row.id;
    }
    if (answer.start !== undefined && (answer.start < row.starts_at || answer.start >= row.ends_at))
      throw new OutsideWish();
    const change = {
      status: 'booked',
      starts_at: answer.start ?? row.starts_at,
      ends_at: answer.end ?? row.ends_at,
      number: answer.number ?? null,
      fetch_place: answer.place ?? null,
      answer_due: null,
      awaits: null,
      look_at: null,
    };
    await changeAppointment(tx, row.id, change);
    const old = row.replaces === null ? null : await lockAppointment(tx, row.replaces);
    if (person)
      await stand(parts, tx, { row: { ...row, ...change }, person, old: old?.live === 1 ? old : null, now });
    return row.id;
  });
  if (id !== null && typeof id === 'object') return id;
  const row = id === null ? null : await findAppointment(parts.db, id);
  return { outcome: 'recorded', appointment: row && (await viewOf(parts, row)) };
}

/** Writes down whether the person came. Returns false where there is nothing to write: not booked, or not begun yet. */
export async function recordAttendance(parts: Parts, id: string, came: boolean): Promise<boolean> {
  const now = parts.now();
  return parts.db.transaction().execute(async (tx) => {
    const row: AppointmentRow | null = await lockAppointment(tx, id);
    if (row === null || statusOf(row) !== 'booked' || row.starts_at > now) return false;
    await changeAppointment(tx, id, {
      status: came ? 'fulfilled' : 'noshow',
      live: 0,
      undo_until: null,
      undo_what: null,
    });
    return true;
  });
}
