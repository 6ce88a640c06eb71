import type {
  Adapter,
  AppointmentRef,
  BookOutcome,
  BookRequest,
  CancelOutcome,
  Failure,
} from '../../port.js';
import { reasonOf } from '../remote.js';
import { bookedAppointment, cancelled, confirmationOf, hasPassed, isOver, stands } from './appointment.js';
import { byReference } from './names.js';
import { ourBookings } from './ours.js';
import { type AppointmentResource, type SlotResource, slotResource } from './resources.js';
import type { Answer, FhirServer, Resource } from './server.js';
import type { FhirSettings } from './settings.js';
import { isFree, isWithdrawn, marked, openSlots, placeOf } from './slots.js';
import { searchSlots, slotsOf, takeOne } from './take.js';

const MOST_TRIES = 5;

/**
 * Booking on a FHIR server that has nothing for it but versions: a Slot is kept or taken by an update with `If-Match`,
 * which one of many wins, and the Appointment is created with `If-None-Exist`, which makes it once. `transactions`:
 * the server does both or neither. Where it does not, the Slot comes first: a crash between the two loses a place
 * until it is cancelled, and never gives one twice.
 */
export function restAdapter(server: FhirServer, settings: FhirSettings, transactions: boolean): Adapter {
  const ours = ourBookings(server, settings);

  /** All of the writes or none, as far as the server can; the first that fails ends it. */
  async function write(
    updates: readonly (SlotResource | (AppointmentResource & { meta: { versionId: string } }))[],
    created: { resource: Resource; reference: string } | null,
  ): Promise<Answer<unknown>> {
    if (transactions && updates.length + (created ? 1 : 0) > 1) {
      const puts = updates.map((resource) => ({
        resource,
        request: {
          method: 'PUT',
          url: `${resource.resourceType}/${resource.id}`,
          ifMatch: `W/"${resource.meta.versionId}"`,
        },
      }));
      const posts = (created ? [created] : []).map(({ resource, reference }) => ({
        resource,
        request: {
          method: 'POST',
          url: resource.resourceType,
          ifNoneExist: new URLSearchParams(byReference(reference)).toString(),
        },
      }));
      return server.transaction([...puts, ...posts]);
    }
    let answer: Answer<unknown> = { outcome: 'ok', value: null };
    for (const resource of updates) {
      answer = await server.update(resource);
      if (answer.outcome !== 'ok') return answer;
    }
    return created ? server.create(created.resource, byReference(created.reference)) : answer;
  }

  async function book(request: BookRequest): Promise<BookOutcome> {
    const { reference, slot, green, hold, now } = request;
    const known = await ours.bookedBefore(request);
    if (known !== null) return known;
    const taking = await takeOne(
      () => slotsOf(server, settings, slot.ref, green),
      [reference, ...(hold ? [hold.reference] : [])],
      now,
      (free) =>
        write([marked(free, { holder: reference, until: null })], {
          resource: bookedAppointment(request, free.id),
          reference,
        }),
    );
    if (taking.outcome === 'refused' || taking.outcome === 'unreachable') {
      // The Slot may have been taken before the Appointment was turned away.
      if ((await freeSlots(request)) !== null) return { outcome: 'unknown' };
      if (taking.outcome === 'unreachable') return taking;
      return { outcome: 'declined', reason: reasonOf(taking.issues.map(({ text }) => text).join('；')) };
    }
    if (taking.outcome !== 'ok') return taking;
    const after = await ours.all(reference);
    const made = after.outcome === 'ok' ? after.value.find(stands) : undefined;
    return made
      ? { outcome: 'booked', ...confirmationOf(made, slot, settings.numbers) }
      : { outcome: 'unknown' };
  }

  /** Frees what has our reference. Null when nothing of it is left. */
  async function freeSlots({ reference }: { reference: string }): Promise<Failure | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const found = await server.search('Slot', byReference(reference), slotResource);
      if (found.outcome === 'unreachable') return found;
      const held = found.outcome === 'ok' ? found.value.filter((slot) => !isWithdrawn(slot)) : [];
      if (held.length === 0) return null;
      const answer = await write(
        held.map((slot) => marked(slot, null)),
        null,
      );
      if (answer.outcome === 'unknown' || answer.outcome === 'unreachable') return answer;
    }
    return { outcome: 'unknown' };
  }

  async function cancel(request: AppointmentRef): Promise<CancelOutcome> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const found = await ours.all(request.reference);
      if (found.outcome === 'unreachable') return found;
      const live = found.outcome === 'ok' ? found.value.filter((appointment) => !isOver(appointment)) : [];
      if (live.some(hasPassed)) return { outcome: 'too-late' };
      const changes = live.flatMap((appointment) => {
        const versionId = appointment.meta?.versionId;
        return versionId === undefined
          ? []
          : [{ ...cancelled(appointment), meta: { ...appointment.meta, versionId } }];
      });
      if (changes.length < live.length) return { outcome: 'unreachable' };
      const answer = await write(changes, null);
      if (answer.outcome === 'refused') return { outcome: 'too-late' };
      if (answer.outcome === 'unknown' || answer.outcome === 'unreachable') return answer;
      if (answer.outcome === 'ok') return (await freeSlots(request)) ?? { outcome: 'cancelled' };
    }
    return { outcome: 'unknown' };
  }

  return {
    async slots({ departments, green, from, to, limit, now }) {
      const departmentIds = departments.map(({ id }) => id);
      const found = await searchSlots(server, settings, { departmentIds, green, from, to });
      if (found.outcome !== 'ok') return { outcome: 'unreachable' };
      const free = found.value.filter(({ slot }) => isFree(slot, now)).map(({ place }) => place);
      return { outcome: 'found', slots: openSlots(free, limit) };
    },

    async slot({ ref, now }) {
      const found = await slotsOf(server, settings, ref, true);
      const place = placeOf(ref);
      if (found.outcome !== 'ok' || place === null)
        return { outcome: found.outcome === 'unreachable' ? 'unreachable' : 'absent' };
      const remaining = found.value.filter((slot) => isFree(slot, now)).length;
      return {
        outcome: 'found',
        slot: { ref, ...place, remaining },
        withdrawn: found.value.every(isWithdrawn),
      };
    },

    async hold({ slot, reference, green, until, now }) {
      const taking = await takeOne(
        () => slotsOf(server, settings, slot.ref, green),
        [reference],
        now,
        (free) => server.update(marked(free, { holder: reference, until })),
      );
      if (taking.outcome === 'ok') return { outcome: 'held', until, externalRef: null };
      return taking.outcome === 'refused' ? { outcome: 'unreachable' } : taking;
    },

    async release(request) {
      return (await freeSlots(request)) ?? { outcome: 'released' };
    },

    book,
    cancel,

    lookup: ours.lookup,
  };
}
