/** One message to one telephone. `id` is the outbox's name for it, the same for every attempt. */
export interface OutgoingMessage {
  id: string;
  to: string;
  text: string;
}

/** `failed`: surely not sent; `final` when another try would fail too. `unknown`: it may have left. */
export type SendOutcome =
  | { outcome: 'sent' }
  | { outcome: 'failed'; final: boolean; reason: string }
  | { outcome: 'unknown' };

/** A way for messages to leave. */
export interface Sender {
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /**
   * Whether this message has left before, as far as the other side can say: asked before a second attempt. Null: it
   * cannot say, and the message is sent again.
   */
  hasLeft(message: OutgoingMessage, since: Date): Promise<boolean | null>;
}

/** A telephone number as it may stand in a log: 138****5678. */
export const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
