import type { Instant } from '../../types.js';
import { type SlotResource, slotResource, spanOf } from './resources.js';
import type { Answer, FhirServer, Reading } from './server.js';
import { type FhirSettings, sourcesOf } from './settings.js';
import { holderOf, isFree, isSame, isWithdrawn, type Place, placeOf } from './slots.js';

const MOST_TRIES = 20;

/** A FHIR Slot and the place that it is. */
interface PlacedSlot {
  slot: SlotResource;
  place: Place;
}

/** Slots of some departments that start from `from` to before `to`, by the Schedules they are on. */
export async function searchSlots(
  server: FhirServer,
  settings: FhirSettings,
  asked: { departmentIds: readonly string[]; green: boolean; from: Instant; to: Instant },
): Promise<Reading<readonly PlacedSlot[]>> {
  const departments = new Map<string, string>();
  for (const id of asked.departmentIds)
    for (const schedule of sourcesOf(settings, id, 'schedules', asked.green)) departments.set(schedule, id);
  if (departments.size === 0) return { outcome: 'ok', value: [] };
  const order = [...departments.keys()];
  const query = {
    schedule: order.join(','),
    start: [`ge${utc(asked.from)}`, `lt${utc(asked.to)}`],
    _sort: 'start',
    _count: 200,
  };
  const found = await server.search('Slot', query, slotResource);
  if (found.outcome !== 'ok') return found;
  const scheduleOf = ({ schedule }: SlotResource): string =>
    (schedule.reference ?? '').split('/').slice(-2).join('/');
  const placed = found.value.flatMap((slot) => {
    const departmentId = departments.get(scheduleOf(slot));
    const span = spanOf(slot);
    return departmentId === undefined || span === null ? [] : [{ slot, place: { departmentId, ...span } }];
  });
  const rank = ({ slot }: PlacedSlot): number => order.indexOf(scheduleOf(slot));
  return { outcome: 'ok', value: placed.sort((a, b) => rank(a) - rank(b)) };
}

/** Every FHIR Slot of one slot of the port; null for a name that is none of ours. */
export async function slotsOf(
  server: FhirServer,
  settings: FhirSettings,
  ref: string,
  green: boolean,
): Promise<Reading<readonly SlotResource[]>> {
  const place = placeOf(ref);
  if (place === null) return { outcome: 'absent' };
  const to = new Date(Date.parse(place.start) + 1000).toISOString();
  const departmentIds = [place.departmentId];
  const found = await searchSlots(server, settings, { departmentIds, green, from: place.start, to });
  if (found.outcome !== 'ok') return found;
  const same = found.value.filter((other) => isSame(other.place, place)).map(({ slot }) => slot);
  return same.length > 0 ? { outcome: 'ok', value: same } : { outcome: 'absent' };
}

const utc = (at: string): string => new Date(at).toISOString();

export type Taking =
  | { outcome: 'taken' }
  | { outcome: 'withdrawn' }
  | Exclude<Answer<SlotResource>, { outcome: 'conflict' | 'absent' }>;

/**
 * Takes one of the slots that `find` gives, by `take`, which fails with `conflict` where somebody was quicker: then
 * the next one is tried. A slot that one of `holders` has already is taken first. A loser of every race is told
 * that it is taken only when there is none left.
 */
export async function takeOne(
  find: () => Promise<Reading<readonly SlotResource[]>>,
  holders: readonly string[],
  now: Instant,
  take: (slot: SlotResource) => Promise<Answer<unknown>>,
): Promise<Taking> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = await find();
    if (found.outcome === 'unreachable') return found;
    const slots = found.outcome === 'ok' ? found.value : [];
    const mine = slots.find((slot) => holders.includes(holderOf(slot) ?? '') && !isWithdrawn(slot));
    const slot =
      mine ??
      pick(
        slots.filter((free) => isFree(free, now)),
        holders[0] ?? '',
      );
    if (slot === undefined)
      return { outcome: slots.length > 0 && slots.every(isWithdrawn) ? 'withdrawn' : 'taken' };
    const answer = await take(slot);
    if (answer.outcome === 'ok') return { outcome: 'ok', value: slot };
    if (answer.outcome !== 'conflict' && answer.outcome !== 'absent') return answer;
  }
  return { outcome: 'unreachable' };
}

/** One of the schedule that comes first, another for each holder, so that not all run for the same. */
function pick(free: readonly SlotResource[], holder: string): SlotResource | undefined {
  const best = free.filter(({ schedule }) => schedule.reference === free[0]?.schedule.reference);
  let sum = 0;
  for (const character of holder) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return best[sum % best.length];
}
