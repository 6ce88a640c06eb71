import {
  type AppointmentRow,
  changeAppointment,
  findAppointment,
  lockAppointment,
} from '../../store/appointments.js';
import { retrying } from '../../store/retry.js';
import { plusMinutes } from '../instants.js';
import type { Parts } from '../parts.js';
import type { CancelOutcome } from '../port.js';
import { type Refusal, refuse } from '../refusals.js';
import { cancelUntil } from '../rules.js';
import type { CancelResult } from '../service.js';
import type { CancelReason, Instant } from '../types.js';
import { giveUp, refOf } from './give-up.js';
import { openPerson } from './person.js';
import { statusOf } from './row.js';
import { nextLook } from './settle.js';
import { tell } from './tell.js';
import { viewOf } from './view.js';

/** Cancels what stands. What is cancelled already stays so, and is answered the same. */
export async function cancel(
  parts: Parts,
  id: string,
  reason: Extract<CancelReason, 'person' | 'undone' | 'withdrawn' | 'forgotten'>,
): Promise<CancelResult> {
  const now = parts.now();
  const refusal = await retrying(() =>
    parts.db.transaction().execute(async (tx): Promise<Refusal | null> => {
      const row = await lockAppointment(tx, id);
      if (row === null) return { code: 'not-found' };
      if (row.status === 'cancelled') return null;
      const against =
        reason === 'person' || reason === 'undone' ? await obstacle(parts, row, reason, now) : null;
      if (against) return against;
      await giveUp(parts, tx, row, { reason, now });
      if (row.person === null || reason === 'forgotten' || reason === 'withdrawn') return null;
      const person = openPerson(parts.seal, row.person);
      const subject = { appointment: id };
      await tell(tx, { subject, person, kind: 'cancelled', once: row.reference, dueAt: now, now });
      return null;
    }),
  );
  if (refusal) return refuse(refusal);
  const late = await askToCancel(parts, id, true);
  if (late) return refuse(late);
  const row = await findAppointment(parts.db, id);
  return row
    ? { outcome: 'cancelled', appointment: await viewOf(parts, row) }
    : refuse({ code: 'not-found' });
}

/** Why it cannot be cancelled by the person any more. */
async function obstacle(
  { catalogue }: Parts,
  row: AppointmentRow,
  reason: 'person' | 'undone',
  now: Instant,
): Promise<Refusal | null> {
  const status = statusOf(row);
  if (row.live === 0 || status === 'fulfilled' || status === 'noshow' || row.starts_at <= now)
    return { code: 'not-changeable', status };
  const provider = await catalogue.provider(row.provider_id);
  if (provider === null || reason === 'undone' || status === 'pending') return null;
  const until = cancelUntil(provider.rules, { start: row.starts_at });
  return until < now ? { code: 'too-late-to-cancel', until, providerPhone: provider.phone } : null;
}

/**
 * Tells a provider that is elsewhere of a cancellation that it has not heard of. What fails is tried again later.
 * `waits`: the person hears at once when the provider says that it is too late.
 */
export async function askToCancel(parts: Parts, id: string, waits: boolean): Promise<Refusal | null> {
  const row = await findAppointment(parts.db, id);
  if (row?.awaits !== 'cancel') return null;
  const provider = await parts.catalogue.provider(row.provider_id);
  const seat = provider && parts.adapters[provider.adapter];
  if (!provider || !seat || !('remote' in seat)) return null;
  const now = parts.now();
  const outcome: CancelOutcome = await seat.remote
    .cancel(refOf(provider, row, now))
    .catch(() => ({ outcome: 'unknown' }) as const);
  if (outcome.outcome === 'too-late') {
    await standsAfterAll(parts, id, row.reference, waits);
    const until = cancelUntil(provider.rules, { start: row.starts_at });
    return { code: 'too-late-to-cancel', until, providerPhone: provider.phone };
  }
  const heard = outcome.outcome === 'cancelled';
  await changeAppointment(parts.db, id, {
    awaits: heard ? null : 'cancel',
    look_at: heard ? null : plusMinutes(now, nextLook(row.looks)),
    looks: heard ? 0 : row.looks + 1,
  });
  return null;
}

/** The provider does not let it go: it stands, and whoever is not waiting for the answer is told so. */
async function standsAfterAll(parts: Parts, id: string, reference: string, waits: boolean): Promise<void> {
  const now = parts.now();
  await parts.db.transaction().execute(async (tx) => {
    const row = await lockAppointment(tx, id);
    if (row?.awaits !== 'cancel') return;
    await changeAppointment(tx, id, {
      status: 'booked',
      live: 1,
      cancel_reason: null,
      undo_what: null,
      undo_until: null,
      awaits: null,
      look_at: null,
      looks: 0,
    });
    if (waits || row.person === null) return;
    const person = openPerson(parts.seal, row.person);
    const subject = { appointment: id };
    await tell(tx, { subject, person, kind: 'not-cancelled', once: reference, dueAt: now, now });
  });
}
