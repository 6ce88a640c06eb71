import type { Database } from '../store/database.js';
import type { Hasher, Seal } from '../store/seal.js';
import type { Catalogue } from './catalogue.js';
import type { Adapter } from './port.js';
import type { ServiceEntry } from './services.js';
import type { AdapterKind, Instant, ServiceId } from './types.js';

/**
 * Where an adapter does its work. `within`: in our own database, so that it takes part in the transaction that writes
 * the appointment. `remote`: elsewhere, so that the appointment is written first and settled by the answer.
 */
export type AdapterSeat = { within(db: Database): Adapter } | { remote: Adapter };

export type AdapterSeats = Partial<Record<AdapterKind, AdapterSeat>>;

/** What booking is made of. */
export interface Parts {
  db: Database;
  seal: Seal;
  hasher: Hasher;
  catalogue: Catalogue;
  services: ReadonlyMap<ServiceId, ServiceEntry>;
  adapters: AdapterSeats;
  now: () => Instant;
  /** A whole number from 0 to below its argument, unguessable. */
  random: (below: number) => number;
  /** Unguessable and never the same. */
  newId: () => string;
  pause: (ms: number) => Promise<void>;
}

/** How long a hold lasts, in minutes. */
export const HOLD_MINUTES = 5;
/** How long a change can be undone, in minutes. */
export const UNDO_MINUTES = 10;
