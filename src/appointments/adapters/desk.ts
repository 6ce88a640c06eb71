import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../store/database.js';
import type { Hasher, Seal } from '../../store/seal.js';
import { closeTask, openTask, taskOf } from '../../store/tasks.js';
import { at, dayOf, plusDays, plusMinutes, weekday } from '../instants.js';
import type { Adapter, AppointmentRef, BookRequest, OpenSlot, ProviderRecord } from '../port.js';
import type { Department, Instant } from '../types.js';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When a provider without an interface can be asked for, by telephone: parts of days, not numbered places. */
export const deskSettings = z.object({
  hours: z
    .array(
      z.object({
        /** Monday is 1, Sunday 7. */
        weekdays: z.array(z.number().int().min(1).max(7)).min(1),
        from: clock,
        to: clock,
      }),
    )
    .min(1),
  /** Days on which nobody is there, `YYYY-MM-DD`. */
  closed: z.array(z.iso.date()).default([]),
  /** Within how many minutes a worker has to bring the provider's answer. */
  answerMinutes: z.number().int().min(1).default(240),
});

interface DeskParts {
  seal: Seal;
  hasher: Hasher;
}

/**
 * Providers that can only be rung: a booking is a task for a community worker, with all that it takes to do it, and
 * stays pending until the worker writes down what the provider said.
 */
export function createDeskAdapter(db: Database, { seal, hasher }: DeskParts): Adapter {
  async function ask(request: BookRequest, dueAt: Instant): Promise<void> {
    const { provider, department, slot, reference, patient, needs, note, serviceId, now } = request;
    const payload = {
      provider: providerOf(provider),
      department: department.name,
      slot,
      serviceId,
      patient,
      needs,
      note,
    };
    await openTask(
      db,
      {
        id: randomUUID(),
        kind: 'book',
        subjectId: reference,
        phoneKey: hasher.hash(`phone:${patient.phone}`),
        payload: seal.close(JSON.stringify(payload)),
        dueAt,
      },
      now,
    );
  }

  /** What was arranged by telephone is given back by telephone. */
  async function giveBack({ provider, reference, slot, now }: AppointmentRef): Promise<void> {
    const made = await taskOf(db, reference, 'book');
    if (made === null || (await taskOf(db, reference, 'cancel'))) return;
    if (await closeTask(db, made.id, 'cancelled', now)) return;
    if (made.result !== 'booked') return;
    const payload = made.payload ?? seal.close(JSON.stringify({ provider: providerOf(provider), slot }));
    const task = {
      id: randomUUID(),
      kind: 'cancel',
      subjectId: reference,
      phoneKey: made.phone_key,
      payload,
    } as const;
    await openTask(
      db,
      { ...task, dueAt: plusMinutes(now, deskSettings.parse(provider.settings).answerMinutes) },
      now,
    );
  }

  return {
    async slots({ provider, departments, from, to, limit }) {
      return { outcome: 'found', slots: partsOfDays(provider, departments, { from, to }).slice(0, limit) };
    },

    async slot({ provider, ref }) {
      const slot = slotOf(provider, ref);
      return slot ? { outcome: 'found', slot, withdrawn: false } : { outcome: 'absent' };
    },

    // Nothing is kept by telephone for somebody who has not decided: a hold costs nothing and keeps nothing.
    async hold({ until }) {
      return { outcome: 'held', until, externalRef: null };
    },

    async release() {
      return { outcome: 'released' };
    },

    async book(request) {
      const made = await taskOf(db, request.reference, 'book');
      const { answerMinutes } = deskSettings.parse(request.provider.settings);
      const answerDue = made?.due_at ?? plusMinutes(request.now, answerMinutes);
      if (made === null) await ask(request, answerDue);
      return { outcome: 'pending', externalRef: null, answerDue };
    },

    async cancel(request) {
      await giveBack(request);
      return { outcome: 'cancelled' };
    },

    async lookup({ reference }) {
      const made = await taskOf(db, reference, 'book');
      if (made === null) return { outcome: 'absent' };
      if (made.status === 'open') return { outcome: 'pending', externalRef: null, answerDue: made.due_at };
      const given = made.result === 'booked' && (await taskOf(db, reference, 'cancel')) === null;
      if (!given) return { outcome: 'cancelled' };
      return { outcome: 'booked', externalRef: null, number: null, fetchBy: null, fetchPlace: null };
    },
  };
}

const providerOf = ({ id, name, phone, address, sample }: ProviderRecord) => ({
  id,
  name,
  phone,
  address,
  sample,
});

const MOST_DAYS = 400;

function partsOfDays(
  provider: ProviderRecord,
  departments: readonly Department[],
  { from, to }: { from: Instant; to: Instant },
): OpenSlot[] {
  const { hours, closed } = deskSettings.parse(provider.settings);
  const slots: OpenSlot[] = [];
  for (
    let i = 0, day = dayOf(from);
    i < MOST_DAYS && at(day, '00:00') < to;
    i++, day = dayOf(plusDays(at(day, '00:00'), 1))
  ) {
    if (closed.includes(day)) continue;
    for (const part of hours.filter(({ weekdays }) => weekdays.includes(weekday(day))))
      for (const { id } of departments) slots.push(partOfDay(provider, id, day, part));
  }
  return slots.filter(({ start }) => start >= from && start < to);
}

function partOfDay(
  provider: ProviderRecord,
  departmentId: string,
  day: string,
  { from, to }: { from: string; to: string },
): OpenSlot {
  const department = departmentId.slice(provider.id.length + 1);
  const ref = `${department}-${day.replaceAll('-', '')}-${from.replace(':', '')}`;
  return { ref, departmentId, start: at(day, from), end: at(day, to), remaining: null };
}

/** A part of a day by its name, if the provider is there then. */
function slotOf(provider: ProviderRecord, ref: string): OpenSlot | null {
  const [, department, y, m, d, hour, minute] = /^(.+)-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})$/.exec(ref) ?? [];
  if (department === undefined) return null;
  const day = `${y}-${m}-${d}`;
  const { hours, closed } = deskSettings.parse(provider.settings);
  if (Number.isNaN(Date.parse(day)) || closed.includes(day)) return null;
  const part = hours.find(
    ({ weekdays, from }) => from === `${hour}:${minute}` && weekdays.includes(weekday(day)),
  );
  return part ? partOfDay(provider, `${provider.id}.${department}`, day, part) : null;
}
