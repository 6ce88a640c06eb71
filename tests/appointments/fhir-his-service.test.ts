import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reconcile } from '../../src/appointments/booking/reconcile.js';
import { importProviders } from '../../src/appointments/import/apply.js';
import { parseProviders } from '../../src/appointments/import/provider-file.js';
import { instant } from '../../src/appointments/instants.js';
import type { BookingRequest } from '../../src/appointments/service.js';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { type OpenAppointments, openAppointments } from '../../src/open-appointments.js';
import { ROOT } from '../../src/root.js';
import type { Database } from '../../src/store/database.js';
import { createHasher, createSeal } from '../../src/store/seal.js';
import { type FhirTestServer, startFhirServer } from '../support/fhir-server/start.js';
import { type HisTestServer, startHisServer } from '../support/his-server/start.js';
import { addSchedules, addSlots, NOW, TOKEN } from './fhir-hospital.js';
import { addSchedule, emptyStore, KEY } from './his-hospital.js';

// The whole of booking over a hospital elsewhere: what the person is told, and what the hospital has.

let clock = Date.parse(NOW);
let db: Database;
let open: OpenAppointments;
let fhir: FhirTestServer;
let his: HisTestServer;
let made = 0;

const providersFile = (fhirUrl: string, hisUrl: string): string => `
providers:
${[
  [
    'fhir',
    `{ url: ${fhirUrl}, secret: FHIR, departments: { geriatrics: { open: { schedules: [Schedule/open] } } } }`,
  ],
  [
    'his',
    `{ url: ${hisUrl}, secret: HIS, hoscode: H1, timeoutMs: 1000, paths: { query: order/getOrder },
       fields: { reference: outTradeNo }, departments: { geriatrics: { depcode: D1 } } }`,
  ],
]
  .map(
    ([id, settings]) => `
  - id: ${id}
    name: 样例医院${id}
    region: "431202"
    address: 样例路 1 号
    phone: 0745-2222222
    adapter: ${id}
    sample: true
    rules: { daysAhead: 14, bookUntilMinutes: 30, cancelUntilMinutes: 60, mostAtOnce: 9, noShows: null,
             fetchMinutes: null, greenShare: 0, greenAge: 60, needsId: false }
    settings: ${settings}
    departments: [{ id: geriatrics, name: 老年医学科, services: [green-channel] }]`,
  )
  .join('')}`;

beforeAll(async () => {
  [fhir, his, db] = await Promise.all([startFhirServer(), startHisServer(), emptyStore()]);
  await addSchedules(fhir);
  const key = randomBytes(32);
  const nothing = (): void => {};
  const secrets: Record<string, string> = { FHIR: TOKEN, HIS: KEY };
  open = await openAppointments({
    config: {},
    db,
    seal: createSeal(key),
    hasher: createHasher(key),
    now: () => new Date(clock),
    corpus: join(ROOT, 'corpus'),
    documents: await loadCorpus(join(ROOT, 'corpus/documents')),
    secret: (name) => secrets[name] ?? null,
    log: { info: nothing, warn: nothing, error: nothing },
  });
  await open.parts.catalogue.all();
  await importProviders(db, parseProviders(providersFile(fhir.url, his.url)), NOW);
  open.parts.catalogue.refresh();
}, 60_000);
afterAll(async () => {
  await Promise.all([fhir?.stop(), his?.stop()]);
  await db?.destroy();
});
beforeEach(async () => {
  clock = Date.parse(NOW);
  await Promise.all([fhir.reset(), his.reset()]);
});

interface Hospital {
  id: 'fhir' | 'his';
  /** A new time with so many places. Returns its start. */
  add(places: number): Promise<string>;
  /** From now on the answers to writes are lost, or not. */
  lose(on: boolean): Promise<void>;
}

