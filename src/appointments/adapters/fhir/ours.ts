import type { AppointmentRef, BookOutcome, BookRequest, LookupOutcome } from '../../port.js';
import { lookupOutcome } from './appointment.js';
import { byReference } from './names.js';
import { type AppointmentResource, appointmentResource } from './resources.js';
import type { FhirServer, Reading } from './server.js';
import type { FhirSettings } from './settings.js';

type Asked = Pick<AppointmentRef, 'reference' | 'slot'>;

/** Our bookings on a server, by our reference: alike whichever way it is booked on. */
interface Ours {
  all(reference: string): Promise<Reading<readonly AppointmentResource[]>>;
  lookup(asked: Asked): Promise<LookupOutcome>;
  /** What a request to book comes to that was sent before; null where it is new. */
  bookedBefore(request: Pick<BookRequest, 'reference' | 'slot'>): Promise<BookOutcome | null>;
}

export function ourBookings(server: FhirServer, { numbers }: FhirSettings): Ours {
  const all = (reference: string): Promise<Reading<readonly AppointmentResource[]>> =>
    server.search('Appointment', byReference(reference), appointmentResource);

  async function lookup({ reference, slot }: Asked): Promise<LookupOutcome> {
    const found = await all(reference);
    if (found.outcome === 'unreachable') return found;
    return lookupOutcome(found.outcome === 'ok' ? found.value : [], slot, numbers);
  }

  return {
    all,
    lookup,
    async bookedBefore({ reference, slot }) {
      const found = await all(reference);
      if (found.outcome === 'unreachable') return found;
      if (found.outcome !== 'ok' || found.value.length === 0) return null;
      const known = lookupOutcome(found.value, slot, numbers);
      if (known.outcome === 'booked') return known;
      return { outcome: known.outcome === 'cancelled' ? 'taken' : 'unknown' };
    },
  };
}
