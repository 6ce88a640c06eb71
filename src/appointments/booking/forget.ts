import {
  bookedFor,
  forgetPhone,
  liveOfPatient,
  replacePerson,
  reseal,
  sealedPersons,
} from '../../store/forget.js';
import { retrying } from '../../store/retry.js';
import { phoneOf } from '../identity.js';
import type { Parts } from '../parts.js';
import { cancel } from './cancel.js';
import { openPerson, phoneHashes, sealPerson } from './person.js';

/**
 * Removes the person with this telephone. What stands is given up first, for nobody could be told of it any more; where
 * they booked for somebody else, or are only told of it, that appointment stays and they are taken out of it. Returns how many appointments
 * are left as bare numbers; null when the text is no telephone number.
 */
export async function forget(parts: Parts, phone: string): Promise<number | null> {
  const number = phoneOf(phone);
  if (number === null) return null;
  const phones = phoneHashes(parts.hasher, number);
  for (const id of await liveOfPatient(parts.db, phones)) await cancel(parts, id, 'forgotten');
  await leaveOut(parts, number);
  return retrying(() =>
    parts.db.transaction().execute(async (tx) => {
      const count = await forgetPhone(tx, phones);
      const others = await bookedFor(tx, phones);
      for (const table of ['appointments', 'waiting'] as const)
        for (const { id, person } of others[table]) {
          if (person === null) continue;
          const left = { ...openPerson(parts.seal, person), bookedBy: null };
          await replacePerson(tx, table, id, sealPerson(parts.seal, left));
        }
      return count;
    }),
  );
}

/** The number is no column where it is only told of: it stands in what is sealed, so all of that is opened. */
async function leaveOut({ db, seal }: Parts, phone: string): Promise<void> {
  for (const table of ['appointments', 'waiting'] as const)
    for (const { id, person: old } of await sealedPersons(db, table)) {
      const known = openPerson(seal, old);
      const family = known.family.filter((member) => member.phone !== phone);
      if (family.length < known.family.length)
        await reseal(db, table, { id, old, person: sealPerson(seal, { ...known, family }) });
    }
}
