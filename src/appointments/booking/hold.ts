import { findHold, insertHold, releaseHold } from '../../store/holds.js';
import { plusMinutes } from '../instants.js';
import { HOLD_MINUTES, type Parts } from '../parts.js';
import type { HoldOutcome } from '../port.js';
import { refuse } from '../refusals.js';
import { isGreen, refusalOfTime } from '../rules.js';
import type { HoldResult } from '../service.js';
import type { Instant, ServiceId } from '../types.js';
import { adapterOf, alternativesTo, findPlace, slotView } from './slot.js';

/** Keeps a place for `minutes`. */
export async function hold(
  parts: Parts,
  { slotId, serviceId, minutes = HOLD_MINUTES }: { slotId: string; serviceId: ServiceId; minutes?: number },
): Promise<HoldResult> {
  const now = parts.now();
  const service = parts.services.get(serviceId);
  if (!service) return refuse({ code: 'unknown-service' });
  const found = await findPlace(parts, slotId, now);
  if ('refusal' in found) return refuse(found.refusal);
  const { place } = found;
  const { provider, department, slot, seat } = place;
  if (!department.services.includes(serviceId)) return refuse({ code: 'service-not-offered' });
  const refusal = refusalOfTime(provider.rules, slot, now);
  if (refusal) return refuse(refusal);
  const green = isGreen(service);
  const id = parts.newId();
  const until = plusMinutes(now, minutes);
  const request = { provider, slot, reference: id, green, until, now };
  const row = (kept: Extract<HoldOutcome, { outcome: 'held' }>) => ({
    id,
    provider_id: provider.id,
    department_id: department.id,
    slot_id: slotId,
    starts_at: slot.start,
    ends_at: slot.end,
    green: green ? 1 : 0,
    until: kept.until,
    external_ref: kept.externalRef,
    status: 'held' as const,
  });
  const outcome =
    'within' in seat
      ? await parts.db.transaction().execute(async (tx) => {
          const kept = await adapterOf(seat, tx).hold(request);
          if (kept.outcome === 'held') await insertHold(tx, row(kept));
          return kept;
        })
      : await seat.remote.hold(request).catch(() => ({ outcome: 'unknown' }) as const);
  switch (outcome.outcome) {
    case 'held':
      if ('remote' in seat) await insertHold(parts.db, row(outcome));
      return { outcome: 'held', hold: { id, slot: slotView(provider, slot), until: outcome.until } };
    case 'taken':
    case 'withdrawn': {
      const alternatives = await alternativesTo(parts, place, green, now);
      return refuse({ code: outcome.outcome === 'taken' ? 'slot-taken' : 'session-withdrawn', alternatives });
    }
    case 'unreachable':
    case 'unknown':
      return refuse({ code: 'provider-unreachable', providerPhone: provider.phone });
  }
}

/** Gives a hold back before its end. */
export async function release(parts: Parts, id: string): Promise<void> {
  const row = await findHold(parts.db, id);
  const provider = row && (await parts.catalogue.provider(row.provider_id));
  const seat = provider && parts.adapters[provider.adapter];
  if (!row || !provider || !seat) return;
  const now: Instant = parts.now();
  const ref = row.slot_id.slice(provider.id.length + 1);
  const slot = {
    ref,
    departmentId: row.department_id,
    start: row.starts_at,
    end: row.ends_at,
    remaining: null,
  };
  const request = { provider, reference: id, externalRef: row.external_ref, slot, now };
  if ('within' in seat) {
    await parts.db.transaction().execute(async (tx) => {
      if (await releaseHold(tx, id)) await adapterOf(seat, tx).release(request);
    });
    return;
  }
  // A hold that could not be given back ends by itself.
  if (await releaseHold(parts.db, id))
    await seat.remote.release(request).catch(() => ({ outcome: 'unknown' }) as const);
}
