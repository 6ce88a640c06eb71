import type { Booker, Patient, ServiceId } from '../../../../src/appointments/types.js';
import type { Reply } from '../../../../src/bot/reply.js';

/** As `/api/places` gives it. `covered`: policies are held that reach it. */
export interface Place {
  adcode: string;
  name: string;
  covered: boolean;
}

/** One exchange. Without a reply it waits for one; without a text it is a reply that came by itself. */
export interface Turn {
  messageId: string;
  text?: string;
  /** Adcode of the place it was asked about. */
  region?: string;
  /** Milliseconds since 1970. */
  at: number;
  reply?: Reply;
  /** The server refused it; it can be sent again. */
  failed?: boolean;
  /** What the person said is wrong with the reply. */
  wrong?: string;
}

/** A question of the form with what was answered. */
export interface Told {
  /** The fact's name, as `POST /api/benefits/assess` has it. */
  fact: string;
  question: string;
  said: string;
  /** What is known by it; null: the question was passed over. */
  facts: Record<string, unknown> | null;
}

/** An appointment, as much of it as is needed to ask for it again. */
export interface Kept {
  id: string;
  code: string;
  phone: string;
}

/** A place in the waiting list, with what the server does not tell again. Times are instants. */
export interface Waiting {
  id: string;
  service: string;
  where: string;
  until: string;
  phone: string;
}

/** A booking that is being made; kept until it is made, so that a reload loses nothing. An ID number never is. */
export interface Wish {
  service?: { id: ServiceId; name: string; byDepartment?: boolean } | undefined;
  provider?: { id: string; name: string; phone: string; sample: boolean; needsId: boolean } | undefined;
  department?: { id: string; name: string } | undefined;
  slot?: { id: string; start: string; end: string } | undefined;
  /** Instead of a time that is free: any that comes free between these instants. */
  waits?: { from: string; to: string } | undefined;
  patient?: Patient | undefined;
  bookedBy?: Booker | undefined;
  needs?: readonly string[] | undefined;
  /** Made when it is confirmed first: the same wish sent again has no second effect. */
  key?: string | undefined;
  /** The appointment that is given up for this one. */
  moves?: Kept | undefined;
}

/** One old person, apart from all others: an own conversation on the server, own facts, own appointments. */
export interface Elder {
  id: string;
  /** As the user calls them: 自己, 我妈. */
  name: string;
  place: Place | null;
  sessionId: string | null;
  turns: Turn[];
  draft: string;
  /** What the form was told, in order. */
  told: Told[];
  appointments: Kept[];
  waits: Waiting[];
  wish: Wish;
}

export type Theme = 'auto' | 'light' | 'dark';

export interface Look {
  /** 长辈版. */
  elderly: boolean;
  /** Size of text, in CSS pixels. */
  size: number;
  theme: Theme;
  /** Speed of reading aloud, 1 being the voice's own. */
  rate: number;
}

/** All that a reload must not lose. */
export interface Saved {
  elders: [Elder, ...Elder[]];
  current: string;
  look: Look;
}
