import type { Appointment } from '../../../appointments/types.js';
import { formatInstant, instantOf } from '../../../language/calendar.js';
import type { Draft } from '../draft.js';
import type { Scene } from '../scene.js';
import { isLive } from '../words/tell.js';

/** Those spoken of in this conversation, and those of the number that calls. */
export async function appointmentsOf(
  { appointments, booking, caller, now }: Scene,
  { task }: Draft,
): Promise<Appointment[]> {
  const spoken = await Promise.all(booking.known.map((id) => appointments.byId(id)));
  const called = caller === null ? [] : await appointments.byPhone(caller);
  const all = [...spoken.filter((a) => a !== null), ...called];
  const once = all.filter((a, i) => all.findIndex(({ id }) => id === a.id) === i);
  const last = spoken.findLast((a) => a !== null);
  if (task === 'undo') return last === undefined ? called.slice(0, 1) : [last];
  const at = `${formatInstant(instantOf(now))}+08:00`;
  const live = once.filter((a) => isLive(a, at));
  return live.length > 0 || last === undefined || task !== 'query' ? live : [last];
}

/**
 * Whether an appointment stands already of the same department and service for the same person, as far as this
 * conversation or the number that calls knows.
 */
export async function hasOneAlready(scene: Scene, draft: Draft): Promise<boolean> {
  const { name, department, service } = draft;
  const own = await appointmentsOf(scene, draft);
  return own.some(
    (a) => a.patient.name === name && a.department.id === department?.id && a.service.id === service?.id,
  );
}
