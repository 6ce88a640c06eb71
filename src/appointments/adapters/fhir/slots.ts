import { instant } from '../../instants.js';
import type { OpenSlot } from '../../port.js';
import type { Instant } from '../../types.js';
import { HELD_UNTIL, REFERENCE } from './names.js';
import { identifierIn, type SlotResource, type Span } from './resources.js';

// A FHIR Slot is one place. Those of a department with the same start and end are what the port calls a slot, so
// that its name says all three, and none of them is the one everybody runs for.

/** One of the places. */
export interface Place extends Span {
  departmentId: string;
}

const seconds = (at: Instant): number => Date.parse(at) / 1000;

export const refOf = ({ departmentId, start, end }: Place): string =>
  `${departmentId}~${seconds(start)}~${seconds(end)}`;

/** Null for what is no name of ours. */
export function placeOf(ref: string): Place | null {
  const parts = /^(.{1,200})~(\d{1,11})~(\d{1,11})$/su.exec(ref);
  if (parts === null) return null;
  const [, departmentId = '', start = '', end = ''] = parts;
  return { departmentId, start: instant(Number(start) * 1000), end: instant(Number(end) * 1000) };
}

export const isSame = (a: Place, b: Place): boolean => refOf(a) === refOf(b);

/** The slots that free places make, by start; at most `limit`. */
export function openSlots(places: readonly Place[], limit: number): OpenSlot[] {
  const slots = new Map<string, OpenSlot & { remaining: number }>();
  for (const place of places) {
    const ref = refOf(place);
    const { departmentId, start, end } = place;
    const slot = slots.get(ref);
    if (slot) slot.remaining += 1;
    else slots.set(ref, { ref, departmentId, start, end, remaining: 1 });
  }
  const sorted = [...slots.values()].sort(
    (a, b) => a.start.localeCompare(b.start) || a.ref.localeCompare(b.ref),
  );
  return sorted.slice(0, limit);
}

/** Our name for what has the slot; null where it is nothing of ours. */
export const holderOf = (slot: SlotResource): string | null => identifierIn(slot, REFERENCE);

/** A hold of ours that has ended is none, whatever the status says; one of somebody else's ends when they say so. */
export function isFree(slot: SlotResource, now: Instant): boolean {
  if (slot.status === 'free') return true;
  const until = slot.extension?.find(({ url }) => url === HELD_UNTIL)?.valueInstant;
  return (
    slot.status === 'busy-tentative' &&
    holderOf(slot) !== null &&
    until !== undefined &&
    Date.parse(until) <= Date.parse(now)
  );
}

export const isWithdrawn = ({ status }: SlotResource): boolean =>
  status === 'busy-unavailable' || status === 'entered-in-error';

/** The slot as it is when it is kept until a time (`busy-tentative`), given (`busy`) or free; other marks stay. */
export function marked(
  slot: SlotResource,
  mark: { holder: string; until: Instant | null } | null,
): SlotResource {
  const others = (slot.identifier ?? []).filter(({ system }) => system !== REFERENCE);
  const extensions = (slot.extension ?? []).filter(({ url }) => url !== HELD_UNTIL);
  const identifier = mark ? [...others, { system: REFERENCE, value: mark.holder }] : others;
  const extension = mark?.until ? [...extensions, { url: HELD_UNTIL, valueInstant: mark.until }] : extensions;
  const { identifier: _i, extension: _e, ...rest } = slot;
  return {
    ...rest,
    ...(identifier.length > 0 ? { identifier } : {}),
    ...(extension.length > 0 ? { extension } : {}),
    status: mark === null ? 'free' : mark.until === null ? 'busy' : 'busy-tentative',
  };
}
