import { z } from 'zod';
import type { Failure } from '../../port.js';
import type { Instant } from '../../types.js';
import { neverSent, type Secrets, secretOf, turnedAway } from '../remote.js';
import type { HisSettings } from './settings.js';
import { type Fields, signatureOf } from './sign.js';
import { type Verdict, verdictOf } from './verdicts.js';

const MOST_BYTES = 1024 * 1024;

const envelope = z.object({
  code: z.union([z.string(), z.int()]).transform(String),
  message: z.string().nullish(),
  data: z.unknown(),
});

/** `said`: the platform answered, and `verdict` is what its code and words mean. */
export type Answer = { outcome: 'said'; verdict: Verdict; message: string; data: unknown } | Failure;

export interface Platform {
  readonly settings: HisSettings;
  /** One signed request. `repeatable`: whether doing it twice is as good as once, so that a failure is tried again. */
  post(path: string, fields: Fields, now: Instant, repeatable: boolean): Promise<Answer>;
}

export function openPlatform(settings: HisSettings, secrets: Secrets): Platform {
  const key = secretOf(secrets, settings.secret);

  async function send(path: string, fields: Fields, now: Instant): Promise<Answer> {
    const all = { hoscode: settings.hoscode, ...fields, timestamp: Date.parse(now) };
    const body = JSON.stringify({ ...all, sign: signatureOf(all, key, settings.sign) });
    try {
      const response = await fetch(`${settings.url}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(settings.timeoutMs),
      });
      const { status } = response;
      if (turnedAway(status) || (status >= 400 && status < 500 && status !== 408 && status !== 409))
        return { outcome: 'unreachable' };
      if (!response.ok) return { outcome: 'unknown' };
      return said(JSON.parse(await textOf(response)));
    } catch (error) {
      return { outcome: neverSent(error) ? 'unreachable' : 'unknown' };
    }
  }

  function said(answer: unknown): Answer {
    const parsed = envelope.safeParse(answer);
    if (!parsed.success) return { outcome: 'unknown' };
    const { code, data } = parsed.data;
    const message = parsed.data.message ?? '';
    return { outcome: 'said', verdict: verdictOf({ code, message }, settings.codes), message, data };
  }

  return {
    settings,
    async post(path, fields, now, repeatable) {
      const first = await send(path, fields, now);
      const failed = first.outcome !== 'said' || first.verdict === 'busy';
      return repeatable && failed ? send(path, fields, now) : first;
    },
  };
}

/** The body as text, of no more than 1 MiB. Throws beyond. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
