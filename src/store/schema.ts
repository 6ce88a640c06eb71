import type { ColumnType, Generated } from 'kysely';
import type { AppointmentsSchema } from './appointments-schema.js';
import type { CallsSchema } from './calls.js';
import type { FeedbackTable } from './feedback.js';
import type { RegistrationsSchema } from './registrations.js';

/** One conversation. `state` is sealed (see `seal.ts`): people say who they are in it. */
export interface SessionTable {
  id: string;
  /** Rises with every turn; a turn that finds another version than it read is done again. */
  version: number;
  state: string;
  created_at: ColumnType<string, string, never>;
  updated_at: string;
}

/** One answered turn, kept so that the same message again gets the same reply. `reply` is sealed. */
interface TurnTable {
  seq: Generated<number>;
  session_id: string;
  message_id: string;
  reply: string;
  /** 0 until a channel has seen it leave; a WebSocket client that comes back is sent what is still 0. */
  delivered: number;
  created_at: string;
}

export interface Schema extends AppointmentsSchema, CallsSchema, RegistrationsSchema {
  sessions: SessionTable;
  turns: TurnTable;
  feedback: FeedbackTable;
}
