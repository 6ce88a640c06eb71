import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHisAdapter } from '../../src/appointments/adapters/his/adapter.js';
import type { Adapter } from '../../src/appointments/port.js';
import { checkCharacter } from '../../src/language/ids.js';
import type { Database } from '../../src/store/database.js';
import {
  type HisTestServer,
  type Play,
  startHisServer,
  type TestSchedule,
} from '../support/his-server/start.js';
import { booking, department, holding, NOW, named, unexpected } from './fhir-hospital.js';
import { addSchedule, emptyStore, hasty, hospital, KEY, later, mute, slotOf } from './his-hospital.js';

const ID = `11010119500101102${checkCharacter('11010119500101102')}`;

let server: HisTestServer;
let db: Database;
let adapter: Adapter;

beforeAll(async () => {
  server = await startHisServer();
  db = await emptyStore();
  adapter = createHisAdapter(db, (name) => (name === 'ZZ' ? KEY : null), unexpected);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await db?.destroy();
});
beforeEach(() => server.reset());

const there = () => hospital(server.url);

async function left({ hosScheduleId }: TestSchedule): Promise<number | undefined> {
  return (await server.state()).schedules.find((s) => s.hosScheduleId === hosScheduleId)?.availableNumber;
}

async function ordersOf(reference: string) {
  return (await server.state()).orders.filter(({ fields }) => fields.outTradeNo === reference);
}

async function shown(workDate: string, green = false, now = NOW) {
  const found = await adapter.slots({
    provider: there(),
    departments: [department],
    from: `${workDate}T00:00:00+08:00`,
    to: `${workDate}T23:59:59+08:00`,
    green,
    limit: 10,
    now,
  });
  if (found.outcome !== 'found') throw new Error(found.outcome);
  return found.slots;
}

describe('sessions at a registration platform', () => {
  it('are slots by start, with what is left, without those that are full or withdrawn', async () => {
    const workDate = '2026-12-01';
    const afternoon = await addSchedule(server, { workDate, workTime: 1, availableNumber: 4 });
    const early = await addSchedule(server, { workDate, startTime: '08:30', endTime: '09:00' });
    await addSchedule(server, { workDate, availableNumber: 0 });
    await addSchedule(server, { workDate, status: -1 });
    await addSchedule(server, { workDate, status: 0 });
    const green = await addSchedule(server, { workDate, depcode: 'D1G' });
    const ids = (slots: readonly { ref: string }[]) => slots.map(({ ref }) => ref.split('~')[2]);
    const slots = await shown(workDate);
    expect(ids(slots)).toEqual([early.hosScheduleId, afternoon.hosScheduleId]);
    expect(slots[0]).toMatchObject({
      start: `${workDate}T08:30:00+08:00`,
      end: `${workDate}T09:00:00+08:00`,
    });
    expect(slots[1]).toMatchObject({ start: `${workDate}T14:00:00+08:00`, remaining: 4 });
    expect(ids(await shown(workDate, true))).toContain(green.hosScheduleId);
  });

  it('are found by name, withdrawn ones too', async () => {
    const withdrawn = await addSchedule(server, { status: -1 });
    expect(await adapter.slot({ provider: there(), ref: slotOf(withdrawn).ref, now: NOW })).toMatchObject({
      outcome: 'found',
      withdrawn: true,
      slot: { remaining: 0 },
    });
    for (const ref of ['', 'x', 'zz.geriatrics~2026-11-25~nothing', 'another~2026-11-25~S1'])
      expect(await adapter.slot({ provider: there(), ref, now: NOW })).toEqual({ outcome: 'absent' });
    expect((await adapter.hold(holding(there(), slotOf(withdrawn)))).outcome).toBe('withdrawn');
    expect((await adapter.book(booking(there(), slotOf(withdrawn)))).outcome).toBe('withdrawn');
  });
});

describe('holds that the platform does not know', () => {
  it('keep the last place for one of twenty', async () => {
    const slot = slotOf(await addSchedule(server));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => adapter.hold(holding(there(), slot))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(19);
  });

  it('end by themselves, can be given back, and are used up by the booking', async () => {
    const schedule = await addSchedule(server, { workDate: '2026-12-02' });
    const slot = slotOf(schedule);
    const held = holding(there(), slot);
    expect((await adapter.hold(held)).outcome).toBe('held');
    expect(await shown('2026-12-02')).toEqual([]);
    expect((await adapter.book(booking(there(), slot))).outcome).toBe('taken');
    expect(await shown('2026-12-02', false, '2026-11-22T10:05:00+08:00')).toHaveLength(1);

    expect((await adapter.release(named(held))).outcome).toBe('released');
    const second = holding(there(), slot);
    expect((await adapter.hold(second)).outcome).toBe('held');
    const hold = { reference: second.reference, externalRef: null };
    expect((await adapter.book(booking(there(), slot, { hold }))).outcome).toBe('booked');
    expect(await left(schedule)).toBe(0);
  });
});

