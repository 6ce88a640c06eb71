import type { FastifyInstance } from 'fastify';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignatures } from '../../../src/channels/phone/signature.js';
import { BASE, phoneServer, TOKEN } from '../../support/phone.js';
import { assertValidTwiml } from '../../support/twiml-schema.js';

let server: FastifyInstance;
beforeAll(async () => {
  server = await phoneServer();
}, 120_000);
afterAll(() => server?.close());

let calls = 0;
const newSid = (): string => `CA${String(++calls).padStart(32, '0')}`;

interface Post {
  params: Record<string, string>;
  token?: string;
  signature?: string;
  type?: string;
  payload?: string;
}

async function post(path: string, { params, token, signature, type, payload }: Post) {
  const response = await server.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': type ?? 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? getExpectedTwilioSignature(TOKEN, BASE + path, params),
      ...(token === undefined ? {} : { 'i-twilio-idempotency-token': token }),
    },
    payload: payload ?? new URLSearchParams(params).toString(),
  });
  if (response.statusCode === 200) assertValidTwiml(response.body);
  return response;
}

const form = (CallSid: string, more: Record<string, string> = {}): Record<string, string> => ({
  CallSid,
  From: '+8613800138000',
  To: '+8637166668888',
  CallStatus: 'in-progress',
  ...more,
});

it("agrees with Twilio's own vector", () => {
  const signatures = createSignatures('12345', 'https://mycompany.com');
  const params = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  const path = '/myapp.php?foo=1&bar=2';
  expect(signatures.ofWebhook('RSOYDt4T1cUTdK1PDd93/VVr8B8=', path, params)).toBe(true);
  expect(signatures.ofWebhook('RSOYDt4T1cUTdK1PDd93/VVr8B9=', path, params)).toBe(false);
  expect(signatures.ofWebhook('RSOYDt4T1cUTdK1PDd93/VVr8B8=', '/myapp.php?foo=1&bar=3', params)).toBe(false);
  expect(signatures.ofWebhook('RSOYDt4T1cUTdK1PDd93/VVr8B8=', path, { ...params, Digits: '1235' })).toBe(
    false,
  );
});

