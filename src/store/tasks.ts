import { type Selectable, sql } from 'kysely';
import type { TaskTable } from './appointments-schema.js';
import type { Database } from './database.js';
import { forTaking } from './dialect.js';

export type TaskRow = Selectable<TaskTable>;

interface NewTask {
  id: string;
  /** `book`: arrange an appointment; `cancel`: give one back; `settle`: ask what became of one; `call_back`: ring. */
  kind: 'book' | 'cancel' | 'settle' | 'call_back';
  /** The reference of the appointment that it is about. */
  subjectId: string | null;
  /** Keyed hash of the person's number. */
  phoneKey: string | null;
  /** Sealed JSON: all that the worker needs. */
  payload: string;
  dueAt: string;
}

export async function openTask(db: Database, task: NewTask, now: string): Promise<void> {
  const { id, kind, subjectId, phoneKey, payload, dueAt } = task;
  await db
    .insertInto('tasks')
    .values({
      id,
      kind,
      status: 'open',
      subject_id: subjectId,
      phone_key: phoneKey,
      payload,
      created_at: now,
      due_at: dueAt,
      escalated: 0,
      done_at: null,
      result: null,
    })
    .execute();
}

export async function findTask(db: Database, id: string): Promise<TaskRow | null> {
  return (await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function taskOf(
  db: Database,
  subjectId: string,
  kind: TaskRow['kind'],
): Promise<TaskRow | null> {
  const row = await db
    .selectFrom('tasks')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Puts other words in a task's place, sealed; without effect where there is no such task. */
export async function replacePayload(db: Database, id: string, payload: string): Promise<void> {
  await db.updateTable('tasks').set({ payload }).where('id', '=', id).execute();
}

/** Open ones, the most overdue first. */
export async function openTasks(db: Database, limit: number): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('status', '=', 'open')
    .orderBy('escalated', 'desc')
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** Ends a task that is open; false when another worker has done it already. */
export async function closeTask(db: Database, id: string, result: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set({ status: 'done', result, done_at: now })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks open tasks that are overdue, and gives each until `dueAt`. Returns them. */
export async function escalate(
  db: Database,
  { now, dueAt }: { now: string; dueAt: string },
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    update tasks set escalated = escalated + 1, due_at = ${dueAt}
    where id in (select id from tasks where status = 'open' and due_at <= ${now} limit 100 ${forTaking(db, 'skip')})
    returning *`.execute(db);
  return rows;
}
