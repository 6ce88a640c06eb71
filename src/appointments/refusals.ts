import type { Instant, Slot, Status } from './types.js';

/**
 * Why something was not done. Nothing was changed, and nothing is revealed that the asker did not know: a wrong
 * telephone number and an unknown code are both `not-found`.
 */
export type Refusal =
  | { code: 'invalid-name' | 'invalid-phone' | 'invalid-id' | 'invalid-birth-date' }
  | { code: 'invalid-booker'; field: 'name' | 'phone' | 'relation' }
  | { code: 'id-required' }
  | { code: 'unknown-service' | 'unknown-provider' | 'unknown-department' | 'unknown-slot' }
  /** The department does not give this service. */
  | { code: 'service-not-offered' }
  | { code: 'too-young'; leastAge: number }
  | { code: 'past' }
  /** Between the last moment to book and the start. */
  | { code: 'too-late-to-book'; until: Instant }
  | { code: 'too-far-ahead'; lastDay: string }
  | { code: 'slot-taken' | 'hold-expired' | 'session-withdrawn'; alternatives: readonly Slot[] }
  | { code: 'unknown-hold' }
  | { code: 'patient-busy' }
  | { code: 'too-many'; limit: number }
  | { code: 'blocked-no-show'; until: Instant }
  | { code: 'too-late-to-cancel'; until: Instant; providerPhone: string }
  /** It is over, or cancelled already, or its outcome is still awaited. */
  | { code: 'not-changeable'; status: Status }
  | { code: 'undo-over' }
  | { code: 'not-found' }
  /** Too many wrong codes for this telephone number. */
  | { code: 'too-many-tries'; until: Instant }
  /** So many of the family are told of it already. */
  | { code: 'too-many-told'; limit: number }
  | { code: 'offer-over' }
  /** A worker's time that is not within what was asked for. */
  | { code: 'outside-wish' }
  /** The same idempotency key with another request. */
  | { code: 'key-reused' }
  | { code: 'provider-unreachable'; providerPhone: string }
  /** The provider said no, in its own words. */
  | { code: 'provider-declined'; reason: string; providerPhone: string };

export type RefusalCode = Refusal['code'];

export interface Refused {
  outcome: 'refused';
  refusal: Refusal;
}

export const refuse = (refusal: Refusal): Refused => ({ outcome: 'refused', refusal });
