import { changeAppointment, lockAppointment } from '../../store/appointments.js';
import { retrying } from '../../store/retry.js';
import { phoneOf } from '../identity.js';
import type { Parts } from '../parts.js';
import { refuse } from '../refusals.js';
import type { TellResult } from '../service.js';
import type { FamilyMember } from '../types.js';
import { openPerson, sealPerson } from './person.js';
import { statusOf } from './row.js';
import { tell } from './tell.js';
import { viewOf } from './view.js';

/** So many of the family may be told besides. */
const MOST = 3;

/** {@link Appointments.tellAlso}: kept with the person, and told at once of what stands. */
export async function tellAlso(
  parts: Parts,
  id: string,
  { relation, phone }: FamilyMember,
): Promise<TellResult> {
  const number = phoneOf(phone);
  if (number === null) return refuse({ code: 'invalid-phone' });
  const now = parts.now();
  return retrying(() =>
    parts.db.transaction().execute(async (tx): Promise<TellResult> => {
      const row = await lockAppointment(tx, id);
      if (row === null || row.person === null) return refuse({ code: 'not-found' });
      const status = statusOf(row);
      if (row.live === 0) return refuse({ code: 'not-changeable', status });
      const person = openPerson(parts.seal, row.person);
      const { patient, bookedBy, tellBooker, family } = person;
      const told = [patient, ...(bookedBy !== null && tellBooker ? [bookedBy] : []), ...family];
      if (told.some((other) => other.phone === number))
        return { outcome: 'told', appointment: await viewOf(parts, row, person) };
      if (family.length >= MOST) return refuse({ code: 'too-many-told', limit: MOST });
      const more = { ...person, family: [...family, { relation, phone: number }] };
      await changeAppointment(tx, id, { person: sealPerson(parts.seal, more) });
      // What is not settled yet is told to all of them once it is.
      if (status === 'booked' || status === 'pending')
        await tell(tx, {
          subject: { appointment: id },
          person: more,
          kind: status,
          once: row.reference,
          dueAt: now,
          now,
          to: [`family-${family.length}`],
        });
      return { outcome: 'told', appointment: await viewOf(parts, row, more) };
    }),
  );
}
