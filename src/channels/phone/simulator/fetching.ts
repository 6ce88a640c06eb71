import type { CallParts } from './call-parts.js';
import { type Document, postWebhook } from './webhooks.js';

/** What came of a webhook: the document to run, from the fallback where the first failed, or none. */
export interface Fetched {
  document: Document | null;
  /** What was posted for it. */
  sent: Record<string, string>;
  /** Milliseconds that the document took. */
  ms: number;
  failures: { code: string; url: string; ms: number }[];
}

/** Posts to `address`; where that fails, to the fallback, as it is documented. */
export async function fetchDocument(
  parts: CallParts,
  callSid: string,
  address: string,
  params: Record<string, string>,
): Promise<Fetched> {
  const base = standing(parts, callSid);
  const sent = { ...base, ...params };
  const first = await postWebhook(parts, address, sent);
  if ('document' in first) return { document: first.document, sent, ms: first.ms, failures: [] };
  const failed = { code: first.failure.code, url: address, ms: first.failure.ms };
  if (parts.fallback === undefined) return { document: null, sent, ms: 0, failures: [failed] };
  const told = { ...base, ErrorCode: failed.code, ErrorUrl: address.split('#')[0] ?? '' };
  const second = await postWebhook(parts, parts.fallback, told);
  if ('document' in second)
    return { document: second.document, sent: told, ms: second.ms, failures: [failed] };
  const last = { code: second.failure.code, url: parts.fallback, ms: 0 };
  return { document: null, sent: told, ms: 0, failures: [failed, last] };
}

/** Tells the server that the call is over. */
export async function postEnd(parts: CallParts, callSid: string): Promise<void> {
  if (parts.status === undefined) return;
  await postWebhook(parts, parts.status, { ...standing(parts, callSid), CallStatus: 'completed' });
}

/** What is posted with every webhook. */
const standing = ({ from, to }: CallParts, callSid: string): Record<string, string> => ({
  AccountSid: `AC${'0'.repeat(32)}`,
  ApiVersion: '2010-04-01',
  CallSid: callSid,
  CallStatus: 'in-progress',
  Called: to,
  Caller: from,
  Direction: 'inbound',
  From: from,
  To: to,
});
