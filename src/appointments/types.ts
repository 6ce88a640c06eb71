import type { PolicyStatus } from '../knowledge/types.js';

/** An instant of the service's zone to the second, `2026-11-25T08:30:00+08:00`: instants sort as text. */
export type Instant = string;

export const SERVICE_IDS = [
  'green-channel',
  'family-doctor',
  'home-visit',
  'health-check',
  'tcm-health',
  'ability-assessment',
  'mental-screening',
  'referral',
  'respite-care',
  'palliative-consult',
  'escort',
] as const;
export type ServiceId = (typeof SERVICE_IDS)[number];

/**
 * What a place's policy says of a service. `entitlement`: it is given; `duty`: institutions are to offer it, without a
 * single person's claim being stated; `target`: a share to be reached by a year; `encouragement`: 鼓励, 支持, 引导, 可以,
 * which nobody can claim.
 */
export interface Grant {
  region: { name: string; adcode: string };
  documentId: string;
  /** Path of the clause, `三、（二）`, and its id in the document. */
  clause: string;
  clauseId: string;
  /** Word for word from the clause. */
  quote: string;
  /** Who may have it, in plain words, as far as the clause says. */
  who: string;
  force: 'entitlement' | 'duty' | 'target' | 'encouragement';
  status: PolicyStatus;
}

/** Something that can be booked. */
export interface Service {
  id: ServiceId;
  /** 绿色通道挂号 */
  name: string;
  /** One sentence in plain words. */
  about: string;
  /** What people call it. */
  aliases: readonly string[];
  /** Whether a department must be chosen for the complaint; false where the service has its own. */
  byDepartment: boolean;
  /** 周岁 from which it is given; null: no such limit, or the provider's rules set it. */
  leastAge: number | null;
}

/** A service as a place has it. */
export interface ServiceHere extends Service {
  /** Policies that reach the place, the nearest first; empty: none that is held grants it there. */
  grants: readonly Grant[];
  /** What to say where no policy grants it; null where one does. */
  note: string | null;
  /** Whether anybody in the place can be booked for it. */
  bookable: boolean;
}

/** A provider's own rules, all of them its configuration. */
export interface ProviderRules {
  /** Days ahead that can be booked; 7: today and the seven days after. */
  daysAhead: number;
  /** Minutes before its start until which a slot can be booked. */
  bookUntilMinutes: number;
  /** Minutes before the start until which an appointment can be cancelled. */
  cancelUntilMinutes: number;
  /** Live appointments that one person may have here at once. */
  mostAtOnce: number;
  /** `limit` missed appointments within `withinDays` cost `blockDays` without booking; null: they cost nothing. */
  noShows: { limit: number; withinDays: number; blockDays: number } | null;
  /** Minutes before the start by which the number must be taken at the counter (取号); null: not needed. */
  fetchMinutes: number | null;
  /** Share of each slot, 0 to 1, that only the green channel is given. */
  greenShare: number;
  /** 周岁 from which one may use the green channel. */
  greenAge: number;
  /** Whether the ID number is needed to book. */
  needsId: boolean;
}

export type AdapterKind = 'local' | 'fhir' | 'his' | 'desk';

export interface Provider {
  id: string;
  /** As it is shown; that of sample data says 样例. */
  name: string;
  region: { name: string; adcode: string };
  address: string;
  /** To ring when all else fails. */
  phone: string;
  adapter: AdapterKind;
  sample: boolean;
  rules: ProviderRules;
}

export interface Department {
  id: string;
  providerId: string;
  /** 老年医学科 */
  name: string;
  services: readonly ServiceId[];
}

/** A stretch of time in a department that one or more people can be booked for. */
export interface Slot {
  /** `providerId:ref`, where `ref` is the provider's own name for it. */
  id: string;
  providerId: string;
  departmentId: string;
  start: Instant;
  end: Instant;
  /** How many can still be booked; null where only the provider knows, by telephone. */
  remaining: number | null;
}

/** A place kept for somebody while they make up their mind. */
export interface Hold {
  id: string;
  slot: Slot;
  until: Instant;
}

/** `phone`: a mobile or a landline with its area code. `birthDate`: `YYYY-MM-DD`. */
export interface Patient {
  name: string;
  phone: string;
  idNumber?: string | undefined;
  birthDate?: string | undefined;
}

/** Who books for somebody else. `relation`: 女儿, 社区工作人员. */
export interface Booker {
  name: string;
  phone: string;
  relation: string;
}

/** Somebody of the family who is told of an appointment and may not change it. `relation`: 儿子. */
export interface FamilyMember {
  relation: string;
  phone: string;
}

/** Whom a message about an appointment goes to; of the family, by its place among those told. */
export type Told = 'patient' | 'booker' | `family-${number}`;

export const STATUSES = ['pending', 'booked', 'unconfirmed', 'cancelled', 'fulfilled', 'noshow'] as const;
/**
 * `pending`: a community worker is arranging it; `unconfirmed`: the provider's answer is not known yet; both are
 * settled later, and the person is told.
 */
export type Status = (typeof STATUSES)[number];

/** Why an appointment was cancelled. `withdrawn`: 停诊; `declined`: the provider could not give it. */
export type CancelReason = 'person' | 'undone' | 'rescheduled' | 'withdrawn' | 'declined' | 'forgotten';

export interface Appointment {
  /** Unguessable; whoever has it may change the appointment. */
  id: string;
  /** Six digits to say and write down; good only together with the telephone number. */
  code: string;
  status: Status;
  cancelReason: CancelReason | null;
  service: { id: ServiceId; name: string };
  provider: Pick<Provider, 'id' | 'name' | 'address' | 'phone' | 'sample'>;
  department: Pick<Department, 'id' | 'name'>;
  slotId: string;
  start: Instant;
  end: Instant;
  /** The place in the queue, where the provider gives one. */
  number: string | null;
  /** When and where the number must be taken (取号). */
  fetch: { by: Instant | null; place: string | null };
  patient: Patient;
  bookedBy: Booker | null;
  /** Who is told of it besides. */
  family: readonly FamilyMember[];
  needs: readonly string[];
  note: string | null;
  /** Until when it can be cancelled by the provider's rules. */
  cancelUntil: Instant;
  /** Until when the last change can be undone; null once something final has happened. */
  undoUntil: Instant | null;
  /** When an answer is due that is not known yet; null when nothing is awaited. */
  answerDue: Instant | null;
  /** The id of the appointment that this one took the place of. */
  replaces: string | null;
}

export interface WaitingEntry {
  id: string;
  status: 'waiting' | 'offered' | 'booked' | 'left' | 'over';
  serviceId: ServiceId;
  providerId: string;
  departmentId: string;
  from: Instant;
  to: Instant;
  /** The place that is kept for the person; null unless `offered`. */
  offer: Hold | null;
}