describe('what is not signed is refused, and changes nothing', () => {
  const path = '/voice/turn/1';

  async function begun(): Promise<string> {
    const sid = newSid();
    expect((await post('/voice/incoming', { params: form(sid), token: 'a' })).statusCode).toBe(200);
    return sid;
  }

  it.each<[string, (sid: string) => Partial<Post>]>([
    ['wrong', () => ({ signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' })],
    ['missing', () => ({ signature: '' })],
    [
      'by another token',
      (sid) => ({ signature: getExpectedTwilioSignature('another', BASE + path, form(sid)) }),
    ],
    [
      'of another call',
      () => ({
        signature: getExpectedTwilioSignature(TOKEN, BASE + path, form(newSid(), { SpeechResult: '你好' })),
      }),
    ],
    [
      'of another turn',
      (sid) => ({
        signature: getExpectedTwilioSignature(
          TOKEN,
          `${BASE}/voice/turn/2`,
          form(sid, { SpeechResult: '你好' }),
        ),
      }),
    ],
    [
      'of the other scheme',
      (sid) => ({
        signature: getExpectedTwilioSignature(
          TOKEN,
          BASE.replace('https', 'http') + path,
          form(sid, { SpeechResult: '你好' }),
        ),
      }),
    ],
  ])('%s', async (_name, change) => {
    const sid = await begun();
    const params = form(sid, { SpeechResult: '你好' });
    const refused = await post(path, { params, token: 'b', ...change(sid) });
    expect(refused.statusCode).toBe(403);
    // The turn is still open: nothing was done.
    const taken = await post(path, { params, token: 'c' });
    expect(taken.body).toContain(`${BASE}/voice/turn/2`);
  });

  it('replayed: a turn that was answered, without the token of its retries', async () => {
    const sid = await begun();
    const params = form(sid, { SpeechResult: '三无老人一个月能领多少' });
    const first = await post(path, { params, token: 'b' });
    expect(first.statusCode).toBe(200);
    expect((await post(path, { params })).statusCode).toBe(403);
    expect((await post(path, { params, token: 'z' })).statusCode).toBe(403);
    const retried = await post(path, { params, token: 'b' });
    expect([retried.statusCode, retried.body]).toEqual([200, first.body]);
  });

  it.each(['/voice/relay', '/voice/relay/'])('an upgrade of %s that is not signed', async (url) => {
    await server.ready();
    await expect(server.injectWS(url, { headers: {} })).rejects.toThrow('403');
    const other = getExpectedTwilioSignature(TOKEN, `${BASE}/voice/incoming`, {});
    await expect(server.injectWS(url, { headers: { 'x-twilio-signature': other } })).rejects.toThrow('403');
  });

  it('accepts an upgrade that is signed over either scheme, with and without a slash', async () => {
    await server.ready();
    for (const base of [BASE, BASE.replace('https', 'wss')])
      for (const slash of ['', '/']) {
        const signature = getExpectedTwilioSignature(TOKEN, `${base}/voice/relay${slash}`, {});
        const socket = await server.injectWS('/voice/relay', {
          headers: { 'x-twilio-signature': signature },
        });
        socket.terminate();
      }
    const http = getExpectedTwilioSignature(TOKEN, `${BASE.replace('https', 'http')}/voice/relay`, {});
    await expect(
      server.injectWS('/voice/relay', { headers: { 'x-twilio-signature': http } }),
    ).rejects.toThrow('403');
  });
});

describe('webhooks as the network brings them', () => {
  it('answers a retry with the same document, also while the first is being answered, and acts once', async () => {
    const sid = newSid();
    await post('/voice/incoming', { params: form(sid), token: 'a' });
    const params = form(sid, { SpeechResult: '三无老人一个月能领多少', Confidence: '0.9' });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => post('/voice/turn/1', { params, token: 'b' })),
    );
    expect(new Set(all.map(({ body }) => body)).size).toBe(1);
    const next = await post('/voice/turn/2', { params: form(sid, { SpeechResult: '鹤城区' }), token: 'c' });
    expect(next.body).toContain('200元');
    const late = await post('/voice/turn/1', { params, token: 'b' });
    expect(late.body).toBe(all[0]?.body);
  });

  it('says the last words again for a turn that is not due, without effect', async () => {
    const sid = newSid();
    await post('/voice/incoming', { params: form(sid), token: 'a' });
    const early = await post('/voice/turn/7', { params: form(sid, { SpeechResult: '你好' }), token: 'x' });
    expect(early.statusCode).toBe(200);
    expect(early.body).toContain('/voice/turn/1');
  });

  it('goes on with a call whose end was told too early', async () => {
    const sid = newSid();
    await post('/voice/incoming', { params: form(sid), token: 'a' });
    const status = await post('/voice/status', {
      params: form(sid, { CallStatus: 'completed' }),
      token: 's',
    });
    expect(status.statusCode).toBe(204);
    const turn = await post('/voice/turn/1', { params: form(sid, { SpeechResult: '你好' }), token: 'b' });
    expect(turn.statusCode).toBe(200);
  });

  it('takes up a call that it knows nothing of', async () => {
    const params = form(newSid(), { SpeechResult: '三无老人一个月能领多少' });
    const turn = await post('/voice/turn/4', { params, token: 'b' });
    expect(turn.body).toContain('/voice/turn/5');
    expect(turn.body).toMatch(/哪个市|哪个县/u);
  });

  it.each([
    ['JSON', 'application/json', '{"CallSid":"CA1"}', 415],
    ['XML', 'text/xml', '<a/>', 415],
    ['plain text', 'text/plain', 'CallSid=CA1', 415],
    ['a form that is none', 'application/x-www-form-urlencoded', '%%%\u0000&&==', 403],
  ])('refuses %s', async (_name, type, payload, status) => {
    const response = await post('/voice/incoming', { params: {}, type, payload });
    expect(response.statusCode).toBe(status);
  });

  it('refuses a signed form without a call', async () => {
    expect((await post('/voice/incoming', { params: { From: '+8613800138000' } })).statusCode).toBe(400);
    expect((await post('/voice/turn/x', { params: form(newSid()) })).statusCode).toBe(400);
  });

  it.each([
    ['10,000 characters', { SpeechResult: '养老补贴'.repeat(2500) }],
    ['no confidence', { SpeechResult: '你好' }],
    ['confidence that is none', { SpeechResult: '你好', Confidence: 'high' }],
    ['control characters', { SpeechResult: '你好\u0000\u0007\u001b[31m' }],
    ['markup', { SpeechResult: '</Say><Hangup/>' }],
    ['emoji', { SpeechResult: '👵🏻👨‍👩‍👧' }],
    ['an unknown key', { Digits: '9' }],
    ['many keys', { Digits: '99999999999999999999' }],
    ['nothing', {}],
    ['an empty result', { SpeechResult: '', Digits: '' }],
  ])('answers %s with a document that listens', async (_name, more: Record<string, string>) => {
    const sid = newSid();
    await post('/voice/incoming', { params: form(sid), token: 'a' });
    const turn = await post('/voice/turn/1', { params: form(sid, more), token: 'b' });
    expect(turn.statusCode).toBe(200);
    expect(turn.body).toMatch(/<Gather[^>]*dtmf speech|<Gather[^>]*dtmf.*<Redirect|<Dial/u);
  });

  it('tells a withheld number apart', async () => {
    const sid = newSid();
    const params = { ...form(sid), From: 'anonymous' };
    expect((await post('/voice/incoming', { params, token: 'a' })).statusCode).toBe(200);
  });
});

it('has no telephone without credentials', async () => {
  const off = await phoneServer({ TWILIO_AUTH_TOKEN: '' });
  for (const url of ['/voice/incoming', '/voice/turn/1', '/voice/status', '/voice/fallback'])
    expect((await off.inject({ method: 'POST', url, payload: '' })).statusCode).toBe(404);
  expect((await off.inject({ method: 'GET', url: '/voice/relay' })).statusCode).toBe(404);
  await off.close();
}, 60_000);
