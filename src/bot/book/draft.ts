import { randomUUID } from 'node:crypto';
import type {
  Appointment,
  Department,
  Hold,
  Instant,
  Provider,
  Service,
  Slot,
} from '../../appointments/types.js';
import type { Relation } from '../../language/lexicon.js';

/** Whom an appointment is for. `word`: as the speaker calls them, without 我 or 俺; 您本人 is `self`. */
export interface Who {
  relation: Relation;
  word: string;
}

/** Minutes of the day, half open: 上午 is 480 to 720. */
export interface Clock {
  from: number;
  to: number;
}

/** Days `YYYY-MM-DD`, half open, and the hours wanted on them; null: any. */
export interface Days {
  from: string;
  to: string;
  clock: Clock | null;
}

/** When somebody wants to come: on one of `days` (any where empty), never on one of `never`. */
export interface When {
  days: Days[];
  never: Days[];
  /** Hours wanted whatever the day. */
  clock: Clock | null;
  /** 越早越好: the first place there is. */
  soonest: boolean;
  /** What was said, to be told again. */
  said: string;
}

/** What the bot waits for. */
export type Question =
  | { about: 'place' | 'service' | 'who' | 'complaint' | 'name' | 'phone' | 'id' | 'confirm' | 'locate' }
  /** The last digits of the code of an appointment that only the number that calls was known of. */
  | { about: 'code' }
  /** Whether an appointment whose day will not do is moved, or given up. */
  | { about: 'change' }
  /** Which character one of the name is. */
  | { about: 'spelling'; char: string }
  /** `shown`: ids of what was offered, at most three. */
  | { about: 'provider' | 'department' | 'which'; shown: string[] }
  | { about: 'slot'; slots: Slot[] }
  /** The number of somebody of the family who is to be told as well. */
  | { about: 'family'; word: string }
  /** Two readings of a day: 八月十五 by the sun or the moon. */
  | { about: 'calendar'; solar: Days; lunar: Days; said: string }
  /** Whether a place is waited for, where all are taken; whether the one that came free is. */
  | { about: 'waiting' }
  | { about: 'offer'; entry: string }
  /** Whether what a dropped call left behind is gone on with. */
  | { about: 'resume' };

/** `tell`: one of the family is to be told of it too. */
export type Task = 'book' | 'cancel' | 'reschedule' | 'query' | 'undo' | 'tell';

/** What is being arranged, as far as it was said. Plain data: kept with the conversation. */
export interface Draft {
  /** Idempotency key of the one wish; a change after a refusal makes another of it by `attempt`. */
  key: string;
  attempt: number;
  task: Task;
  /** Adcode of where the person is. */
  place: string | null;
  service: Pick<Service, 'id' | 'name' | 'byDepartment'> | null;
  /** Whether it was told what the policy says of the service. */
  toldGrant: boolean;
  who: Who | null;
  complaint: string | null;
  /** The department asked for by name. */
  wanted: string | null;
  /** The hospital asked for by name, as long as it is not found. */
  named: string | null;
  provider: Pick<Provider, 'id' | 'name' | 'phone' | 'address'> | null;
  needsId: boolean;
  department: Pick<Department, 'id' | 'name'> | null;
  when: When | null;
  /** Slots that were offered and passed over. */
  passed: string[];
  slot: Slot | null;
  /** When, half open, all places are taken; `waits`: the person waits for one of them. */
  full: { from: Instant; to: Instant } | null;
  waits: boolean;
  hold: Hold | null;
  name: string | null;
  /** The name whose odd characters were said to be right. */
  spelled: string | null;
  phone: string | null;
  /** Digits of a number that is not whole yet. */
  digits: string;
  idNumber: string | null;
  /** Who books for somebody else, or is told beside the person; `relation` to the person. */
  booker: { name: string | null; phone: string | null; relation: string | null };
  needs: string[];
  /** Of the appointment that is changed, told or given up; the code as it was said. */
  code: string | null;
  appointment: Appointment | null;
  /** What was wished for somebody else, who is booked for next. */
  after: string | null;
  /** The question that waits, as it was put, and how often it was not understood. */
  waiting: { question: Question; text: string; speech: string; suggestions: string[] } | null;
  tries: number;
}

/** What the conversation keeps of booking. */
export interface Booking {
  draft: Draft | null;
  /**
   * Appointments made in this conversation, or whose code was said in it, the last one last: they may be told in full
   * and changed. What only the number that calls is known of is none of them, for such a number can be forged.
   */
  known: string[];
}

export const newBooking = (): Booking => ({ draft: null, known: [] });

export function newDraft(task: Task, place: string | null, key: string = randomUUID()): Draft {
  return {
    key,
    attempt: 0,
    task,
    place,
    service: null,
    toldGrant: false,
    who: null,
    complaint: null,
    wanted: null,
    named: null,
    provider: null,
    needsId: false,
    department: null,
    when: null,
    passed: [],
    slot: null,
    full: null,
    waits: false,
    hold: null,
    name: null,
    spelled: null,
    phone: null,
    digits: '',
    idNumber: null,
    booker: { name: null, phone: null, relation: null },
    needs: [],
    code: null,
    appointment: null,
    after: null,
    waiting: null,
    tries: 0,
  };
}

/** The draft for another service: whatever hung on the one before is open again. */
export const withService = (
  draft: Draft,
  { id, name, byDepartment }: NonNullable<Draft['service']>,
): Draft => ({
  ...draft,
  service: { id, name, byDepartment },
  toldGrant: false,
  provider: null,
  department: null,
  slot: null,
});
