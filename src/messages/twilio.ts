import type { Sender, SendOutcome } from './sender.js';

interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** The number that messages come from, in E.164. */
  from: string;
}

/** The part of the SDK's client that is used. */
interface TwilioMessages {
  create(message: { to: string; from: string; body: string }): Promise<unknown>;
  list(filter: {
    to: string;
    dateSentAfter: Date;
    limit: number;
  }): Promise<{ body: string; status: string }[]>;
}

const TIMEOUT_MS = 20_000;
/** So many of the last messages to a number are looked through. */
const LOOKED_AT = 20;
const NEVER_SENT = new Set(['failed', 'canceled', 'undelivered']);

/** Imports the SDK, which takes its time: only where it is configured. */
export async function openTwilioSender({ accountSid, authToken, from }: TwilioAccount): Promise<Sender> {
  const { default: twilio } = await import('twilio');
  return createTwilioSender(twilio(accountSid, authToken, { timeout: TIMEOUT_MS }).messages, from);
}

/**
 * SMS through Twilio. Its API knows no idempotency key: before a second attempt the messages to that number are listed,
 * and one with the same words has left already (each names its appointment).
 */
export function createTwilioSender(messages: TwilioMessages, from: string): Sender {
  return {
    async send({ to, text }) {
      try {
        await messages.create({ to: international(to), from, body: text });
        return { outcome: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    async hasLeft({ to, text }, since) {
      try {
        const filter = { to: international(to), dateSentAfter: since, limit: LOOKED_AT };
        const sent = await messages.list(filter);
        return sent.some(({ body, status }) => body === text && !NEVER_SENT.has(status));
      } catch {
        return null;
      }
    },
  };
}

const international = (phone: string): string => `+86${phone.replace(/^0/, '')}`;

const TOO_MANY = 429;

/** What the API refused was not sent; what it did not answer for may have been. */
function failureOf(error: unknown): SendOutcome {
  if (!(error instanceof Error && 'status' in error && typeof error.status === 'number'))
    return { outcome: 'unknown' };
  const { status } = error;
  if (status >= 500) return { outcome: 'unknown' };
  return { outcome: 'failed', final: status !== TOO_MANY, reason: `HTTP ${status}` };
}
