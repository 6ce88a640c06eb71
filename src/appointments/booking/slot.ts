import { dayOf, plusDays, startOfDay } from '../instants.js';
import type { AdapterSeat, Parts } from '../parts.js';
import type { Adapter, OpenSlot, ProviderRecord } from '../port.js';
import type { Refusal } from '../refusals.js';
import { refusalOfTime } from '../rules.js';
import type { Department, Instant, Slot } from '../types.js';

/** A slot with all that it belongs to. */
export interface Place {
  provider: ProviderRecord;
  department: Department;
  slot: OpenSlot;
  seat: AdapterSeat;
}

export const slotIdOf = (provider: Pick<ProviderRecord, 'id'>, slot: Pick<OpenSlot, 'ref'>): string =>
  `${provider.id}:${slot.ref}`;

export const slotView = (provider: Pick<ProviderRecord, 'id'>, slot: OpenSlot): Slot => {
  const { ref, departmentId, start, end, remaining } = slot;
  return { id: `${provider.id}:${ref}`, providerId: provider.id, departmentId, start, end, remaining };
};

/** The adapter, doing its work in `db` where it can. */
export const adapterOf = (seat: AdapterSeat, db: Parts['db']): Adapter =>
  'within' in seat ? seat.within(db) : seat.remote;

/** The slot of that id and what it belongs to, whether it is free or not. */
export async function findPlace(
  parts: Pick<Parts, 'db' | 'catalogue' | 'adapters'>,
  slotId: string,
  now: Instant,
): Promise<{ place: Place } | { refusal: Refusal }> {
  const colon = slotId.indexOf(':');
  const unknown = { refusal: { code: 'unknown-slot' } as const };
  const provider = colon < 1 ? null : await parts.catalogue.provider(slotId.slice(0, colon));
  const seat = provider && parts.adapters[provider.adapter];
  if (!provider || !seat) return unknown;
  const found = await adapterOf(seat, parts.db).slot({ provider, ref: slotId.slice(colon + 1), now });
  if (found.outcome === 'unreachable')
    return { refusal: { code: 'provider-unreachable', providerPhone: provider.phone } };
  if (found.outcome === 'absent') return unknown;
  const department = await parts.catalogue.department(found.slot.departmentId);
  if (!department) return unknown;
  return { place: { provider, department, slot: found.slot, seat } };
}

const MOST_ALTERNATIVES = 3;
const LOOKED_AT = 60;

/** Up to three free slots of the same department, the nearest in time first; none when the provider cannot say. */
export async function alternativesTo(
  { db }: Pick<Parts, 'db'>,
  { provider, department, slot, seat }: Omit<Place, 'slot'> & { slot: Pick<OpenSlot, 'ref' | 'start'> },
  green: boolean,
  now: Instant,
): Promise<Slot[]> {
  const adapter = adapterOf(seat, db);
  const to = startOfDay(dayOf(plusDays(now, provider.rules.daysAhead + 1)));
  const search = { provider, departments: [department], to, green, limit: LOOKED_AT, now };
  async function free(from: Instant): Promise<OpenSlot[]> {
    const found = await adapter.slots({ ...search, from }).catch(() => ({ outcome: 'unreachable' }) as const);
    const slots = found.outcome === 'found' ? found.slots : [];
    return slots.filter(
      (other) => other.ref !== slot.ref && refusalOfTime(provider.rules, other, now) === null,
    );
  }
  const day = startOfDay(dayOf(slot.start));
  const around = await free(day > now ? day : now);
  const found = around.length > 0 ? around : await free(now);
  const wanted = Date.parse(slot.start);
  const distance = ({ start }: OpenSlot): number => Math.abs(Date.parse(start) - wanted);
  return found
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_ALTERNATIVES)
    .map((other) => slotView(provider, other));
}
