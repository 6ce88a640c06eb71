import type {
  Adapter,
  AppointmentRef,
  BookOutcome,
  BookRequest,
  CancelOutcome,
  OpenSlot,
} from '../../port.js';
import { reasonOf } from '../remote.js';
import {
  cancelled,
  commentOf,
  confirmationOf,
  hasPassed,
  isOver,
  ourIdentifier,
  patientResource,
  stands,
} from './appointment.js';
import { ourBookings } from './ours.js';
import { findProposals, proposalsOf } from './proposals.js';
import { type AppointmentResource, appointmentResource, bundle, type Issue, issuesIn } from './resources.js';
import type { FhirServer } from './server.js';
import type { FhirSettings } from './settings.js';
import { openSlots, placeOf } from './slots.js';

/** What an operation answered: the Appointment, or why there is none. */
interface Said {
  appointment: AppointmentResource | null;
  issues: readonly Issue[];
}

type Asked = ({ outcome: 'said' } & Said) | { outcome: 'unreachable' } | { outcome: 'unknown' };

/**
 * Booking by IHE ITI.Scheduling: `$find` (ITI-115), `$hold` (ITI-116), `$book` (ITI-117). The server keeps a hold as
 * long as it says to itself; the profile has no word for until when. Our reference is an identifier of the Appointment
 * that `$book` is given; a `$hold` has none, so that one whose answer was lost runs out by itself.
 */
