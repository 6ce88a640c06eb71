import type { Refused } from './refusals.js';
import type {
  Appointment,
  Booker,
  Department,
  FamilyMember,
  Hold,
  Instant,
  Patient,
  Provider,
  ServiceHere,
  ServiceId,
  Slot,
  WaitingEntry,
} from './types.js';

interface ProvidersQuery {
  /** Six-digit adcode of where the person is; null: anywhere. */
  adcode: string | null;
  serviceId?: ServiceId | undefined;
}

export interface SlotsQuery {
  providerId: string;
  /** All of the provider's departments that fit where it is absent. */
  departmentId?: string | undefined;
  serviceId?: ServiceId | undefined;
  /** Inclusive; now where absent or past. */
  from?: Instant | undefined;
  /** Exclusive; as far ahead as the provider's rules go where absent or later. */
  to?: Instant | undefined;
  /** Whether the places kept for the green channel count; true for the service of that name. */
  greenChannel?: boolean | undefined;
  /** At most this many, the earliest; 200 where absent, at most 1000. */
  limit?: number | undefined;
}

export interface BookingRequest {
  serviceId: ServiceId;
  slotId: string;
  /** Of {@link Appointments.hold}; a hold that has run out is no fault while the slot has another place. */
  holdId?: string | undefined;
  patient: Patient;
  bookedBy?: Booker | undefined;
  needs?: readonly string[] | undefined;
  note?: string | undefined;
  /** Whether messages go to the one who books as well; true where absent. */
  tellBooker?: boolean | undefined;
}

export interface WaitingRequest extends Omit<BookingRequest, 'slotId' | 'holdId'> {
  providerId: string;
  departmentId: string;
  from: Instant;
  to: Instant;
}

export type Found<Name extends string, T> = { outcome: 'found' } & Record<Name, T>;
export type SlotsResult = Found<'slots', readonly Slot[]> | Refused;
export type HoldResult = { outcome: 'held'; hold: Hold } | Refused;
/** `status` tells what is known: `booked`, `pending` (a worker arranges it) or `unconfirmed` (no answer yet). */
export type BookingResult = { outcome: 'booked'; appointment: Appointment } | Refused;
export type FindResult = Found<'appointment', Appointment> | Refused;
/** The appointment as it is now; the same call again gives the same. */
export type CancelResult = { outcome: 'cancelled'; appointment: Appointment } | Refused;
/** `appointment` is the new one, with a code of its own; the old one is given up exactly when the new one stands. */
export type RescheduleResult = { outcome: 'rescheduled'; appointment: Appointment } | Refused;
export type UndoResult =
  /** `what` was undone; `appointment` as it is now: the cancelled one, or the one that stands again. */
  { outcome: 'undone'; what: 'booking' | 'cancelling' | 'rescheduling'; appointment: Appointment } | Refused;
/** The appointment with whom else it is told. */
export type TellResult = { outcome: 'told'; appointment: Appointment } | Refused;
export type WaitingResult = { outcome: 'waiting'; entry: WaitingEntry } | Refused;

/**
 * Booking, for every channel. Expected refusals are outcomes; only surprises throw. Every change is on the disk when
 * its promise resolves.
 */
export interface Appointments {
  /** Every service, with what the policies that reach the place say of it; of every place where it is null. */
  services(adcode: string | null): Promise<readonly ServiceHere[]>;
  /** Providers of the place: those in it, in what it lies in or in what lies in it; by name, samples last. */
  providers(query: ProvidersQuery): Promise<readonly Provider[]>;
  provider(id: string): Promise<Provider | null>;
  /** Empty for an unknown provider. */
  departments(providerId: string, serviceId?: ServiceId): Promise<readonly Department[]>;
  /** Free slots by start, within the provider's rules. */
  slots(query: SlotsQuery): Promise<SlotsResult>;

  /** Keeps a place for five minutes while the rest is asked. */
  hold(request: { slotId: string; serviceId: ServiceId }): Promise<HoldResult>;
  /** Gives a hold back; one that is unknown or over is no fault. */
  release(holdId: string): Promise<void>;
  /** What `book` would refuse for what is known so far, without changing anything; null: nothing. */
  check(request: Partial<BookingRequest>): Promise<Refused | null>;
  /** `key`: made by the caller for this one wish; the same again gets the same answer and no second effect. */
  book(request: BookingRequest, key: string): Promise<BookingResult>;

  /** For whoever knows both; wrong tries are counted by telephone number and by `address`, where there is one. */
  find(asked: { code: string; phone: string; address?: string | undefined }): Promise<FindResult>;
  /**
   * For a caller of whom only the number is known: the appointment, where these are the last three digits of its code.
   * Wrong ones are counted with the wrong codes of {@link find}.
   */
  prove(asked: { id: string; tail: string; phone: string }): Promise<FindResult>;
  /**
   * Appointments that are not over, by start, of the patient or booker with this number. Only for a caller whose
   * number is proven (a call, a WeChat account), never for one that is typed in.
   */
  byPhone(phone: string): Promise<readonly Appointment[]>;
  /** By its unguessable id; null where there is none. `phone`, where given, must be the patient's or booker's. */
  byId(id: string, phone?: string): Promise<Appointment | null>;

  cancel(id: string): Promise<CancelResult>;
  reschedule(
    id: string,
    to: { slotId: string; holdId?: string | undefined },
    key: string,
  ): Promise<RescheduleResult>;
  /** Takes back the last change of the appointment within ten minutes. */
  undo(id: string): Promise<UndoResult>;

  /**
   * Tells one telephone more of it from now on, of a member of the family; a number that is told already is told
   * nothing twice. Three at most, besides the patient and who booked.
   */
  tellAlso(id: string, member: FamilyMember): Promise<TellResult>;

  /** `key` as in {@link book}. */
  joinWaiting(request: WaitingRequest, key: string): Promise<WaitingResult>;
  waiting(id: string): Promise<WaitingEntry | null>;
  /** Places kept for the person with this (proven) number: from the waiting list, or after 停诊. */
  offers(phone: string): Promise<readonly WaitingEntry[]>;
  /** Books what was offered. */
  acceptOffer(entryId: string): Promise<BookingResult>;
  /** Leaves the list, giving back what was offered. */
  leaveWaiting(entryId: string): Promise<WaitingResult>;

  /** Keeps what a caller has said so far, for when the line drops: any text, sealed, for `minutes`. */
  saveDraft(phone: string, draft: string, minutes: number): Promise<void>;
  draft(phone: string): Promise<string | null>;
  dropDraft(phone: string): Promise<void>;
}

/** 轮椅, 陪诊, 听力不好 …: what the person may need on the day, as it is shown and told to the provider. */
export const NEEDS = [
  '轮椅',
  '担架',
  '陪诊',
  '听力不好',
  '视力不好',
  '说话不便',
  '方言翻译',
  '手语翻译',
] as const;
