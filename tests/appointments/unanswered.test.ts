import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Adapter, BookOutcome, CancelOutcome, LookupOutcome } from '../../src/appointments/port.js';
import { openDatabase } from '../../src/store/database.js';
import { type Booking, GERIATRICS, openBooking, WANG, wish } from '../support/booking.js';

/** A hospital elsewhere that answers as it is told, and remembers what it was asked. */
interface Hospital {
  book: (BookOutcome | Error)[];
  lookup: LookupOutcome[];
  cancel: CancelOutcome[];
  asked: string[];
  /** Awaited before a booking is answered. */
  slow: Promise<void>;
}

const CONFIRMED = { externalRef: 'H1', number: '12', fetchBy: null, fetchPlace: '一楼' };
const REF = 'geriatrics-20261123-0800';
const SLOT = {
  ref: REF,
  departmentId: GERIATRICS,
  start: '2026-11-23T08:00:00+08:00',
  end: '2026-11-23T08:30:00+08:00',
  remaining: 1,
};
const SLOT_ID = `sample-hecheng-hospital:${REF}`;

let hospital: Hospital;
let on: Booking;

function scripted(h: Hospital): Adapter {
  const next = <T>(list: T[], what: string): T => {
    h.asked.push(what);
    const outcome = list.shift();
    if (outcome === undefined) throw new Error(`nobody scripted this ${what}`);
    return outcome;
  };
  return {
    slots: async () => ({ outcome: 'found', slots: [SLOT] }),
    slot: async () => ({ outcome: 'found', slot: SLOT, withdrawn: false }),
    hold: async ({ until }) => ({ outcome: 'held', until, externalRef: null }),
    release: async () => ({ outcome: 'released' }),
    async book({ reference }) {
      const outcome = next(h.book, `book ${reference}`);
      await h.slow;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    cancel: async () => next(h.cancel, 'cancel'),
    lookup: async () => next(h.lookup, 'lookup'),
  };
}

beforeEach(async () => {
  hospital = { book: [], lookup: [], cancel: [], asked: [], slow: Promise.resolve() };
  const db = await openDatabase({ file: join(await mkdtemp(join(tmpdir(), 'yiwen-')), 'yiwen.db') });
  on = await openBooking(db, { remote: scripted(hospital) });
  onTestFinished(() => db.destroy());
});

const told = async (): Promise<string[]> => {
  const before = on.sent.length;
  while ((await on.work.messages()) > 0);
  return on.sent.slice(before).map(({ text }) => text);
};

async function unconfirmed(): Promise<string> {
  hospital.book.push({ outcome: 'unknown' });
  const result = await on.appointments.book(wish(SLOT_ID), 'one');
  if (result.outcome !== 'booked') throw new Error(result.refusal.code);
  expect(result.appointment).toMatchObject({ status: 'unconfirmed', number: null });
  expect(result.appointment.answerDue).toBe('2026-11-22T10:30:00+08:00');
  expect(await told()).toEqual([]);
  on.clock.add(2);
  return result.appointment.id;
}

describe('a hospital that', () => {
  it('answers in time is believed, once', async () => {
    hospital.book.push({ outcome: 'booked', ...CONFIRMED });
    const result = await on.appointments.book(wish(SLOT_ID), 'one');
    expect(result).toMatchObject({
      appointment: { status: 'booked', number: '12', fetch: { place: '一楼' } },
    });
    expect(await on.appointments.book(wish(SLOT_ID), 'one')).toEqual(result);
    expect(hospital.asked).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it('is asked once for a request that comes three times at once, all answered alike', async () => {
    let answer = (): void => {};
    hospital.slow = new Promise((done) => {
      answer = done;
    });
    hospital.book.push({ outcome: 'booked', ...CONFIRMED });
    const all = [1, 2, 3].map(() => on.appointments.book(wish(SLOT_ID), 'thrice'));
    setTimeout(() => answer(), 250);
    const results = await Promise.all(all);
    expect(hospital.asked).toHaveLength(1);
    expect(results.map((r) => r.outcome === 'booked' && r.appointment.status)).toEqual([
      'booked',
      'booked',
      'booked',
    ]);
  });

  it('answers after the time-out leaves it unconfirmed; then it is found and told', async () => {
    const id = await unconfirmed();
    hospital.lookup.push({ outcome: 'booked', ...CONFIRMED });
    await on.work.unanswered();
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'booked', number: '12', answerDue: null });
    expect((await told())[0]).toContain('预约成功');
    await on.work.unanswered();
    expect(hospital.asked.filter((what) => what === 'lookup')).toHaveLength(1);
  });

  it('fails in a way nobody foresaw is taken for one that has not answered', async () => {
    hospital.book.push(new Error('socket hang up'));
    const result = await on.appointments.book(wish(SLOT_ID), 'one');
    expect(result).toMatchObject({ outcome: 'booked', appointment: { status: 'unconfirmed' } });
  });

  it('never got the request is asked again under the same name', async () => {
    const id = await unconfirmed();
    hospital.lookup.push({ outcome: 'absent' });
    hospital.book.push({ outcome: 'booked', ...CONFIRMED });
    await on.work.unanswered();
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'booked' });
    expect(new Set(hospital.asked.filter((what) => what.startsWith('book'))).size).toBe(1);
  });

  it('gave the place to another meanwhile: the person is told that it came to nothing', async () => {
    const id = await unconfirmed();
    hospital.lookup.push({ outcome: 'absent' });
    hospital.book.push({ outcome: 'taken' });
    await on.work.unanswered();
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'cancelled', cancelReason: 'declined' });
    expect((await told())[0]).toContain('没有约成');
  });

  it('does not answer at all is asked less and less often, and then by a person', async () => {
    const id = await unconfirmed();
    let looks = 0;
    for (let minute = 0; minute < 120; minute++) {
      hospital.lookup.push({ outcome: 'unreachable' });
      looks += await on.work.unanswered();
      on.clock.add(1);
    }
    expect(looks).toBeGreaterThan(5);
    expect(looks).toBeLessThan(12);
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'unconfirmed' });
    const [task, ...more] = await on.desk.tasks();
    expect([task?.kind, more.length]).toEqual(['settle', 0]);
    await on.desk.answer(task?.id ?? '', { answer: 'booked', number: '3' });
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'booked', number: '3' });
    expect((await told())[0]).toContain('预约成功');
  });

  it('surely did not get it: nothing is kept, and the same request may be sent again', async () => {
    hospital.book.push({ outcome: 'unreachable' }, { outcome: 'booked', ...CONFIRMED });
    const first = await on.appointments.book(wish(SLOT_ID), 'one');
    expect(first).toMatchObject({ refusal: { code: 'provider-unreachable', providerPhone: '12345' } });
    expect(await on.appointments.byPhone(WANG.phone)).toEqual([]);
    expect(await on.appointments.book(wish(SLOT_ID), 'one')).toMatchObject({ outcome: 'booked' });
  });

  it('says that it is too late to cancel keeps the booking', async () => {
    hospital.book.push({ outcome: 'booked', ...CONFIRMED });
    const made = await on.appointments.book(wish(SLOT_ID), 'one');
    const id = made.outcome === 'booked' ? made.appointment.id : '';
    hospital.cancel.push({ outcome: 'too-late' });
    expect(await on.appointments.cancel(id)).toMatchObject({ refusal: { code: 'too-late-to-cancel' } });
    expect(await on.appointments.byId(id)).toMatchObject({ status: 'booked' });
  });

  it('does not answer a cancellation is told of it until it has heard', async () => {
    hospital.book.push({ outcome: 'booked', ...CONFIRMED });
    const made = await on.appointments.book(wish(SLOT_ID), 'one');
    const id = made.outcome === 'booked' ? made.appointment.id : '';
    hospital.cancel.push({ outcome: 'unknown' }, { outcome: 'cancelled' });
    expect(await on.appointments.cancel(id)).toMatchObject({ appointment: { status: 'cancelled' } });
    on.clock.add(2);
    await on.work.unanswered();
    await on.work.unanswered();
    expect(hospital.asked.filter((what) => what === 'cancel')).toHaveLength(2);
  });
});
