import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFhirAdapter } from '../../src/appointments/adapters/fhir/adapter.js';
import type { OpenSlot } from '../../src/appointments/port.js';
import { type FhirTestServer, type Mode, startFhirServer } from '../support/fhir-server/start.js';
import {
  addSchedules,
  addSlots,
  booking,
  holding,
  hospital,
  NOW,
  named,
  search,
  TOKEN,
  unexpected,
} from './fhir-hospital.js';

const WAYS: [name: string, mode: Partial<Mode>][] = [
  ['conditional updates', {}],
  ['a transaction of conditional updates', { transactions: true }],
  ['IHE ITI.Scheduling', { operations: true }],
];

describe.each(WAYS)('a hospital with FHIR, by %s', (_name, mode) => {
  let server: FhirTestServer;
  const adapter = createFhirAdapter((name) => (name === 'ZZ' ? TOKEN : null), unexpected);

  beforeAll(async () => {
    server = await startFhirServer();
    await addSchedules(server);
  }, 60_000);
  afterAll(() => server?.stop());
  beforeEach(() => server.reset({ ...mode, now: NOW }));

  const there = () => hospital(server.url);

  async function open(count = 1): Promise<OpenSlot> {
    const { start } = await addSlots(server, count);
    const found = await adapter.slots(search(there(), start));
    if (found.outcome !== 'found' || found.slots[0] === undefined) throw new Error('no slot');
    return found.slots[0];
  }

  async function free(slot: OpenSlot, now = NOW): Promise<number> {
    const found = await adapter.slots({ ...search(there(), slot.start), now });
    if (found.outcome !== 'found') throw new Error(found.outcome);
    return found.slots[0]?.remaining ?? 0;
  }

  it('gives slots with the places that are free, by start, and each by its name', async () => {
    const slot = await open(3);
    expect(slot).toMatchObject({ departmentId: 'zz.geriatrics', remaining: 3 });
    expect(await adapter.slot({ provider: there(), ref: slot.ref, now: NOW })).toEqual({
      outcome: 'found',
      slot,
      withdrawn: false,
    });
    for (const ref of ['', 'no such slot', 'zz.geriatrics~1~2'])
      expect(['absent', 'found']).toContain(
        (await adapter.slot({ provider: there(), ref, now: NOW })).outcome,
      );
  });

  it('reads every page of what the server finds', async () => {
    await server.control({ pageSize: 2 });
    expect(await open(5)).toMatchObject({ remaining: 5 });
  });

  it('gives what is kept for the green channel to it alone, and first', async () => {
    const at = await addSlots(server, 1, 'green');
    await addSlots(server, 1, 'open', at);
    const counts = async (green: boolean) => {
      const found = await adapter.slots(search(there(), at.start, green));
      return found.outcome === 'found' ? found.slots.map(({ remaining }) => remaining) : [];
    };
    expect([await counts(false), await counts(true)]).toEqual([[1], [2]]);
    const found = await adapter.slots(search(there(), at.start, true));
    const slot = found.outcome === 'found' ? found.slots[0] : undefined;
    if (!slot) throw new Error('no slot');
    expect((await adapter.hold(holding(there(), slot, { green: true }))).outcome).toBe('held');
    expect([await counts(false), await counts(true)]).toEqual([[1], [1]]);
  });

  it('lets one of twenty holds of the last place win', async () => {
    const slot = await open();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => adapter.hold(holding(there(), slot))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(19);
    expect(await free(slot)).toBe(0);
  });

  it('lets five of twenty bookings of five places win, each with a place of its own', async () => {
    const slot = await open(5);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => adapter.book(booking(there(), slot))),
    );
    const booked = outcomes.flatMap((o) => (o.outcome === 'booked' ? [o.externalRef] : []));
    expect(new Set(booked).size).toBe(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(15);
    const places = await Promise.all(booked.map((id) => server.read(`Appointment/${id}`)));
    expect(new Set(places.map((a) => JSON.stringify(a.slot))).size).toBe(5);
  });

  it('books once however often it is asked', async () => {
    const slot = await open(3);
    const request = booking(there(), slot);
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => adapter.book(request)));
    const settled = await adapter.book(request);
    expect(settled.outcome).toBe('booked');
    for (const answer of [first, ...again])
      expect(answer?.outcome === 'booked' ? answer : settled).toEqual(settled);
    expect(await free(slot)).toBe(2);
  });

  it('tells that it does not know when the answer is lost, and finds the booking afterwards', async () => {
    const slot = await open();
    const request = booking(there(), slot);
    await server.control({ lose: 2 });
    expect(await adapter.book(request)).toEqual({ outcome: 'unknown' });
    await server.control({ lose: 0 });
    const again = await adapter.book(request);
    expect(again.outcome).toBe('booked');
    expect(await adapter.lookup(named(request))).toEqual(again);
    expect(await free(slot)).toBe(0);
  });

  it('waits no longer than it may: a late answer is none', async () => {
    const slot = await open();
    const provider = hospital(server.url, { timeoutMs: 300 });
    expect((await adapter.slots(search(provider, slot.start))).outcome).toBe('found');
    await server.control({ delayMs: 1500 });
    expect(['unknown', 'unreachable']).toContain((await adapter.book(booking(provider, slot))).outcome);
    expect(await adapter.slots(search(provider, slot.start))).toEqual({ outcome: 'unreachable' });
  });

  it('is out of reach when the hospital is, and nothing is done', async () => {
    const slot = await open();
    await server.control({ down: true });
    const request = booking(there(), slot);
    expect(await adapter.slots(search(there(), slot.start))).toEqual({ outcome: 'unreachable' });
    expect(await adapter.lookup(named(request))).toEqual({ outcome: 'unreachable' });
    expect(await adapter.book(request)).toEqual({ outcome: 'unreachable' });
    await server.control({ down: false });
    expect(await free(slot)).toBe(1);
    const nowhere = hospital('http://127.0.0.1:9');
    expect(await adapter.book(booking(nowhere, slot))).toEqual({ outcome: 'unreachable' });
  });

  it('sends the token, and no more of the person than is needed', async () => {
    const slot = await open();
    await server.control({ token: TOKEN });
    const booked = await adapter.book(
      booking(there(), slot, {
        patient: {
          name: '李秀英',
          phone: '13800000000',
          idNumber: '110101195001011234',
          birthDate: '1950-01-01',
        },
      }),
    );
    await server.control({ token: null });
    if (booked.outcome !== 'booked') throw new Error(booked.outcome);
    const kept = JSON.stringify(await server.read(`Appointment/${booked.externalRef}`));
    expect(kept).toContain('李秀英');
    expect(kept).toContain('轮椅');
    expect(kept).not.toContain('110101195001011234');
    expect(kept).not.toContain('1950-01-01');
    await server.control({ token: 'another' });
    expect(await adapter.slots(search(there(), slot.start))).toEqual({ outcome: 'unreachable' });
  });

  it('takes an answer that is none for unknown', async () => {
    const slot = await open();
    const request = booking(there(), slot);
    await server.control({ malformed: true });
    expect((await adapter.book(request)).outcome).toBe('unknown');
    await server.control({ malformed: false });
    expect((await adapter.book(request)).outcome).toBe('booked');
  });
});

