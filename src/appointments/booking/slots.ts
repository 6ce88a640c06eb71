import { dayOf, earlier, later, plusDays, startOfDay, toInstant } from '../instants.js';
import type { Parts } from '../parts.js';
import { refuse } from '../refusals.js';
import { refusalOfTime } from '../rules.js';
import type { SlotsQuery, SlotsResult } from '../service.js';
import { adapterOf, slotView } from './slot.js';

const LIMIT = 200;
const MOST = 1000;

/** Slots with a place free that can be booked by the provider's rules. */
export async function freeSlots(parts: Parts, query: SlotsQuery): Promise<SlotsResult> {
  const now = parts.now();
  const { providerId, departmentId, serviceId } = query;
  const provider = await parts.catalogue.provider(providerId);
  const seat = provider && parts.adapters[provider.adapter];
  if (!provider || !seat) return refuse({ code: 'unknown-provider' });
  if (serviceId !== undefined && !parts.services.has(serviceId)) return refuse({ code: 'unknown-service' });
  const all = await parts.catalogue.departments(providerId);
  const named = all.filter(({ id }) => departmentId === undefined || id === departmentId);
  if (departmentId !== undefined && named.length === 0) return refuse({ code: 'unknown-department' });
  const departments = named.filter(({ services }) => serviceId === undefined || services.includes(serviceId));
  const end = startOfDay(dayOf(plusDays(now, provider.rules.daysAhead + 1)));
  const found = await adapterOf(seat, parts.db).slots({
    provider,
    departments,
    from: later(now, (query.from && toInstant(query.from)) || now),
    to: earlier(end, (query.to && toInstant(query.to)) || end),
    green: query.greenChannel ?? serviceId === 'green-channel',
    limit: Math.min(query.limit ?? LIMIT, MOST),
    now,
  });
  if (found.outcome === 'unreachable')
    return refuse({ code: 'provider-unreachable', providerPhone: provider.phone });
  const slots = found.slots.filter((slot) => refusalOfTime(provider.rules, slot, now) === null);
  return { outcome: 'found', slots: slots.map((slot) => slotView(provider, slot)) };
}