export function operationsAdapter(server: FhirServer, settings: FhirSettings): Adapter {
  async function ask(name: '$hold' | '$book', parameter: readonly unknown[]): Promise<Asked> {
    const answer = await server.operation(name, parameter);
    switch (answer.outcome) {
      case 'ok':
        return { outcome: 'said', ...saidIn(answer.value) };
      case 'absent':
      case 'conflict':
        return { outcome: 'said', appointment: null, issues: [{ code: 'not-found', text: '' }] };
      case 'refused':
        return { outcome: 'said', appointment: null, issues: answer.issues };
      default:
        return answer;
    }
  }

  const ours = ourBookings(server, settings);

  async function book(request: BookRequest): Promise<BookOutcome> {
    const { slot, green, hold } = request;
    const known = await ours.bookedBefore(request);
    if (known !== null) return known;
    if (hold !== null && hold.externalRef !== null) {
      const held = await server.get(
        `Appointment/${encodeURIComponent(hold.externalRef)}`,
        appointmentResource,
      );
      if (held.outcome === 'unreachable') return held;
      const outcome = held.outcome === 'ok' ? await bookOne(request, held.value) : null;
      if (outcome !== null && outcome.outcome !== 'taken') return outcome;
    }
    const free = await proposalsOf(server, settings, slot.ref, green);
    if (free.outcome === 'unreachable') return free;
    for (const proposal of free.outcome === 'ok' ? free.value : []) {
      const outcome = await bookOne(request, proposal);
      if (outcome.outcome !== 'taken') return outcome;
    }
    return { outcome: 'taken' };
  }

  async function bookOne(request: BookRequest, proposal: AppointmentResource): Promise<BookOutcome> {
    const comment = commentOf(request);
    const identifier = [...(proposal.identifier ?? []), ourIdentifier(request.reference)];
    const asked = await ask('$book', [
      { name: 'appointment-resource', resource: { ...proposal, identifier, status: 'pending' } },
      { name: 'patient-resource', resource: patientResource(request) },
      ...(comment === undefined ? [] : [{ name: 'comment', valueString: comment }]),
    ]);
    if (asked.outcome !== 'said') return asked;
    const { appointment, issues } = asked;
    if (appointment !== null && stands(appointment))
      return { outcome: 'booked', ...confirmationOf(appointment, request.slot, settings.numbers) };
    if (appointment !== null && !isOver(appointment)) return { outcome: 'unknown' };
    if (appointment === null && issues.length === 0) return { outcome: 'unknown' };
    return refusalOf(issues);
  }

  /** Of a booking or a hold; what is not there is cancelled. */
  async function giveBack(appointment: AppointmentResource): Promise<CancelOutcome> {
    const asked = await ask('$book', [{ name: 'appointment-resource', resource: cancelled(appointment) }]);
    if (asked.outcome !== 'said') return asked;
    if (asked.appointment !== null) return { outcome: isOver(asked.appointment) ? 'cancelled' : 'unknown' };
    if (asked.issues.length === 0) return { outcome: 'unknown' };
    return { outcome: isGone(asked.issues) ? 'cancelled' : 'too-late' };
  }

  async function cancel({ reference }: AppointmentRef): Promise<CancelOutcome> {
    const found = await ours.all(reference);
    if (found.outcome === 'unreachable') return found;
    for (const appointment of found.outcome === 'ok' ? found.value : []) {
      if (isOver(appointment)) continue;
      const outcome: CancelOutcome = hasPassed(appointment)
        ? { outcome: 'too-late' }
        : await giveBack(appointment);
      if (outcome.outcome !== 'cancelled') return outcome;
    }
    return { outcome: 'cancelled' };
  }

  const asking = new Map<string, Promise<BookOutcome>>();

  /** `$book` has no If-None-Exist: whoever asks the same while it is being asked gets the same answer. */
  function bookOnce(request: BookRequest): Promise<BookOutcome> {
    const { reference } = request;
    const known = asking.get(reference);
    if (known) return known;
    const answer = book(request).finally(() => asking.delete(reference));
    asking.set(reference, answer);
    return answer;
  }

  return {
    async slots({ departments, green, from, to, limit }) {
      const departmentIds = departments.map(({ id }) => id);
      const found = await findProposals(server, settings, { departmentIds, green, from, to });
      if (found.outcome !== 'ok') return { outcome: 'unreachable' };
      const within = found.value.map(({ place }) => place).filter(({ start }) => start >= from && start < to);
      return { outcome: 'found', slots: openSlots(within, limit) };
    },

    async slot({ ref }) {
      const free = await proposalsOf(server, settings, ref, true);
      const place = placeOf(ref);
      if (free.outcome !== 'ok' || place === null)
        return { outcome: free.outcome === 'unreachable' ? 'unreachable' : 'absent' };
      // `$find` tells only what is free; what is not may be given or withdrawn.
      const slot: OpenSlot = { ref, ...place, remaining: free.value.length };
      return { outcome: 'found', slot, withdrawn: false };
    },

    async hold({ slot, green, until }) {
      const free = await proposalsOf(server, settings, slot.ref, green);
      if (free.outcome === 'unreachable') return free;
      for (const { id } of free.outcome === 'ok' ? free.value : []) {
        const reference = { reference: `Appointment/${id}` };
        const asked = await ask('$hold', [{ name: 'appointment-reference', valueReference: reference }]);
        if (asked.outcome !== 'said') return asked;
        if (asked.appointment?.status === 'pending')
          return { outcome: 'held', until, externalRef: asked.appointment.id };
        if (asked.appointment === null && asked.issues.length === 0) return { outcome: 'unknown' };
      }
      return { outcome: 'taken' };
    },

    async release({ externalRef }) {
      if (externalRef === null) return { outcome: 'released' };
      const held = await server.get(`Appointment/${encodeURIComponent(externalRef)}`, appointmentResource);
      if (held.outcome === 'unreachable') return held;
      if (held.outcome === 'absent' || held.value.status !== 'pending') return { outcome: 'released' };
      const given = await giveBack(held.value);
      return given.outcome === 'unreachable' || given.outcome === 'unknown' ? given : { outcome: 'released' };
    },

    book: bookOnce,
    cancel,

    lookup: ours.lookup,
  };
}

/** The Appointment in what an operation answered: in a Bundle, or by itself, as the profile's text has it too. */
function saidIn(answer: unknown): Said {
  const whole = bundle.safeParse(answer);
  const candidates = whole.success ? (whole.data.entry ?? []).map(({ resource }) => resource) : [answer];
  for (const candidate of candidates) {
    const parsed = appointmentResource.safeParse(candidate);
    if (parsed.success) return { appointment: parsed.data, issues: issuesIn(answer) };
  }
  return { appointment: null, issues: issuesIn(answer) };
}

const isGone = (issues: readonly Issue[]): boolean =>
  issues.some(({ code }) => code === 'not-found' || code === 'conflict' || code === 'deleted');

/** The profile says `not-found` of what is no longer available; anything else is the hospital's own no. */
function refusalOf(issues: readonly Issue[]): BookOutcome {
  if (issues.length === 0 || isGone(issues)) return { outcome: 'taken' };
  return { outcome: 'declined', reason: reasonOf(issues.map(({ text }) => text).join('；')) };
}
