/** Instants are text of one form, `2026-11-25T08:30:00+08:00`, so that they sort; `*_key` are keyed hashes. */

export interface ProviderTable {
  id: string;
  name: string;
  region_name: string;
  adcode: string;
  address: string;
  phone: string;
  adapter: string;
  sample: number;
  /** JSON. */
  rules: string;
  /** JSON: what the adapter needs. */
  settings: string;
}

export interface DepartmentTable {
  id: string;
  provider_id: string;
  name: string;
  /** JSON list of service ids. */
  services: string;
}

/** A stretch of a session (一次出诊) that a provider of our own can be booked for; its places are rows. */
interface SlotTable {
  id: string;
  provider_id: string;
  department_id: string;
  session: string;
  starts_at: string;
  ends_at: string;
  /** When the session was withdrawn (停诊); null while it stands. */
  withdrawn_at: string | null;
}

/**
 * One person's place in a slot. It is free when nobody has it or when the hold on it has ended: a row has one
 * holder, and a holder one row, so that nothing can be given twice, and nothing has to run for a hold to end.
 */
interface PlaceTable {
  slot_id: string;
  /** Place in the queue, from 1. */
  n: number;
  /** 1: kept for the green channel. */
  green: number;
  /** 1 once its session was withdrawn. */
  closed: number;
  holder: string | null;
  /** Null while the holder is an appointment. */
  held_until: string | null;
}

export interface HoldTable {
  id: string;
  provider_id: string;
  department_id: string;
  slot_id: string;
  starts_at: string;
  ends_at: string;
  green: number;
  until: string;
  external_ref: string | null;
  status: 'held' | 'used' | 'released' | 'over';
}

export interface AppointmentTable {
  id: string;
  code: string;
  status: string;
  /** 1 while it takes a place and the person's time. */
  live: number;
  cancel_reason: string | null;
  service_id: string;
  provider_id: string;
  department_id: string;
  slot_id: string;
  starts_at: string;
  ends_at: string;
  green: number;
  patient_key: string | null;
  id_key: string | null;
  phone_key: string | null;
  booker_key: string | null;
  /** Sealed JSON: who it is for, who booked, needs, note; null once the person is forgotten. */
  person: string | null;
  /** Our name for it at the provider: its id, and after a revival a dot and a new name. */
  reference: string;
  external_ref: string | null;
  number: string | null;
  fetch_by: string | null;
  fetch_place: string | null;
  created_at: string;
  undo_until: string | null;
  undo_what: string | null;
  answer_due: string | null;
  replaces: string | null;
  /** What the provider still has to be asked: `book`, `cancel` or nothing. */
  awaits: string | null;
  look_at: string | null;
  looks: number;
}

/** An answered request, by the hash of its idempotency key. */
interface RequestTable {
  key: string;
  body: string;
  /** JSON, no personal data. */
  answer: string;
  created_at: string;
}

export interface OutboxTable {
  /** Names what is told to whom: the same thing is told once. */
  id: string;
  subject: string;
  subject_id: string;
  kind: string;
  told: string;
  status: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed';
  due_at: string;
  attempts: number;
  claimed_until: string | null;
  created_at: string;
  sent_at: string | null;
}

export interface WaitingTable {
  id: string;
  status: string;
  service_id: string;
  provider_id: string;
  department_id: string;
  from_at: string;
  to_at: string;
  phone_key: string | null;
  booker_key: string | null;
  person: string | null;
  hold_id: string | null;
  offered_until: string | null;
  /** The appointment that was withdrawn, or that came of the offer. */
  appointment_id: string | null;
  created_at: string;
}

export interface TaskTable {
  id: string;
  kind: string;
  status: 'open' | 'done';
  subject_id: string | null;
  phone_key: string | null;
  /** Sealed JSON. */
  payload: string | null;
  created_at: string;
  due_at: string;
  /** How often it was handed on because nobody did it in time. */
  escalated: number;
  done_at: string | null;
  result: string | null;
}

interface DraftTable {
  phone_key: string;
  draft: string;
  until: string;
}

interface TryTable {
  key: string;
  count: number;
  until: string;
}

export interface AppointmentsSchema {
  providers: ProviderTable;
  departments: DepartmentTable;
  slots: SlotTable;
  places: PlaceTable;
  holds: HoldTable;
  appointments: AppointmentTable;
  requests: RequestTable;
  outbox: OutboxTable;
  waiting: WaitingTable;
  tasks: TaskTable;
  drafts: DraftTable;
  tries: TryTable;
}
