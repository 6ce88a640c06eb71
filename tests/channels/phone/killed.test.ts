import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/desk.js';
import { BASE, TOKEN } from '../../support/phone.js';
import { type Served, serveProgram } from '../../support/program.js';

const form = { CallSid: `CA${'7'.repeat(32)}`, From: '+8613800138000', To: '+8637166668888' };

async function post(
  server: Served,
  path: string,
  token: string,
  more: Record<string, string> = {},
): Promise<string> {
  const params = { ...form, ...more };
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      'x-twilio-signature': getExpectedTwilioSignature(TOKEN, BASE + path, params),
      'i-twilio-idempotency-token': token,
    },
    body: new URLSearchParams(params),
  });
  expect(response.status).toBe(200);
  return response.text();
}

/** A server that has just begun may need a moment: then it says so, and the telephone company comes back. */
async function patiently(
  server: Served,
  path: string,
  token: string,
  more: Record<string, string>,
): Promise<string> {
  let document = await post(server, path, token, more);
  for (let n = 0; document.includes('<Redirect'); n++) {
    const next = /<Redirect[^>]*>[^<]*(\/voice\/turn\/\d+)/u.exec(document)?.[1] ?? '';
    document = await post(server, next, `${token}${n}`);
  }
  return document;
}

const nextOf = (document: string): string => /\/voice\/turn\/\d+/u.exec(document)?.[0] ?? '';

it('goes on with a call when the server is killed in its middle, and answers a retry as before', async () => {
  const env = { YIWEN_DATA: temporaryFolder(), TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_BASE_URL: BASE };
  const first = await serveProgram(env);
  await post(first, '/voice/incoming', 'a');
  const question = { SpeechResult: '三无老人一个月能领多少' };
  const asked = await patiently(first, '/voice/turn/1', 'b', question);
  expect(asked).toMatch(/哪个市|哪个县/u);
  const retried = await post(first, '/voice/turn/1', 'b', question);
  await first.end('SIGKILL');

  const second = await serveProgram(env);
  try {
    expect(await post(second, '/voice/turn/1', 'b', question)).toBe(retried);
    const answered = await patiently(second, nextOf(asked), 'c', { SpeechResult: '鹤城区' });
    expect(answered).toContain('200元');
    expect(await post(second, nextOf(answered), 'd', { Digits: '1' })).toContain('200元');
  } finally {
    await second.end('SIGTERM');
  }
}, 120_000);
