import type { Database } from '../../store/database.js';
import {
  claimPlace,
  findSlot,
  freePlace,
  freeSlots,
  keepHeld,
  placeOf,
  type StoredSlot,
} from '../../store/places.js';
import type { Adapter, Confirmation, OpenSlot, ProviderRecord } from '../port.js';

/**
 * Providers whose schedules are in our own store. Bound to a database or to a transaction of it: what it does stands
 * or falls with the appointment that is written beside it.
 */
export function createLocalAdapter(db: Database): Adapter {
  /** What a claim that got no place met. */
  async function noPlace(slotId: string): Promise<{ outcome: 'taken' } | { outcome: 'withdrawn' }> {
    const slot = await findSlot(db, slotId);
    return { outcome: slot === null || slot.withdrawn_at === null ? 'taken' : 'withdrawn' };
  }

  return {
    async slots({ provider, departments, from, to, green, limit, now }) {
      const rows = await freeSlots(db, {
        providerId: provider.id,
        departments: departments.map(({ id }) => id),
        from,
        to,
        green,
        now,
        limit,
      });
      return { outcome: 'found', slots: rows.map((row) => openSlot(provider, row, row.free)) };
    },

    async slot({ provider, ref }) {
      const row = await findSlot(db, slotId(provider, ref));
      if (row === null) return { outcome: 'absent' };
      return { outcome: 'found', slot: openSlot(provider, row, null), withdrawn: row.withdrawn_at !== null };
    },

    async hold({ provider, slot, reference, green, until, now }) {
      const id = slotId(provider, slot.ref);
      const claim = { slotId: id, holder: reference, until, green, now };
      const n = (await claimPlace(db, claim)) ?? (await placeOf(db, reference));
      return n === null ? noPlace(id) : { outcome: 'held', until, externalRef: null };
    },

    async release({ reference }) {
      await freePlace(db, reference);
      return { outcome: 'released' };
    },

    async book({ provider, slot, reference, hold, green, now }) {
      const id = slotId(provider, slot.ref);
      const held = hold && (await keepHeld(db, { hold: hold.reference, holder: reference, now }));
      const claim = { slotId: id, holder: reference, until: null, green, now };
      const n = held ?? (await claimPlace(db, claim)) ?? (await placeOf(db, reference));
      return n === null ? noPlace(id) : { outcome: 'booked', ...confirmation(n) };
    },

    async cancel({ reference }) {
      await freePlace(db, reference);
      return { outcome: 'cancelled' };
    },

    async lookup({ reference }) {
      const n = await placeOf(db, reference);
      return n === null ? { outcome: 'absent' } : { outcome: 'booked', ...confirmation(n) };
    },
  };
}

const slotId = (provider: ProviderRecord, ref: string): string => `${provider.id}:${ref}`;

function openSlot(
  provider: ProviderRecord,
  row: Omit<StoredSlot, 'withdrawn_at'>,
  free: number | null,
): OpenSlot {
  const ref = row.id.slice(provider.id.length + 1);
  return { ref, departmentId: row.department_id, start: row.starts_at, end: row.ends_at, remaining: free };
}

const confirmation = (n: number): Confirmation => ({
  externalRef: null,
  number: String(n),
  fetchBy: null,
  fetchPlace: null,
});
