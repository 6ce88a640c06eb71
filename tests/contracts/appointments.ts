import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../src/appointments/instants.js';
import type {
  Adapter,
  AppointmentRef,
  BookRequest,
  HoldRequest,
  OpenSlot,
  ProviderRecord,
} from '../../src/appointments/port.js';
import type { Department } from '../../src/appointments/types.js';

/** A provider that is reached through an adapter, with at least two free slots of `capacity` places each. */
export interface AdapterUnderTest {
  adapter: Adapter;
  provider: ProviderRecord;
  department: Department;
  /** The time that the provider's slots are ahead of. */
  now: string;
  capacity: number;
  close(): Promise<void>;
}

/** What an adapter cannot do, each with its reason. */
export interface Exceptions {
  /** Places are not counted: the provider is asked by telephone. */
  uncounted?: string;
  /** A hold keeps nothing. */
  holdsNothing?: string;
  /** A booking is pending until somebody brings the answer. */
  pending?: string;
}

/** What every way of reaching a provider must do. `open` gives a provider of which nobody has booked anything. */
export function adapterContract(
  name: string,
  open: () => Promise<AdapterUnderTest>,
  exceptions: Exceptions = {},
): void {
  describe(`the port by ${name}`, () => {
    let on: AdapterUnderTest;
    const stands = exceptions.pending === undefined ? 'booked' : 'pending';

    beforeAll(async () => {
      on = await open();
    }, 60_000);
    afterAll(() => on?.close());

    const search = (change: { green?: boolean; limit?: number } = {}) =>
      on.adapter.slots({
        provider: on.provider,
        departments: [on.department],
        from: on.now,
        to: plusMinutes(on.now, 14 * 1440),
        green: true,
        limit: 1000,
        now: on.now,
        ...change,
      });

    async function freeSlots(): Promise<readonly OpenSlot[]> {
      const found = await search();
      if (found.outcome !== 'found') throw new Error(`slots: ${found.outcome}`);
      return found.slots;
    }

    /** A slot that nothing of this suite has touched yet. */
    let used = 0;
    async function freshSlot(): Promise<OpenSlot> {
      const whole = (await freeSlots()).filter(
        ({ remaining }) => remaining === null || remaining === on.capacity,
      );
      const slot = whole[exceptions.uncounted === undefined ? 0 : used++];
      if (slot === undefined) throw new Error('no slot is left for the suite');
      return slot;
    }

    const remaining = async (slot: OpenSlot): Promise<number> =>
      (await freeSlots()).find(({ ref }) => ref === slot.ref)?.remaining ?? 0;

    const booking = (slot: OpenSlot, change: Partial<BookRequest> = {}): BookRequest => ({
      provider: on.provider,
      department: on.department,
      slot,
      reference: randomUUID(),
      hold: null,
      serviceId: 'green-channel',
      green: true,
      patient: {
        name: '王桂英',
        phone: '13800000000',
        idNumber: '11010519491231002X',
        birthDate: '1949-12-31',
      },
      needs: [],
      note: null,
      now: on.now,
      ...change,
    });

    const holding = (slot: OpenSlot, change: Partial<HoldRequest> = {}): HoldRequest => ({
      provider: on.provider,
      slot,
      reference: randomUUID(),
      green: true,
      until: plusMinutes(on.now, 5),
      now: on.now,
      ...change,
    });

    const refTo = (
      { provider, slot, reference }: BookRequest | HoldRequest,
      externalRef: string | null,
    ): AppointmentRef => ({
      provider,
      reference,
      externalRef,
      slot,
      now: on.now,
    });

    async function book(request: BookRequest): Promise<AppointmentRef> {
      const made = await on.adapter.book(request);
      if (made.outcome !== 'booked' && made.outcome !== 'pending') throw new Error(`book: ${made.outcome}`);
      return refTo(request, made.externalRef);
    }

    it('finds free slots ahead, by start, no more than are asked for', async () => {
      const slots = await freeSlots();
      expect(slots.length).toBeGreaterThan(1);
      const starts = slots.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort());
      expect(starts.every((start) => start >= on.now)).toBe(true);
      for (const { start, end, ref } of slots) {
        expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00$/);
        expect(end > start && ref !== '').toBe(true);
      }
      const one = await search({ limit: 1 });
      expect(one).toEqual({ outcome: 'found', slots: [slots[0]] });
    });

    it('gives a slot by its name, and says which name is none', async () => {
      const [slot] = await freeSlots();
      if (!slot) throw new Error('no slot');
      const { ref, start, end, departmentId } = slot;
      const found = await on.adapter.slot({ provider: on.provider, ref, now: on.now });
      expect(found).toMatchObject({
        outcome: 'found',
        slot: { ref, start, end, departmentId },
        withdrawn: false,
      });
      for (const none of ['', 'nothing', '../x', `${ref}x`, "x' or 1=1"])
        expect(await on.adapter.slot({ provider: on.provider, ref: none, now: on.now })).toEqual({
          outcome: 'absent',
        });
    });

    it('books, tells of it by our reference, and does the same request once', async () => {
      const slot = await freshSlot();
      const request = booking(slot);
      const ref = await book(request);
      expect((await on.adapter.book(request)).outcome).toBe(stands);
      expect((await on.adapter.lookup(ref)).outcome).toBe(stands);
      if (exceptions.uncounted === undefined) expect(await remaining(slot)).toBe(on.capacity - 1);
    });

    it('knows nothing of a reference that was never sent', async () => {
      const slot = await freshSlot();
      const never = refTo(booking(slot), null);
      expect((await on.adapter.lookup(never)).outcome).toBe('absent');
      expect(await on.adapter.cancel(never)).toEqual({ outcome: 'cancelled' });
    });

    it('gives a cancelled place to the next, and cancels once', async () => {
      const slot = await freshSlot();
      const ref = await book(booking(slot));
      expect(await on.adapter.cancel(ref)).toEqual({ outcome: 'cancelled' });
      expect(await on.adapter.cancel(ref)).toEqual({ outcome: 'cancelled' });
      expect(['cancelled', 'absent']).toContain((await on.adapter.lookup(ref)).outcome);
      if (exceptions.uncounted === undefined) expect(await remaining(slot)).toBe(on.capacity);
      const next = await book(booking(slot));
      expect(await on.adapter.cancel(ref)).toEqual({ outcome: 'cancelled' });
      expect((await on.adapter.lookup(next)).outcome).toBe(stands);
    });

    if (exceptions.uncounted === undefined)
      it('gives as many places as there are, to as many as ask at once', async () => {
        const slot = await freshSlot();
        const outcomes = await Promise.all(
          Array.from({ length: on.capacity * 3 }, (_, i) =>
            on.adapter.book(
              booking(slot, {
                patient: {
                  name: `王桂${'甲乙丙丁戊己庚辛壬癸'[i % 10]}`,
                  phone: `1390000${String(i).padStart(4, '0')}`,
                  birthDate: '1949-12-31',
                },
              }),
            ),
          ),
        );
        const count = (outcome: string): number => outcomes.filter((o) => o.outcome === outcome).length;
        expect(count('booked')).toBe(on.capacity);
        expect(count('taken')).toBe(on.capacity * 2);
        expect(await remaining(slot)).toBe(0);
      });

    if (exceptions.holdsNothing === undefined)
      it('keeps a held place from others until its end, and no longer', async () => {
        const slot = await freshSlot();
        const holds = Array.from({ length: on.capacity }, () => holding(slot));
        const kept = await Promise.all(holds.map((request) => on.adapter.hold(request)));
        expect(kept.map(({ outcome }) => outcome)).toEqual(holds.map(() => 'held'));
        expect(await on.adapter.hold(holding(slot))).toEqual({ outcome: 'taken' });
        expect((await on.adapter.book(booking(slot))).outcome).toBe('taken');
        const after = plusMinutes(on.now, 6);
        const [first] = kept;
        const externalRef = first?.outcome === 'held' ? first.externalRef : null;
        const hold = { reference: holds[0]?.reference ?? '', externalRef };
        expect((await on.adapter.book(booking(slot, { hold, now: after }))).outcome).toBe('booked');
      });

    if (exceptions.holdsNothing === undefined)
      it('books what is held, and frees what is given back', async () => {
        const slot = await freshSlot();
        const hold = holding(slot);
        const kept = await on.adapter.hold(hold);
        if (kept.outcome !== 'held') throw new Error(kept.outcome);
        expect(await remaining(slot)).toBe(on.capacity - 1);
        const made = booking(slot, { hold: { reference: hold.reference, externalRef: kept.externalRef } });
        await book(made);
        expect(await remaining(slot)).toBe(on.capacity - 1);
        const other = holding(slot);
        const second = await on.adapter.hold(other);
        if (on.capacity > 1) {
          if (second.outcome !== 'held') throw new Error(second.outcome);
          const given = refTo(other, second.externalRef);
          for (let i = 0; i < 2; i++)
            expect(await on.adapter.release(given)).toEqual({ outcome: 'released' });
          expect(await remaining(slot)).toBe(on.capacity - 1);
        }
      });
  });
}
