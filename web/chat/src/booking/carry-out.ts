import { changeElder } from '../state/store.js';
import type { Kept, Wish } from '../state/types.js';
import { book, joinWaiting, move, visitOf } from './api.js';

/**
 * Does what was read back, remembers what came of it, and returns the screen that shows it. With the same key again it
 * has no second effect. Throws {@link Refused}.
 */
export async function carryOut(elderId: string, wish: Wish, idNumber: string, key: string): Promise<string> {
  const { moves, slot, waits, patient } = wish;
  if (moves && slot) return keep(elderId, await move(moves, slot.id, key), moves.phone, moves.id);
  const visit = visitOf(wish);
  if (visit === null || patient === undefined) throw new Error('the wish is not whole');
  const told = { ...visit, patient: { ...patient, ...(idNumber ? { idNumber } : {}) } };
  if (slot) return keep(elderId, await book(told, slot.id, key), patient.phone);
  if (!waits) throw new Error('the wish has no time');
  const { provider, department, service } = wish;
  const wanted = { providerId: provider?.id ?? '', departmentId: department?.id ?? '', ...waits };
  const { id } = await joinWaiting(told, wanted, key);
  const where = `${provider?.name ?? ''} ${department?.name ?? ''}`;
  const waiting = { id, service: service?.name ?? '', where, until: waits.to, phone: patient.phone };
  changeElder(elderId, (elder) => ({
    ...elder,
    wish: {},
    waits: [waiting, ...elder.waits.filter((one) => one.id !== id)],
  }));
  return 'appointments';
}

/** Remembers an appointment, in place of the one that it was moved from. Returns the screen that shows it. */
export function keep(
  elderId: string,
  { id, code }: Pick<Kept, 'id' | 'code'>,
  phone: string,
  before?: string,
): string {
  changeElder(elderId, (elder) => ({
    ...elder,
    wish: {},
    appointments: [
      { id, code, phone },
      ...elder.appointments.filter((kept) => kept.id !== before && kept.id !== id),
    ],
  }));
  return `appointments/${code}`;
}