describe('orders', () => {
  it('are booked once, with the number and where to fetch it', async () => {
    const schedule = await addSchedule(server, { availableNumber: 3 });
    const request = booking(there(), slotOf(schedule));
    const first = await adapter.book(request);
    expect(first).toMatchObject({
      outcome: 'booked',
      number: '1',
      fetchBy: '2026-11-25T08:00:00+08:00',
      fetchPlace: '门诊楼一层',
    });
    expect(await adapter.book(request)).toMatchObject({ outcome: 'booked', number: '1' });
    expect(await left(schedule)).toBe(2);
    expect(await ordersOf(request.reference)).toHaveLength(1);
  });

  it('are as many as there are places, whoever runs for them', async () => {
    const schedule = await addSchedule(server, { availableNumber: 5 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => adapter.book(booking(there(), slotOf(schedule)))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'booked')).toHaveLength(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(15);
    expect(await left(schedule)).toBe(0);
  });

  const DONE: Play[] = ['late', 'lost', 'twice', 'broken', 'malformed', 'cut', 'bare'];
  it.each(DONE)('whose answer is %s are unknown, then found by our number, and sent once', async (play) => {
    const schedule = await addSchedule(server, { availableNumber: 2 });
    const request = booking(hasty(server.url), slotOf(schedule));
    await server.control({ play });
    expect(await adapter.book(request)).toEqual({ outcome: 'unknown' });
    await server.control({ play: 'well' });
    expect(await adapter.lookup(named(request))).toMatchObject({ outcome: 'booked', number: '1' });
    expect(await adapter.book(request)).toMatchObject({ outcome: 'booked', number: '1' });
    expect(await ordersOf(request.reference)).toHaveLength(1);
    expect(await left(schedule)).toBe(1);
  });

  it.each(['silent', 'failing'] as const)(
    'that are lost on the way (%s) are absent when they can no longer come',
    async (play) => {
      const schedule = await addSchedule(server);
      const request = booking(hasty(server.url), slotOf(schedule));
      await server.control({ play });
      expect(await adapter.book(request)).toEqual({ outcome: 'unknown' });
      await server.control({ play: 'well' });
      expect(await adapter.lookup(named(request))).toEqual({ outcome: 'unreachable' });
      expect(await adapter.lookup(named(later(request, 60)))).toEqual({ outcome: 'absent' });
      expect(await adapter.book(later(request, 60))).toMatchObject({ outcome: 'booked' });
      expect(await ordersOf(request.reference)).toHaveLength(1);
    },
  );

  it('stay unknown where the platform cannot be asked, and are never sent again', async () => {
    const schedule = await addSchedule(server, { availableNumber: 2 });
    const request = booking(mute(server.url), slotOf(schedule));
    await server.control({ play: 'lost', query: false });
    expect(await adapter.book(request)).toEqual({ outcome: 'unknown' });
    await server.control({ play: 'well' });
    const { submitted } = await server.state();
    expect(await adapter.book(later(request, 3600))).toEqual({ outcome: 'unknown' });
    expect(await adapter.lookup(named(later(request, 3600)))).toEqual({ outcome: 'unreachable' });
    expect(await adapter.cancel(named(request))).toEqual({ outcome: 'unknown' });
    expect((await server.state()).submitted).toBe(submitted);
    expect(await left(schedule)).toBe(1);
  });

  it('that were answered are known without asking, though the one who asked is gone', async () => {
    const schedule = await addSchedule(server);
    const request = booking(mute(server.url), slotOf(schedule));
    await server.control({ query: false });
    const booked = await adapter.book(request);
    const again = createHisAdapter(db, () => KEY, unexpected);
    expect(await again.lookup(named(request))).toEqual(booked);
    expect(await again.book(request)).toEqual(booked);
    expect(await again.cancel(named(request))).toEqual({ outcome: 'cancelled' });
    expect(await left(schedule)).toBe(1);
  });

  it('that a gateway delivers twice are one booking, and a cancelling ends both', async () => {
    const schedule = await addSchedule(server, { availableNumber: 3 });
    const request = booking(there(), slotOf(schedule));
    await server.control({ play: 'doubled' });
    expect(await adapter.book(request)).toMatchObject({ outcome: 'booked', number: '1' });
    await server.control({ play: 'well' });
    expect(await ordersOf(request.reference)).toHaveLength(2);
    expect(await adapter.lookup(named(request))).toMatchObject({ outcome: 'booked', number: '1' });
    expect(await adapter.cancel(named(request))).toEqual({ outcome: 'cancelled' });
    expect(await left(schedule)).toBe(3);
  });

  it('whose second delivery is answered as a repeat are found to stand', async () => {
    const schedule = await addSchedule(server, { availableNumber: 2 });
    const request = booking(there(), slotOf(schedule));
    await server.control({ play: 'repeated' });
    expect(await adapter.book(request)).toMatchObject({ outcome: 'booked', number: '1' });
    expect(await left(schedule)).toBe(1);
  });

  it('are refused by what the platform says', async () => {
    const schedule = await addSchedule(server, { availableNumber: 2 });
    const request = booking(there(), slotOf(schedule));
    await server.control({ play: 'full' });
    expect(await adapter.book(request)).toEqual({ outcome: 'taken' });
    await server.control({ play: 'well' });
    const declined = await adapter.book(
      booking(there(), slotOf(schedule), { patient: { name: '黑名单', phone: '13800000000' } }),
    );
    expect(declined).toEqual({ outcome: 'declined', reason: '该就诊人爽约次数过多，暂不能预约' });
    expect(await adapter.book(request)).toMatchObject({ outcome: 'booked' });
  });

  it('are not sent on with a wrong key, nor where nobody listens', async () => {
    const schedule = await addSchedule(server);
    const wrong = createHisAdapter(db, () => 'another key', unexpected);
    expect(await wrong.book(booking(there(), slotOf(schedule)))).toEqual({ outcome: 'unreachable' });
    const nowhere = hospital('http://127.0.0.1:9');
    expect(await adapter.book(booking(nowhere, slotOf(schedule)))).toEqual({ outcome: 'unreachable' });
    expect(await left(schedule)).toBe(1);
  });

  it('wait for settings that are right, and say which are not, without what they hold', async () => {
    const slot = slotOf(await addSchedule(server));
    const faults: string[] = [];
    const report = (fault: string) => void faults.push(fault);
    const keyless = createHisAdapter(db, () => null, report);
    expect(await keyless.book(booking(there(), slot))).toEqual({ outcome: 'unreachable' });
    const astray = hospital('http://example.com/secret-path');
    expect(await keyless.lookup(named(booking(astray, slot)))).toEqual({ outcome: 'unreachable' });
    expect(faults).toEqual(['zz: no secret named ZZ', expect.stringMatching(/^zz: settings\.url: /u)]);
    expect(faults.join()).not.toContain('secret-path');
  });

  it('carry an ID number only where the hospital needs it', async () => {
    const patient = {
      name: '李秀英',
      phone: '13800000000',
      idNumber: ID,
      birthDate: '1950-01-01',
    };
    const schedule = await addSchedule(server, { availableNumber: 2 });
    const without = booking(there(), slotOf(schedule), { patient });
    await adapter.book(without);
    const provider = there();
    const needing = { ...provider, rules: { ...provider.rules, needsId: true } };
    const withId = booking(needing, slotOf(schedule), { patient });
    await adapter.book(withId);
    const [plain] = await ordersOf(without.reference);
    const [full] = await ordersOf(withId.reference);
    expect(plain?.fields).toMatchObject({ name: '李秀英', remark: '轮椅' });
    expect(JSON.stringify(plain?.fields)).not.toContain('1950');
    expect(full?.fields).toMatchObject({
      certificatesType: '01',
      certificatesNo: ID,
      sex: '2',
    });
  });

  it('can be signed with MD5', async () => {
    await server.control({ method: 'md5' });
    const schedule = await addSchedule(server);
    const provider = hospital(server.url, { sign: 'md5' });
    expect(await adapter.book(booking(provider, slotOf(schedule)))).toMatchObject({ outcome: 'booked' });
  });
});

describe('cancelling', () => {
  it('frees the number, and does no more when asked again', async () => {
    const schedule = await addSchedule(server);
    const request = booking(there(), slotOf(schedule));
    const booked = await adapter.book(request);
    const name = named(request, booked.outcome === 'booked' ? booked.externalRef : null);
    expect(await adapter.cancel(name)).toEqual({ outcome: 'cancelled' });
    expect(await adapter.cancel(name)).toEqual({ outcome: 'cancelled' });
    expect(await adapter.lookup(name)).toEqual({ outcome: 'cancelled' });
    expect(await left(schedule)).toBe(1);
  });

  it('is refused after the platform’s time for it', async () => {
    const request = booking(there(), slotOf(await addSchedule(server)));
    await adapter.book(request);
    await server.control({ now: '2026-11-25T07:30:00+08:00' });
    expect(await adapter.cancel(named(request))).toEqual({ outcome: 'too-late' });
    expect((await adapter.lookup(named(request))).outcome).toBe('booked');
  });

  it.each(['lost', 'broken', 'late'] as const)('whose answer is %s is unknown, then known', async (play) => {
    const schedule = await addSchedule(server);
    const request = booking(hasty(server.url), slotOf(schedule));
    await adapter.book(request);
    await server.control({ play });
    expect((await adapter.cancel(named(request))).outcome).toBe('unknown');
    await server.control({ play: 'well' });
    expect(await adapter.cancel(named(request))).toEqual({ outcome: 'cancelled' });
    expect(await left(schedule)).toBe(1);
  });

  it('of what was never sent is done', async () => {
    const never = named(booking(there(), slotOf(await addSchedule(server))));
    expect(await adapter.lookup(never)).toEqual({ outcome: 'absent' });
    expect(await adapter.cancel(never)).toEqual({ outcome: 'cancelled' });
  });
});
