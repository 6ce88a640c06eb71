import { ageOn, dayOf, plusDays, plusMinutes } from './instants.js';
import type { Refusal } from './refusals.js';
import type { Instant, Patient, ProviderRules, Service } from './types.js';

type Times = { start: Instant };

/** Until when a slot can be booked. */
const bookUntil = (rules: ProviderRules, { start }: Times): Instant =>
  plusMinutes(start, -rules.bookUntilMinutes);

export const cancelUntil = (rules: ProviderRules, { start }: Times): Instant =>
  plusMinutes(start, -rules.cancelUntilMinutes);

export const fetchBy = (rules: ProviderRules, { start }: Times): Instant | null =>
  rules.fetchMinutes === null ? null : plusMinutes(start, -rules.fetchMinutes);

/** The last day that can be booked, `YYYY-MM-DD`. */
export const lastDay = (rules: ProviderRules, now: Instant): string => dayOf(plusDays(now, rules.daysAhead));

/** Why a slot of this time cannot be booked now; null: it can. */
export function refusalOfTime(rules: ProviderRules, slot: Times, now: Instant): Refusal | null {
  if (slot.start <= now) return { code: 'past' };
  const until = bookUntil(rules, slot);
  if (until < now) return { code: 'too-late-to-book', until };
  const last = lastDay(rules, now);
  return dayOf(slot.start) > last ? { code: 'too-far-ahead', lastDay: last } : null;
}

/** Whether the places kept for the green channel are open to the service. */
export const isGreen = (service: Pick<Service, 'id'>): boolean => service.id === 'green-channel';

/** Why this person cannot have the service on that day; an age that is not known is shown at the counter. */
export function refusalOfPatient(
  rules: ProviderRules,
  service: Service,
  patient: Partial<Patient>,
  slot: Times,
): Refusal | null {
  if (rules.needsId && patient.idNumber === undefined) return { code: 'id-required' };
  const least = isGreen(service) ? rules.greenAge : service.leastAge;
  if (least === null || patient.birthDate === undefined) return null;
  return ageOn(patient.birthDate, dayOf(slot.start)) < least ? { code: 'too-young', leastAge: least } : null;
}

interface Standing {
  id: string;
  status: string;
  provider_id: string;
  starts_at: Instant;
  ends_at: Instant;
  replaces: string | null;
}

export interface Wish {
  providerId: string;
  start: Instant;
  end: Instant;
  /** The appointment that the new one takes the place of. */
  replaces: string | null;
}

/** Why the person's other appointments stand against the wish. */
export function refusalOfOthers(
  rules: ProviderRules,
  all: readonly Standing[],
  wish: Wish,
  now: Instant,
): Refusal | null {
  const others = all.filter(({ id, status }) => id !== wish.replaces && status !== 'noshow');
  if (others.some(({ starts_at, ends_at }) => starts_at < wish.end && ends_at > wish.start))
    return { code: 'patient-busy' };
  const here = others.filter(({ provider_id, ends_at }) => provider_id === wish.providerId && ends_at > now);
  if (here.length >= rules.mostAtOnce) return { code: 'too-many', limit: rules.mostAtOnce };
  const blocked = blockedUntil(
    rules,
    all.filter(({ status, provider_id }) => status === 'noshow' && provider_id === wish.providerId),
  );
  return blocked !== null && blocked > now ? { code: 'blocked-no-show', until: blocked } : null;
}

/** Until when so many missed appointments bar the person: from the last of the first `limit` within the time set. */
function blockedUntil({ noShows }: ProviderRules, missed: readonly Standing[]): Instant | null {
  if (noShows === null) return null;
  const { limit, withinDays, blockDays } = noShows;
  const starts = missed.map(({ starts_at }) => starts_at).sort();
  let until: Instant | null = null;
  for (const [i, first] of starts.entries()) {
    const last = starts[i + limit - 1];
    if (last !== undefined && last <= plusDays(first, withinDays)) until = plusDays(last, blockDays);
  }
  return until;
}