let day = 0;
const hospitals: Hospital[] = [
  {
    id: 'fhir',
    add: async (places) => (await addSlots(fhir, places)).start,
    lose: (on) => fhir.control({ lose: on ? 2 : 0 }),
  },
  {
    id: 'his',
    async add(places) {
      const workDate = instant(Date.parse('2026-11-24T00:00:00+08:00') + ++day * 43_200_000).slice(0, 10);
      const startTime = `${String(8 + (day % 9)).padStart(2, '0')}:15`;
      await addSchedule(his, { workDate, startTime, endTime: '18:00', availableNumber: places });
      return `${workDate}T${startTime}:00+08:00`;
    },
    lose: (on) => his.control({ play: on ? 'lost' : 'well' }),
  },
];

describe.each(hospitals)('booking at a hospital by $id', ({ id, add, lose }) => {
  async function slotAt(start: string) {
    const found = await open.appointments.slots({
      providerId: id,
      from: start,
      to: instant(Date.parse(start) + 1000),
    });
    return found.outcome === 'found' ? (found.slots[0] ?? null) : null;
  }

  async function freshSlot(places: number) {
    const start = await add(places);
    const slot = await slotAt(start);
    if (slot === null) throw new Error('no slot');
    return slot;
  }

  const wish = (slotId: string, holdId?: string): BookingRequest => ({
    serviceId: 'green-channel',
    slotId,
    holdId,
    patient: { name: '李秀英', phone: `138${String(10_000_000 + ++made)}`, birthDate: '1950-01-01' },
  });

  it('holds, books, changes and cancels', async () => {
    const first = await freshSlot(1);
    const held = await open.appointments.hold({ slotId: first.id, serviceId: 'green-channel' });
    if (held.outcome !== 'held') throw new Error(JSON.stringify(held));
    expect(await slotAt(first.start)).toBeNull();
    expect(await open.appointments.book(wish(first.id), 'another')).toMatchObject({ outcome: 'refused' });
    const booked = await open.appointments.book(wish(first.id, held.hold.id), `${id} book`);
    if (booked.outcome !== 'booked') throw new Error(JSON.stringify(booked));
    expect(booked.appointment.status).toBe('booked');
    const second = await freshSlot(1);
    const moved = await open.appointments.reschedule(
      booked.appointment.id,
      { slotId: second.id },
      `${id} move`,
    );
    if (moved.outcome !== 'rescheduled') throw new Error(JSON.stringify(moved));
    open.appointments;
    await reconcile(open.parts);
    expect((await slotAt(first.start))?.remaining).toBe(1);
    expect(await slotAt(second.start)).toBeNull();
    expect(await open.appointments.cancel(moved.appointment.id)).toMatchObject({ outcome: 'cancelled' });
    open.appointments;
    await reconcile(open.parts);
    expect((await slotAt(second.start))?.remaining).toBe(1);
  });

  it('lets as many of twenty callers in as there are places', async () => {
    const slot = await freshSlot(3);
    const booking = open.appointments;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => booking.book(wish(slot.id), `${id} race ${i}`)),
    );
    expect(results.filter(({ outcome }) => outcome === 'booked')).toHaveLength(3);
    const refusals = results.flatMap((r) => (r.outcome === 'refused' ? [r.refusal.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['slot-taken']));
    expect(await slotAt(slot.start)).toBeNull();
  });

  it('says that the answer is not known, and finds out', async () => {
    const slot = await freshSlot(2);
    await lose(true);
    const request = wish(slot.id);
    const booked = await open.appointments.book(request, `${id} lost`);
    if (booked.outcome !== 'booked') throw new Error(JSON.stringify(booked));
    expect(booked.appointment.status).toBe('unconfirmed');
    await lose(false);
    expect(await open.appointments.book(request, `${id} lost`)).toMatchObject({
      outcome: 'booked',
      appointment: { id: booked.appointment.id, status: 'unconfirmed' },
    });
    clock += 180_000;
    open.appointments;
    await reconcile(open.parts);
    expect((await open.appointments.byId(booked.appointment.id))?.status).toBe('booked');
    expect((await slotAt(slot.start))?.remaining).toBe(1);
  });
});
