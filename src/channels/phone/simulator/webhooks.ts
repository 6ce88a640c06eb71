import { randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { type Element, readXml, XmlError } from './xml-reader.js';

/** What a server answered. `ms`: how long it took, in call time. Rejects where it could not be reached. */
export interface Answer {
  status: number;
  type: string;
  body: string;
  ms: number;
  /** Of a 3xx. */
  location?: string | undefined;
}

export interface Request {
  method: 'GET' | 'POST';
  url: string;
  params: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
}

export type Transport = (request: Request) => Promise<Answer>;

export interface Document {
  url: string;
  verbs: Element[];
  body: string;
}

/** Twilio's limit for one webhook, all retries together (error 11205). */
const LONGEST_MS = 15_000;

export interface Failure {
  code: '11200' | '11205' | '12100' | '12300';
  ms: number;
}

export type Fetched = { document: Document; ms: number } | { failure: Failure };

export interface WebhookParts {
  transport: Transport;
  token: string;
  /** Seen by the log: every try. */
  onTry?: (request: Request, answer: Answer | null) => void;
}

/** Posts a webhook as Twilio does: signed, with a token that its retries share, retried as the URL's fragment asks. */
export async function postWebhook(
  { transport, token, onTry }: WebhookParts,
  address: string,
  params: Readonly<Record<string, string>>,
): Promise<Fetched> {
  const [url = '', fragment = ''] = address.split('#');
  const override = new URLSearchParams(fragment);
  const tries = 1 + Math.min(5, Number(override.get('rc') ?? '1'));
  const policy = new Set((override.get('rp') ?? 'ct').split(','));
  const headers = { 'I-Twilio-Idempotency-Token': randomUUID() };
  let failure: Failure = { code: '11200', ms: 0 };
  for (let tried = 0; tried < tries; tried++) {
    const request: Request = {
      method: 'POST',
      url,
      params,
      headers: { ...headers, 'X-Twilio-Signature': getExpectedTwilioSignature(token, url, params) },
    };
    const answer = await transport(request).catch(() => null);
    onTry?.(request, answer);
    const ms = failure.ms + (answer?.ms ?? 0);
    if (ms > LONGEST_MS) return { failure: { code: '11205', ms: LONGEST_MS } };
    if (answer !== null && answer.status < 300) return read(url, answer, ms);
    if (answer !== null && answer.status < 400 && answer.location !== undefined)
      return redirected({ transport, token, ...(onTry ? { onTry } : {}) }, answer.location, url, params, ms);
    failure = { code: '11200', ms };
    if (!mayTryAgain(policy, answer)) break;
  }
  return { failure };
}

/** A 3xx is followed by a GET that carries no digits and no speech. */
async function redirected(
  { transport, token, onTry }: WebhookParts,
  location: string,
  from: string,
  params: Readonly<Record<string, string>>,
  before: number,
): Promise<Fetched> {
  const { Digits: _, SpeechResult: __, Confidence: ___, ...rest } = params;
  const target = new URL(location, from);
  for (const [name, value] of Object.entries(rest)) target.searchParams.set(name, value);
  const url = target.href;
  const headers = { 'X-Twilio-Signature': getExpectedTwilioSignature(token, url, {}) };
  const request: Request = { method: 'GET', url, params: {}, headers };
  const answer = await transport(request).catch(() => null);
  onTry?.(request, answer);
  if (answer === null || answer.status >= 300) return { failure: { code: '11200', ms: before } };
  return read(url, answer, before + answer.ms);
}

function mayTryAgain(policy: ReadonlySet<string>, answer: Answer | null): boolean {
  if (policy.has('all')) return true;
  if (answer === null) return policy.has('ct') || policy.has('rt');
  return policy.has(answer.status >= 500 ? '5xx' : '4xx');
}

function read(url: string, { type, body }: Answer, ms: number): Fetched {
  if (!/^(?:text|application)\/xml\b/u.test(type)) return { failure: { code: '12300', ms } };
  try {
    const root = readXml(body);
    if (root.name !== 'Response') return { failure: { code: '12100', ms } };
    return { document: { url, verbs: root.children, body }, ms };
  } catch (error) {
    if (error instanceof XmlError) return { failure: { code: '12100', ms } };
    throw error;
  }
}
