import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget } from '../../src/appointments/booking/forget.js';
import { createAppointments } from '../../src/appointments/create.js';
import type { BookingRequest, BookingResult } from '../../src/appointments/service.js';
import type { Appointment } from '../../src/appointments/types.js';
import type { Database } from '../../src/store/database.js';
import {
  type Booking,
  DAUGHTER,
  GERIATRICS,
  HOSPITAL,
  openBooking,
  SON,
  STATION,
  WANG,
  wish,
} from '../support/booking.js';

/** What booking must do on every database that it is kept in. `open` gives an empty one. */
export function bookingContract(name: string, open: () => Promise<Database>): void {
  describe(`booking on ${name}`, () => {
    let on: Booking;
    let key = 0;

    beforeAll(async () => {
      on = await openBooking(await open());
    }, 60_000);
    afterAll(() => on?.parts.db.destroy());

    const book = (request: BookingRequest, named = `key ${++key}`): Promise<BookingResult> =>
      on.appointments.book(request, named);

    /** Somebody whom no other test knows. */
    let people = 0;
    const someone = () => {
      const n = String(++people).padStart(4, '0');
      return {
        name: `张${[...n].map((d) => '零一二三四五六七八九'[Number(d)]).join('')}`,
        phone: `1350000${n}`,
      };
    };

    async function booked(request: BookingRequest): Promise<Appointment> {
      const result = await book(request);
      if (result.outcome !== 'booked') throw new Error(result.refusal.code);
      return result.appointment;
    }

    const codeOf = (result: { outcome: string; refusal?: { code: string } }): string =>
      result.refusal?.code ?? result.outcome;

    const remaining = async (slotId: string): Promise<number> => {
      const found = await on.appointments.slots({ providerId: HOSPITAL, greenChannel: true, limit: 1000 });
      if (found.outcome !== 'found') throw new Error(found.refusal.code);
      return found.slots.find(({ id }) => id === slotId)?.remaining ?? 0;
    };

    const told = async (): Promise<{ to: string; text: string }[]> => {
      const before = on.sent.length;
      while ((await on.work.messages()) > 0);
      return on.sent.slice(before);
    };

    describe('the same request again', () => {
      it('gets the same answer, at once or later, and has no second effect', async () => {
        const slotId = await on.slot(GERIATRICS);
        const before = await remaining(slotId);
        const request = wish(slotId, { patient: someone() });
        const all = await Promise.all([1, 2, 3].map(() => book(request, 'thrice')));
        const later = await book(request, 'thrice');
        expect(all.map(codeOf)).toEqual(['booked', 'booked', 'booked']);
        expect([...all, later]).toEqual(Array(4).fill(all[0]));
        expect(await remaining(slotId)).toBe(before - 1);
      });

      it('gets the answer of before even when by then it is too late to ask', async () => {
        const slotId = await on.slot(GERIATRICS);
        const request = wish(slotId, { patient: someone() });
        const first = await book(request, 'early');
        on.clock.add(60 * 24 * 3);
        const again = await book(request, 'early');
        const fresh = await book({ ...request, patient: someone() });
        on.clock.set('2026-11-22T10:00:00+08:00');
        expect(again).toEqual(first);
        expect(codeOf(fresh)).toBe('past');
      });

      it('is refused under the same key when it is another request, whichever order its parts are in', async () => {
        const slotId = await on.slot(GERIATRICS);
        const patient = someone();
        const first = await book({ serviceId: 'green-channel', slotId, patient }, 'reused');
        const { name: called, phone } = patient;
        const turned = { patient: { phone, name: called }, slotId, serviceId: 'green-channel' as const };
        expect(await book(turned, 'reused')).toEqual(first);
        expect(codeOf(await book({ ...turned, note: '要轮椅' }, 'reused'))).toBe('key-reused');
      });

      it('is refused again when it was refused, though the place is free by then', async () => {
        const slotId = await on.slot(GERIATRICS, 1);
        const places = await remaining(slotId);
        const held = await Promise.all(
          Array.from({ length: places }, () => booked(wish(slotId, { patient: someone() }))),
        );
        const late = wish(slotId, { patient: someone() });
        expect(codeOf(await book(late, 'late'))).toBe('slot-taken');
        await on.appointments.cancel(held[0]?.id ?? '');
        expect(codeOf(await book(late, 'late'))).toBe('slot-taken');
        expect(codeOf(await book(late))).toBe('booked');
      });
    });

    describe('two family members', () => {
      it('booking the same elder for the same time: one is booked, the other told so', async () => {
        const slotId = await on.slot(GERIATRICS, 2);
        const results = await Promise.all([
          book(wish(slotId, { bookedBy: DAUGHTER })),
          book(wish(slotId, { bookedBy: SON })),
        ]);
        expect(results.map(codeOf).sort()).toEqual(['booked', 'patient-busy']);
      });

      it('who know her by her ID number and other telephones are both known to mean her', async () => {
        const slotId = await on.slot(GERIATRICS, 3);
        const idNumber = '11010519491231002X';
        await booked(wish(slotId, { patient: { ...someone(), idNumber } }));
        const other = await book(wish(slotId, { patient: { ...someone(), idNumber } }));
        expect(codeOf(other)).toBe('patient-busy');
      });
    });

    describe('a hold', () => {
      it('keeps the place and becomes the booking', async () => {
        const slotId = await on.slot(GERIATRICS, 4);
        const before = await remaining(slotId);
        const held = await on.appointments.hold({ slotId, serviceId: 'green-channel' });
        if (held.outcome !== 'held') throw new Error(held.refusal.code);
        expect(await remaining(slotId)).toBe(before - 1);
        await booked(wish(slotId, { holdId: held.hold.id, patient: someone() }));
        expect(await remaining(slotId)).toBe(before - 1);
      });

      it('that runs out as the yes is said still books while the slot has a place', async () => {
        const slotId = await on.slot(GERIATRICS, 4);
        const held = await on.appointments.hold({ slotId, serviceId: 'green-channel' });
        if (held.outcome !== 'held') throw new Error(held.refusal.code);
        on.clock.add(6);
        const result = await book(wish(slotId, { holdId: held.hold.id, patient: someone() }));
        on.clock.add(-6);
        expect(codeOf(result)).toBe('booked');
      });

      it('that ran out and whose place another took is told as that, with other times', async () => {
        const slotId = await on.slot(GERIATRICS, 5);
        const places = await remaining(slotId);
        const held = await on.appointments.hold({ slotId, serviceId: 'green-channel' });
        if (held.outcome !== 'held') throw new Error(held.refusal.code);
        on.clock.add(6);
        for (let i = 0; i < places; i++) await booked(wish(slotId, { patient: someone() }));
        const late = await book(wish(slotId, { holdId: held.hold.id, patient: someone() }));
        on.clock.add(-6);
        if (late.outcome !== 'refused' || late.refusal.code !== 'hold-expired') throw new Error(codeOf(late));
        expect(late.refusal.alternatives).toHaveLength(3);
        expect(late.refusal.alternatives.map(({ id }) => id)).not.toContain(slotId);
      });

      it('that has ended does not come back when the clock is set back', async () => {
        const slotId = await on.slot(GERIATRICS, 6);
        const places = await remaining(slotId);
        const held = await on.appointments.hold({ slotId, serviceId: 'green-channel' });
        if (held.outcome !== 'held') throw new Error(held.refusal.code);
        on.clock.add(6);
        await on.work.holds();
        on.clock.add(-10);
        expect(await remaining(slotId)).toBe(places);
        for (let i = 0; i < places; i++) await booked(wish(slotId, { patient: someone() }));
        const late = await book(wish(slotId, { holdId: held.hold.id, patient: someone() }));
        on.clock.add(4);
        expect(codeOf(late)).toBe('slot-taken');
      });
    });

    describe('bad input', () => {
      const BAD: [what: string, change: Partial<BookingRequest>, code: string][] = [
        ['a name of 500 letters', { patient: { ...WANG, name: '王'.repeat(500) } }, 'invalid-name'],
        [
          'a name with control characters',
          { patient: { ...WANG, name: '王\u0000桂\u202e英' } },
          'invalid-name',
        ],
        ['a name that is none', { patient: { ...WANG, name: ' \u3000 ' } }, 'invalid-name'],
        ['a lone surrogate', { patient: { ...WANG, name: '王\ud800' } }, 'invalid-name'],
        ['a telephone of nine digits', { patient: { ...WANG, phone: '138000000' } }, 'invalid-phone'],
        [
          'an ID whose checksum fails',
          { patient: { ...WANG, idNumber: '110105194912310021' } },
          'invalid-id',
        ],
        [
          'a birth date that is not that of the ID',
          { patient: { ...WANG, idNumber: '11010519491231002X', birthDate: '1950-01-01' } },
          'invalid-birth-date',
        ],
        [
          'a birth date that is no day',
          { patient: { ...WANG, birthDate: '1949-02-30' } },
          'invalid-birth-date',
        ],
        [
          'somebody too young for the channel',
          { patient: { ...WANG, birthDate: '1990-01-01' } },
          'too-young',
        ],
        ['a service that the department does not give', { serviceId: 'escort' }, 'service-not-offered'],
        ['a slot of no provider', { slotId: 'nobody:x' }, 'unknown-slot'],
        ['a slot that is none', { slotId: `${HOSPITAL}:geriatrics-20261123-0815` }, 'unknown-slot'],
        ['a hold that is none', { holdId: 'x' }, 'unknown-hold'],
        ['a booker whose number is none', { bookedBy: { ...DAUGHTER, phone: '12' } }, 'invalid-booker'],
      ];

      it.each(BAD)('%s is refused, and nothing is changed', async (_what, change, code) => {
        const slotId = await on.slot(GERIATRICS, 20);
        const before = await remaining(slotId);
        expect(codeOf(await book(wish(slotId, change)))).toBe(code);
        expect(await remaining(slotId)).toBe(before);
      });

      it('a time that is past, or not open yet', async () => {
        const slotId = await on.slot(GERIATRICS);
        on.clock.set('2026-11-23T10:00:00+08:00');
        expect(codeOf(await book(wish(slotId)))).toBe('past');
        on.clock.set('2026-11-10T10:00:00+08:00');
        expect(codeOf(await book(wish(slotId)))).toBe('too-far-ahead');
        on.clock.set('2026-11-22T10:00:00+08:00');
      });

      it('a stranger with a code and another telephone learns nothing, and is stopped after five tries', async () => {
        const made = await booked(wish(await on.slot(GERIATRICS, 21), { patient: someone() }));
        const stranger = '13600000001';
        const answers = [];
        for (let i = 0; i < 6; i++)
          answers.push(
            codeOf(await on.appointments.find({ code: i % 2 ? made.code : '999999', phone: stranger })),
          );
        expect(answers).toEqual([...Array(5).fill('not-found'), 'too-many-tries']);
        expect(await on.appointments.byId(made.id, stranger)).toBeNull();
        const own = await on.appointments.find({ code: made.code, phone: made.patient.phone });
        expect(codeOf(own)).toBe('found');
      });

      it('of many wrong codes at once five are looked at; a restart forgets none, and a quarter of an hour does', async () => {
        const { code, patient } = await booked(wish(await on.slot(GERIATRICS, 52), { patient: someone() }));
        const { phone } = patient;
        const wrong = code === '999999' ? '888888' : '999999';
        const ask = async (asked: string) => on.appointments.find({ code: asked, phone });
        for (let i = 0; i < 10; i++) expect((await ask(code)).outcome).toBe('found');
        const answers = await Promise.all(Array.from({ length: 12 }, () => ask(wrong)));
        expect(answers.map(codeOf).sort()).toEqual([
          ...Array(5).fill('not-found'),
          ...Array(7).fill('too-many-tries'),
        ]);
        const until = '2026-11-22T10:15:00+08:00';
        const refused = { outcome: 'refused', refusal: { code: 'too-many-tries', until } };
        expect(await createAppointments(on.parts).find({ code, phone })).toEqual(refused);
        on.clock.set(until);
        expect((await ask(code)).outcome).toBe('found');
        on.clock.set('2026-11-22T10:00:00+08:00');
      });

      it('a number that calls is proven by the end of the code, of its own appointment, within five tries', async () => {
        const { id, code, patient } = await booked(
          wish(await on.slot(GERIATRICS, 54), { patient: someone() }),
        );
        const other = await booked(wish(await on.slot(GERIATRICS, 55), { patient: someone() }));
        const prove = async (tail: string, phone: string, of = id) =>
          codeOf(await on.appointments.prove({ id: of, tail, phone }));
        const tail = code.slice(-3);
        expect(await prove(tail, patient.phone)).toBe('found');
        expect(await prove(tail, other.patient.phone)).toBe('not-found');
        expect(await prove(other.code.slice(-3), patient.phone, other.id)).toBe('not-found');
        expect(await prove('', patient.phone)).toBe('not-found');
        const wrong = tail === '999' ? '888' : '999';
        const answers = [];
        for (let i = 0; i < 5; i++) answers.push(await prove(wrong, patient.phone));
        // One of the five went to the appointment that is somebody else's.
        expect(answers).toEqual([...Array(4).fill('not-found'), 'too-many-tries']);
        expect(codeOf(await on.appointments.find({ code, phone: patient.phone }))).toBe('too-many-tries');
      });

      it('twenty wrong codes from one address are looked at, whatever telephones they name', async () => {
        const made = await booked(wish(await on.slot(GERIATRICS, 53), { patient: someone() }));
        const ask = async (address: string, phone: string, code: string) =>
          codeOf(await on.appointments.find({ code, phone, address }));
        const numbers = Array.from({ length: 20 }, (_, i) => `1360001${String(i).padStart(4, '0')}`);
        for (const [i, phone] of numbers.entries())
          expect(await ask(`2001:db8:1:2::${i}`, phone, '999999')).toBe('not-found');
        expect(await ask('2001:db8:1:2:3:4:5:6', made.patient.phone, made.code)).toBe('too-many-tries');
        expect(await ask('2001:db8:1:3::1', made.patient.phone, made.code)).toBe('found');
        expect(await ask('203.0.113.7', made.patient.phone, made.code)).toBe('found');
      });
    });

    describe('changing', () => {
      it('cancels, once however often it is asked, and undoes it within ten minutes', async () => {
        const slotId = await on.slot(GERIATRICS, 22);
        const before = await remaining(slotId);
        const made = await booked(wish(slotId, { patient: someone() }));
        expect(await on.appointments.cancel(made.id)).toEqual(await on.appointments.cancel(made.id));
        expect(await remaining(slotId)).toBe(before);
        const back = await on.appointments.undo(made.id);
        expect(back).toMatchObject({
          outcome: 'undone',
          what: 'cancelling',
          appointment: { status: 'booked', code: made.code },
        });
        expect(await remaining(slotId)).toBe(before - 1);
        await on.appointments.cancel(made.id);
        on.clock.add(11);
        expect(codeOf(await on.appointments.undo(made.id))).toBe('undo-over');
        on.clock.add(-11);
      });

      it('undoes a booking', async () => {
        const slotId = await on.slot(GERIATRICS, 22);
        const before = await remaining(slotId);
        const made = await booked(wish(slotId, { patient: someone() }));
        expect(await on.appointments.undo(made.id)).toMatchObject({
          what: 'booking',
          appointment: { status: 'cancelled' },
        });
        expect(await remaining(slotId)).toBe(before);
      });

      it('moves: the old one is given up when the new one stands, and the code stays', async () => {
        const [from, to] = [await on.slot(GERIATRICS, 23), await on.slot(GERIATRICS, 24)];
        const [atFrom, atTo] = [await remaining(from), await remaining(to)];
        const made = await booked(wish(from, { patient: someone() }));
        const moved = await on.appointments.reschedule(made.id, { slotId: to }, 'move 1');
        expect(await on.appointments.reschedule(made.id, { slotId: to }, 'move 1')).toEqual(moved);
        expect(moved).toMatchObject({
          outcome: 'rescheduled',
          appointment: { code: made.code, slotId: to, replaces: made.id },
        });
        expect([await remaining(from), await remaining(to)]).toEqual([atFrom, atTo - 1]);
        const found = await on.appointments.find({ code: made.code, phone: made.patient.phone });
        expect(found).toMatchObject({ appointment: { slotId: to, status: 'booked' } });
      });

      it('keeps the old one when the new one is gone', async () => {
        const [from, to] = [await on.slot(GERIATRICS, 25), await on.slot(GERIATRICS, 26)];
        for (let left = await remaining(to); left > 0; left--) await booked(wish(to, { patient: someone() }));
        const made = await booked(wish(from, { patient: someone() }));
        const moved = await on.appointments.reschedule(made.id, { slotId: to }, 'move 2');
        expect(codeOf(moved)).toBe('slot-taken');
        expect(await on.appointments.byId(made.id)).toMatchObject({ status: 'booked', slotId: from });
      });

      it('is too late two hours before, and says whom to ring', async () => {
        const made = await booked(wish(await on.slot(GERIATRICS), { patient: someone() }));
        on.clock.set('2026-11-23T07:00:00+08:00');
        const late = await on.appointments.cancel(made.id);
        on.clock.set('2026-11-22T10:00:00+08:00');
        expect(late).toMatchObject({ refusal: { code: 'too-late-to-cancel', providerPhone: '12345' } });
      });

      it('bars whoever missed three appointments', async () => {
        const patient = someone();
        for (const n of [30, 31, 32]) {
          const made = await booked(wish(await on.slot(GERIATRICS, n), { patient }));
          on.clock.set(made.end);
          expect(await on.desk.attendance(made.id, false)).toBe(true);
          on.clock.set('2026-11-22T10:00:00+08:00');
        }
        expect(codeOf(await book(wish(await on.slot(GERIATRICS, 33), { patient })))).toBe('blocked-no-show');
      });

      it('allows no more at once than the provider does, however they are asked for', async () => {
        const patient = someone();
        const slots = await Promise.all([34, 35, 36, 37, 38].map((n) => on.slot(GERIATRICS, n)));
        const results = await Promise.all(slots.map((slotId) => book(wish(slotId, { patient }))));
        expect(results.map(codeOf).sort()).toEqual(['booked', 'booked', 'booked', 'too-many', 'too-many']);
      });
    });

    describe('telling', () => {
      it('tells the person and the family once, after the fact, with the number in two groups', async () => {
        await told();
        const patient = someone();
        const made = await booked(wish(await on.slot(GERIATRICS, 40), { patient, bookedBy: DAUGHTER }));
        const messages = await told();
        expect(messages.map(({ to }) => to).sort()).toEqual([patient.phone, DAUGHTER.phone].sort());
        const code = `${made.code.slice(0, 3)} ${made.code.slice(3)}`;
        for (const { text } of messages) {
          expect(text).toContain(code);
          expect(text).toContain('样例');
          expect(text).not.toContain(patient.name);
        }
        expect(await told()).toEqual([]);
      });

      it('tells one of the family more, once, from then on; they may not change it, and can be forgotten', async () => {
        const patient = someone();
        const { id, code } = await booked(wish(await on.slot(GERIATRICS, 26), { patient }));
        await told();
        const son = { relation: '儿子', phone: '13711110001' };
        const again = await Promise.all([1, 2, 3].map(() => on.appointments.tellAlso(id, son)));
        expect(again.map(codeOf)).toEqual(['told', 'told', 'told']);
        const first = await told();
        expect(first.map(({ to }) => to)).toEqual([son.phone]);
        expect(first[0]?.text).toContain(`${patient.name.slice(0, 1)}**的预约成功`);
        expect(first[0]?.text).not.toContain(patient.name);
        expect(codeOf(await on.appointments.tellAlso(id, { relation: '本人', phone: patient.phone }))).toBe(
          'told',
        );
        expect(await told()).toEqual([]);
        expect(codeOf(await on.appointments.find({ code, phone: son.phone }))).toBe('not-found');
        expect(await on.appointments.byPhone(son.phone)).toEqual([]);
        const daughter = { relation: '女儿', phone: '13711110002' };
        await on.appointments.tellAlso(id, daughter);
        expect((await told()).map(({ to }) => to)).toEqual([daughter.phone]);
        const moved = await on.appointments.reschedule(
          id,
          { slotId: await on.slot(GERIATRICS, 27) },
          'tell more',
        );
        if (moved.outcome !== 'rescheduled') throw new Error(moved.refusal.code);
        expect((await told()).map(({ to }) => to).sort()).toEqual(
          [patient.phone, son.phone, daughter.phone].sort(),
        );
        expect(await forget(on.parts, son.phone)).toBe(0);
        await on.appointments.cancel(moved.appointment.id);
        expect((await told()).map(({ to }) => to).sort()).toEqual([patient.phone, daughter.phone].sort());
        expect(codeOf(await on.appointments.tellAlso(moved.appointment.id, son))).toBe('not-changeable');
        expect(codeOf(await on.appointments.tellAlso('nobody', son))).toBe('not-found');
      });

      it('tells three of the family at most, and no number that cannot be rung', async () => {
        const { id } = await booked(wish(await on.slot(GERIATRICS, 28), { patient: someone() }));
        const tell = async (phone: string) =>
          codeOf(await on.appointments.tellAlso(id, { relation: '女儿', phone }));
        const numbers = ['13722220001', '13722220002', '13722220003', '13722220004'];
        const outcomes = [];
        for (const phone of numbers) outcomes.push(await tell(phone));
        expect(outcomes).toEqual(['told', 'told', 'told', 'too-many-told']);
        expect(await tell('1234')).toBe('invalid-phone');
        await told();
      });

      it('reminds a day and two hours before, once each, and not of what was cancelled', async () => {
        const patient = someone();
        const made = await booked(wish(await on.slot(GERIATRICS, 41), { patient }));
        const gone = await booked(wish(await on.slot(GERIATRICS, 42), { patient: someone() }));
        await told();
        await on.appointments.cancel(gone.id);
        await told();
        const reminded = async (minutes: number) => {
          on.clock.set(made.start);
          on.clock.add(-minutes);
          await Promise.all([on.work.reminders(), on.work.reminders()]);
          return (await told()).filter(({ to }) => to === patient.phone || to === gone.patient.phone);
        };
        expect(await reminded(1441)).toHaveLength(0);
        expect(await reminded(1439)).toHaveLength(1);
        expect(await reminded(119)).toHaveLength(1);
        expect(await reminded(118)).toHaveLength(0);
        on.clock.set('2026-11-22T10:00:00+08:00');
      });

      it('tells everyone of a withdrawn session and keeps another time for them', async () => {
        await told();
        const departmentId = `${HOSPITAL}.ophthalmology`;
        const patient = someone();
        const made = await booked(wish(await on.slot(departmentId), { patient }));
        const day = made.start.slice(0, 10);
        const span = {
          providerId: HOSPITAL,
          departmentId,
          from: `${day}T00:00:00+08:00`,
          to: `${day}T23:59:59+08:00`,
        };
        expect(await on.desk.withdraw(span)).toMatchObject({ told: 1, offered: 1 });
        expect(await on.desk.withdraw(span)).toMatchObject({ told: 0 });
        on.clock.add(2);
        const [message, ...more] = (await told()).filter(({ to }) => to === patient.phone);
        expect(more).toEqual([]);
        expect(message?.text).toMatch(/停诊.*给您留了/);
        expect(codeOf(await book(wish(made.slotId, { patient: someone() })))).toBe('session-withdrawn');
        const [offer] = await on.appointments.offers(patient.phone);
        const taken = await on.appointments.acceptOffer(offer?.id ?? '');
        expect(taken).toMatchObject({ outcome: 'booked', appointment: { slotId: offer?.offer?.slot.id } });
        on.clock.add(-2);
      });

      it('offers what is freed to the one who has waited longest', async () => {
        const departmentId = `${HOSPITAL}.cardiology`;
        const slotId = await on.slot(departmentId);
        const held = [];
        for (let left = await remaining(slotId); left > 0; left--)
          held.push(await booked(wish(slotId, { patient: someone() })));
        const first = held[0];
        if (!first) throw new Error('nobody has a place');
        const [one, two] = [someone(), someone()];
        const join = (patient: typeof one) =>
          on.appointments.joinWaiting(
            {
              serviceId: 'green-channel',
              providerId: HOSPITAL,
              departmentId,
              from: first.start,
              to: first.end,
              patient,
            },
            `wait ${patient.phone}`,
          );
        const entry = await join(one);
        on.clock.add(1);
        await join(two);
        expect(await on.work.waiting()).toBe(0);
        await on.appointments.cancel(first.id);
        expect(await on.work.waiting()).toBe(1);
        expect(await on.appointments.offers(two.phone)).toEqual([]);
        expect((await told()).find(({ to }) => to === one.phone)?.text).toContain('有号了');
        if (entry.outcome !== 'waiting') throw new Error(entry.refusal.code);
        expect(codeOf(await on.appointments.acceptOffer(entry.entry.id))).toBe('booked');
        on.clock.add(-1);
      });
    });

    describe('the desk', () => {
      it('gives a worker all it takes, and the person the answer', async () => {
        await told();
        const slotId = await on.slot(`${STATION}.escort`);
        const patient = someone();
        const made = await booked(wish(slotId, { serviceId: 'escort', patient, needs: ['轮椅'] }));
        expect(made).toMatchObject({ status: 'pending' });
        expect((await told())[0]?.text).toContain('还没有定');
        const task = (await on.desk.tasks()).find(({ payload }) =>
          JSON.stringify(payload).includes(patient.phone),
        );
        expect(task?.payload).toMatchObject({ department: '志愿者陪诊', patient, needs: ['轮椅'] });
        const start = made.start.replace('08:30', '09:00');
        const answer = { answer: 'booked', start, number: '7' } as const;
        const outside = { ...answer, start: made.start.replace('08:30', '18:00') };
        expect(codeOf(await on.desk.answer(task?.id ?? '', outside))).toBe('outside-wish');
        const recorded = await on.desk.answer(task?.id ?? '', answer);
        expect(recorded).toMatchObject({ appointment: { status: 'booked', start, number: '7' } });
        expect(codeOf(await on.desk.answer(task?.id ?? '', { answer: 'declined' }))).toBe('not-changeable');
        expect((await told())[0]?.text).toContain('预约成功');
      });

      it('puts what is overdue first', async () => {
        const slotId = await on.slot(`${STATION}.respite`);
        await booked(wish(slotId, { serviceId: 'respite-care', patient: someone() }));
        on.clock.add(241);
        await on.work.overdue();
        const [task] = await on.desk.tasks();
        on.clock.add(-241);
        expect(task?.escalated).toBe(1);
      });
    });

    it('keeps what a caller said for when the line drops', async () => {
      await on.appointments.saveDraft('13511112222', '{"name":"王"}', 30);
      expect(await on.appointments.draft('135 1111 2222')).toBe('{"name":"王"}');
      on.clock.add(31);
      expect(await on.appointments.draft('13511112222')).toBeNull();
      on.clock.add(-31);
      await on.appointments.dropDraft('13511112222');
      expect(await on.appointments.draft('13511112222')).toBeNull();
    });

    it('forgets a person: bare numbers are left, and nothing of them anywhere', async () => {
      const patient = { name: '欧阳忘川', phone: '13512344321' };
      const made = await booked(wish(await on.slot(GERIATRICS, 50), { patient, note: '忘川的备注' }));
      expect(await forget(on.parts, patient.phone)).toBe(1);
      expect(await on.appointments.byId(made.id)).toMatchObject({
        code: made.code,
        patient: { name: '', phone: '' },
        status: 'cancelled',
      });
      expect(codeOf(await on.appointments.find({ code: made.code, phone: patient.phone }))).toBe('not-found');
      const row = await on.parts.db
        .selectFrom('appointments')
        .selectAll()
        .where('id', '=', made.id)
        .executeTakeFirst();
      expect(row).toMatchObject({
        person: null,
        phone_key: null,
        patient_key: null,
        id_key: null,
        booker_key: null,
      });
    });

    it('keeps no name, telephone or ID number that can be read in the store', async () => {
      const patient = { name: '司马无痕', phone: '13598765432', idNumber: '11010519491231002X' };
      await book(wish(await on.slot(GERIATRICS, 51), { patient }));
      const tables = ['appointments', 'tasks', 'outbox', 'waiting', 'requests', 'drafts', 'tries'] as const;
      for (const table of tables) {
        const rows = JSON.stringify(await on.parts.db.selectFrom(table).selectAll().execute());
        for (const secret of Object.values(patient)) expect(rows).not.toContain(secret);
      }
    });
  });
}
