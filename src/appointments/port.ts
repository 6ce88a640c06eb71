import type { Department, Instant, Patient, Provider, ServiceId } from './types.js';

/** A provider as its adapter sees it. `settings`: what the adapter needs to reach it; the adapter parses them. */
export interface ProviderRecord extends Provider {
  settings: Readonly<Record<string, unknown>>;
}

/** `ref`: the provider's own name for a slot, the part of `Slot.id` after the provider's id. */
export interface OpenSlot {
  ref: string;
  departmentId: string;
  start: Instant;
  end: Instant;
  /** Null where only the provider knows. */
  remaining: number | null;
}

/** `from` inclusive, `to` exclusive, on the start of a slot. */
export interface SlotSearch {
  provider: ProviderRecord;
  departments: readonly Department[];
  from: Instant;
  to: Instant;
  /** Whether places kept for the green channel count. */
  green: boolean;
  limit: number;
  now: Instant;
}

/** A slot by name, whether it is free or not. */
interface SlotLookup {
  provider: ProviderRecord;
  ref: string;
  now: Instant;
}

/**
 * `reference` is our own name for the hold or the appointment, unguessable and never used twice: the provider
 * keeps it, so that the same request again has no second effect, and so that {@link Adapter.lookup} finds it.
 */
export interface HoldRequest {
  provider: ProviderRecord;
  slot: OpenSlot;
  reference: string;
  green: boolean;
  until: Instant;
  now: Instant;
}

export interface BookRequest {
  provider: ProviderRecord;
  department: Department;
  slot: OpenSlot;
  reference: string;
  /** Of the hold that this appointment makes use of; the adapter takes any free place when that has run out. */
  hold: { reference: string; externalRef: string | null } | null;
  serviceId: ServiceId;
  green: boolean;
  patient: Patient;
  needs: readonly string[];
  note: string | null;
  now: Instant;
}

/** What the provider said of a booking. `externalRef`: its own name for it. */
export interface Confirmation {
  externalRef: string | null;
  /** Place in the queue, as the provider says it. */
  number: string | null;
  /** When and where the number must be taken; null: by the provider's rules. */
  fetchBy: Instant | null;
  fetchPlace: string | null;
  /** Set where the provider gave another time than the slot's own. */
  start?: Instant | undefined;
  end?: Instant | undefined;
}

/** The appointment that is cancelled or asked about. */
export interface AppointmentRef {
  provider: ProviderRecord;
  reference: string;
  externalRef: string | null;
  slot: OpenSlot;
  now: Instant;
}

/** `unreachable`: surely nothing was done. `unknown`: it may have been done; only `lookup` can tell. */
export type Failure = { outcome: 'unreachable' } | { outcome: 'unknown' };

type SlotsOutcome = { outcome: 'found'; slots: readonly OpenSlot[] } | { outcome: 'unreachable' };
type SlotOutcome =
  | { outcome: 'found'; slot: OpenSlot; withdrawn: boolean }
  | { outcome: 'absent' }
  | { outcome: 'unreachable' };
export type HoldOutcome =
  | { outcome: 'held'; until: Instant; externalRef: string | null }
  | { outcome: 'taken' }
  | { outcome: 'withdrawn' }
  | Failure;
export type BookOutcome =
  | ({ outcome: 'booked' } & Confirmation)
  /** Asked for; the answer comes through a community worker, at the latest by `answerDue`. */
  | { outcome: 'pending'; externalRef: string | null; answerDue: Instant }
  | { outcome: 'taken' }
  | { outcome: 'withdrawn' }
  /** The provider says no, in its own words. */
  | { outcome: 'declined'; reason: string }
  | Failure;
export type CancelOutcome =
  /** Also where it was cancelled before, or never came about. */
  { outcome: 'cancelled' } | { outcome: 'too-late' } | Failure;
export type LookupOutcome =
  | ({ outcome: 'booked' } & Confirmation)
  | { outcome: 'pending'; externalRef: string | null; answerDue: Instant }
  | { outcome: 'cancelled' }
  /** No such booking, and none will come of what was sent. */
  | { outcome: 'absent' }
  | { outcome: 'unreachable' };

/**
 * What every way of reaching a provider does. What can be expected is in the outcomes; only surprises throw, and a
 * throw of `book`, `hold` or `cancel` is taken for `unknown`. A remote adapter keeps its own time limit and
 * answers `unknown` when it is over.
 */
export interface Adapter {
  /** Slots with a place free, by start. */
  slots(search: SlotSearch): Promise<SlotsOutcome>;
  /** One slot, free or not; `remaining` may be null, for it is not counted. */
  slot(lookup: SlotLookup): Promise<SlotOutcome>;
  /** Keeps one place from everybody else until `until`, after which it is free again without any call. */
  hold(request: HoldRequest): Promise<HoldOutcome>;
  /** Gives a hold back before its end; one that has ended is left alone. */
  release(request: AppointmentRef): Promise<{ outcome: 'released' } | Failure>;
  book(request: BookRequest): Promise<BookOutcome>;
  cancel(request: AppointmentRef): Promise<CancelOutcome>;
  /** What became of a booking, by our reference; changes nothing. */
  lookup(request: AppointmentRef): Promise<LookupOutcome>;
}
