import type { Database } from '../../../store/database.js';
import {
  changeOrder,
  findOrder,
  forgetOrder,
  freeSeats,
  hasSeat,
  keepSeat,
  type RegistrationOrderTable,
  recordOrder,
} from '../../../store/registrations.js';
import { dayOf, instant } from '../../instants.js';
import type {
  AppointmentRef,
  BookOutcome,
  BookRequest,
  CancelOutcome,
  Confirmation,
  LookupOutcome,
} from '../../port.js';
import type { Instant } from '../../types.js';
import { reasonOf } from '../remote.js';
import { type Order, orderIn, queryOrders, submission } from './orders.js';
import type { Platform } from './platform.js';
import { findSession, type Session } from './schedules.js';

/**
 * Books at a platform that knows of no idempotency. The order is written down before it is sent, so that it is sent
 * once; one whose answer was lost is asked for by our number where that can be done, and never sent blindly again.
 */
export async function book(db: Database, platform: Platform, request: BookRequest): Promise<BookOutcome> {
  const { reference, provider, hold, now } = request;
  const before = await findOrder(db, reference);
  if (before !== null) {
    const known = await lookup(db, platform, { ...request, externalRef: null });
    if (known.outcome === 'booked' || known.outcome === 'pending') return known;
    if (known.outcome === 'cancelled') return { outcome: 'taken' };
    if (known.outcome === 'unreachable') return { outcome: 'unknown' };
    await forgetOrder(db, reference);
  }
  const found = await findSession(platform, { ref: request.slot.ref, green: request.green, now });
  if (found === 'unreachable') return { outcome: 'unreachable' };
  const no = await placeFor(db, platform, request, found);
  if (no !== null || found === null) return { outcome: no ?? 'taken' };
  if (!(await recordOrder(db, { reference, providerId: provider.id, now }))) return { outcome: 'unknown' };
  const outcome = await submit(platform, request, found);
  if (outcome.outcome === 'unknown') return outcome;
  if (outcome.outcome === 'booked') {
    const { outcome: _booked, ...confirmation } = outcome;
    await changeOrder(db, reference, booked(confirmation));
  } else await forgetOrder(db, reference);
  await freeSeats(db, [reference, ...(hold ? [hold.reference] : [])]);
  return outcome;
}

/** Null when there is a place that none of our holds keeps from this one, which is kept while the order is sent. */
async function placeFor(
  db: Database,
  platform: Platform,
  { provider, slot, hold, reference, now }: BookRequest,
  session: Session | null,
): Promise<'taken' | 'withdrawn' | null> {
  if (session === null) return 'taken';
  if (session.withdrawn) return 'withdrawn';
  if (session.left === 0) return 'taken';
  const slotId = `${provider.id}:${slot.ref}`;
  if (hold !== null && (await hasSeat(db, { slotId, holder: hold.reference, now }))) return null;
  const until = sentUntil(platform, now);
  const kept = await keepSeat(db, { slotId, holder: reference, until, now, left: session.left });
  return kept ? null : 'taken';
}

async function submit(platform: Platform, request: BookRequest, { row }: Session): Promise<BookOutcome> {
  const { settings } = platform;
  const answer = await platform.post(
    settings.paths.submit,
    submission(settings, request, row),
    request.now,
    false,
  );
  if (answer.outcome !== 'said') return answer;
  switch (answer.verdict) {
    case 'done': {
      const order = orderIn(answer.data, row.workDate);
      return order === null ? { outcome: 'unknown' } : { outcome: 'booked', ...order.confirmation };
    }
    case 'taken':
    case 'withdrawn':
      return { outcome: answer.verdict };
    case 'absent':
      return { outcome: 'taken' };
    case 'unsigned':
      return { outcome: 'unreachable' };
    case 'busy':
      return { outcome: 'unknown' };
    case 'duplicate': {
      // The first of two deliveries of this order may be what it repeats.
      const own = await queryOrders(platform, {
        reference: request.reference,
        day: row.workDate,
        now: request.now,
      });
      if (own.outcome !== 'found') return { outcome: 'unknown' };
      const [order] = own.standing;
      if (order) return { outcome: 'booked', ...order.confirmation };
      return { outcome: 'declined', reason: reasonOf(answer.message) };
    }
    default:
      return { outcome: 'declined', reason: reasonOf(answer.message) };
  }
}

export async function cancel(
  db: Database,
  platform: Platform,
  request: AppointmentRef,
): Promise<CancelOutcome> {
  const { reference, externalRef, slot, now } = request;
  const row = await findOrder(db, reference);
  if (row?.status === 'cancelled' || (row === null && externalRef === null)) return { outcome: 'cancelled' };
  const query = await queryOrders(platform, { reference, day: dayOf(slot.start), now });
  const names = new Set(query.outcome === 'found' ? query.standing.map((order) => order.hosRecordId) : []);
  if (query.outcome !== 'found') {
    const known = externalRef ?? row?.external_ref;
    if (known) names.add(known);
    else return { outcome: 'unknown' };
  } else if (names.size === 0 && !query.cancelled && row && mayArrive(platform, row, now))
    return { outcome: 'unknown' };
  for (const hosRecordId of names) {
    const answer = await platform.post(platform.settings.paths.cancel, { hosRecordId }, now, true);
    if (answer.outcome !== 'said') return answer;
    if (answer.verdict === 'unsigned') return { outcome: 'unreachable' };
    if (answer.verdict === 'busy') return { outcome: 'unknown' };
    if (!GONE.has(answer.verdict)) return { outcome: 'too-late' };
  }
  await changeOrder(db, reference, { status: 'cancelled' });
  return { outcome: 'cancelled' };
}

const GONE: ReadonlySet<string> = new Set(['done', 'cancelled', 'absent']);

export async function lookup(
  db: Database,
  platform: Platform,
  request: AppointmentRef,
): Promise<LookupOutcome> {
  const { reference, slot, now } = request;
  const row = await findOrder(db, reference);
  if (row === null) return { outcome: 'absent' };
  const query = await queryOrders(platform, { reference, day: dayOf(slot.start), now });
  if (query.outcome !== 'found') return known(row);
  const [order] = query.standing;
  if (order) {
    await noteAnswer(db, row, order);
    return { outcome: 'booked', ...order.confirmation };
  }
  if (query.cancelled || row.status !== 'sent') return { outcome: 'cancelled' };
  return { outcome: mayArrive(platform, row, now) ? 'unreachable' : 'absent' };
}

/** What we know by ourselves: only what was answered. */
function known(row: RegistrationOrderTable): LookupOutcome {
  if (row.status === 'cancelled') return { outcome: 'cancelled' };
  if (row.confirmation === null) return { outcome: 'unreachable' };
  const confirmation: Confirmation = JSON.parse(row.confirmation);
  return { outcome: 'booked', ...confirmation };
}

async function noteAnswer(db: Database, row: RegistrationOrderTable, order: Order): Promise<void> {
  if (row.status === 'sent') await changeOrder(db, row.reference, booked(order.confirmation));
}

const booked = (confirmation: Confirmation) => ({
  status: 'booked' as const,
  external_ref: confirmation.externalRef,
  confirmation: JSON.stringify(confirmation),
});

/** Whether an order that the platform does not have yet may still be on its way. */
const mayArrive = (platform: Platform, { status, sent_at }: RegistrationOrderTable, now: Instant): boolean =>
  status === 'sent' && sentUntil(platform, sent_at) > now;

/** Longer than an order can be under way: three time limits. */
const sentUntil = ({ settings }: Platform, sent: Instant): Instant =>
  instant(Date.parse(sent) + 3 * settings.timeoutMs + 1000);