describe('what a hospital with FHIR can be', () => {
  it('is R4, or reported and out of reach; it is asked again', async () => {
    const server = await startFhirServer();
    try {
      await addSchedules(server);
      const faults: string[] = [];
      const adapter = createFhirAdapter(
        () => TOKEN,
        (fault) => void faults.push(fault),
      );
      const provider = hospital(server.url);
      const { start } = await addSlots(server, 1);
      await server.control({ fhirVersion: '3.0.2' });
      expect(await adapter.slots(search(provider, start))).toEqual({ outcome: 'unreachable' });
      expect(faults).toEqual(['zz: FHIR 3.0.2, and only 4.0 is spoken']);
      await server.control({ fhirVersion: '4.0.1' });
      expect(await adapter.slots(search(provider, start))).toMatchObject({ slots: [{ remaining: 1 }] });
    } finally {
      await server.stop();
    }
  });

  it.each([
    [{ url: 'http://example.com/fhir' }, 'settings.url'],
    [{ url: 'https://me:secret@example.com/' }, 'settings.url'],
    [{ timeoutMs: 1 }, 'settings.timeoutMs'],
    [{ departments: { x: { open: { schedules: ['Slot/1'] } } } }, 'settings.departments.x.open.schedules.0'],
    [{ colour: 'red' }, 'settings'],
    [{ secret: 'YY' }, 'no secret named YY'],
  ])('is reported when its settings are wrong: %j', async (change, told) => {
    const faults: string[] = [];
    const adapter = createFhirAdapter(
      (name) => (name === 'ZZ' ? TOKEN : null),
      (fault) => void faults.push(fault),
    );
    const provider = hospital('http://127.0.0.1:9', change);
    expect(await adapter.slots(search(provider, NOW))).toEqual({ outcome: 'unreachable' });
    expect(await adapter.slots(search(provider, NOW))).toEqual({ outcome: 'unreachable' });
    expect(faults).toEqual([expect.stringContaining(`zz: ${told}`)]);
    expect(faults.join()).not.toContain('me:secret');
  });
});
