import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it } from 'vitest';
import { SimulatedCall } from '../../../src/channels/phone/simulator/simulated-call.js';
import type { Request } from '../../../src/channels/phone/simulator/webhooks.js';
import { readXml, XmlError } from '../../../src/channels/phone/simulator/xml-reader.js';
import { assertValidTwiml } from '../../support/twiml-schema.js';

const BASE = 'https://example.org';
const TOKEN = 'a token of ours';

type Reply = string | { status: number; ms?: number; location?: string } | 'unreachable';

/** A call to a server that answers each path with its next reply, and the last one ever after. */
function callTo(replies: Record<string, Reply[]>, fallback = true) {
  const requests: Request[] = [];
  const call = new SimulatedCall({
    token: TOKEN,
    from: '+8613800138000',
    to: '+861000',
    incoming: `${BASE}/in`,
    ...(fallback ? { fallback: `${BASE}/fallback` } : {}),
    status: `${BASE}/status`,
    sayMs: () => 2000,
    desk: () => ({ status: 'busy', ms: 1000 }),
    async transport(request) {
      requests.push(request);
      const path = new URL(request.url).pathname;
      const left = replies[path] ?? ['<Response/>'];
      const reply = left.length > 1 ? left.shift() : left[0];
      if (reply === undefined || reply === 'unreachable') throw new Error('unreachable');
      if (typeof reply === 'string') return { status: 200, type: 'text/xml', body: reply, ms: 10 };
      return { type: '', body: '', ms: 10, ...reply };
    },
  });
  const paths = (): string[] => requests.map(({ url }) => new URL(url).pathname);
  return { call, requests, paths };
}

const gather = (attributes: string, after = ''): string =>
  `<Response><Gather action="/got" ${attributes}><Say>问</Say></Gather>${after}</Response>`;

describe('a gather', () => {
  it('times out from the end of what is said in it, and posts nothing unless told to', async () => {
    const { call, paths } = callTo({ '/in': [gather('timeout="5"', '<Say>没听见</Say>')] });
    await call.dial();
    await call.advance(6900);
    expect(call.said).toEqual(['问']);
    await call.advance(200);
    expect(call.said).toEqual(['问', '没听见']);
    expect(paths()).toEqual(['/in']);
  });

  it('posts an empty result with actionOnEmptyResult', async () => {
    const { call, requests } = callTo({ '/in': [gather('timeout="5" actionOnEmptyResult="true"')] });
    await call.dial();
    await call.advance(8000);
    expect(requests.at(1)?.params).toMatchObject({ Digits: '' });
  });

  it('ends speech after speechTimeout, and joins what comes before', async () => {
    const { call, requests } = callTo({
      '/in': [gather('input="dtmf speech" speechTimeout="3" timeout="5"')],
    });
    await call.dial();
    await call.advance(2500);
    await call.speak('我妈', { ms: 500 });
    await call.advance(2000);
    await call.speak('七十六', { ms: 500, confidence: 0.8 });
    await call.advance(2900);
    expect(requests).toHaveLength(1);
    await call.advance(200);
    expect(requests.at(1)?.params).toMatchObject({ SpeechResult: '我妈七十六', Confidence: '0.8' });
  });

  it('lets the first input win', async () => {
    const { call, requests } = callTo({
      '/in': [gather('input="dtmf speech" speechTimeout="3" numDigits="1"')],
    });
    await call.dial();
    await call.speak('你好', { ms: 500 });
    await call.press('0');
    await call.advance(4000);
    expect(requests.at(1)?.params.SpeechResult).toBe('你好');
    expect(requests.at(1)?.params.Digits).toBeUndefined();
  });

  it('breaks off what is said when somebody speaks into it', async () => {
    const { call } = callTo({ '/in': [gather('input="speech" speechTimeout="1"')] });
    await call.dial();
    await call.advance(500);
    await call.speak('等等', { ms: 100 });
    expect(call.events).toContainEqual({ at: 510, kind: 'cut', text: '问' });
  });

  it.each([
    ['by number', 'numDigits="2"', ['1', '2'], '12', 0],
    ['by key', 'finishOnKey="#"', ['1', '2', '#'], '12', 0],
    ['with # as any other key', 'finishOnKey="" numDigits="1"', ['#'], '#', 0],
    ['by the time between keys', 'timeout="4"', ['1'], '1', 4100],
  ])('ends keys %s', async (_name, attributes, keys, digits, wait) => {
    const { call, requests } = callTo({ '/in': [gather(attributes)] });
    await call.dial();
    for (const key of keys) await call.press(key);
    await call.advance(wait);
    expect(requests.at(1)?.params.Digits).toBe(digits);
  });

  it('hears no voice where only keys are asked for', async () => {
    const { call, requests } = callTo({ '/in': [gather('input="dtmf" timeout="1"')] });
    await call.dial();
    await call.speak('你好');
    await call.advance(5000);
    expect(requests.map(({ params }) => params.SpeechResult)).not.toContain('你好');
  });

  it('takes nothing but what can be played in it', async () => {
    const { call } = callTo({ '/in': ['<Response><Gather><Hangup/></Gather></Response>'] });
    await call.dial();
    expect(call.events).toContainEqual(expect.objectContaining({ kind: 'error', code: '12100' }));
  });
});

describe('other verbs', () => {
  it('pause, play, redirect and hang up', async () => {
    const { call, paths } = callTo({
      '/in': ['<Response><Pause length="2"/><Play>a.mp3</Play><Redirect>/next</Redirect></Response>'],
      '/next': ['<Response><Say>好</Say><Hangup/><Say>没人听</Say></Response>'],
    });
    await call.dial();
    await call.advance(4900);
    expect(paths()).toEqual(['/in']);
    await call.advance(5000);
    expect(paths()).toEqual(['/in', '/next', '/status']);
    expect(call.said).toEqual(['好']);
    expect(call.events.at(-1)).toMatchObject({ kind: 'ended', why: 'hangup' });
  });

  it('dial, and tell how it ended', async () => {
    const { call, requests } = callTo({
      '/in': ['<Response><Dial action="/dialled">+861</Dial></Response>'],
    });
    await call.dial();
    await call.advance(1100);
    expect(requests.at(1)?.params.DialCallStatus).toBe('busy');
  });

  it('record what is said, and nothing where nothing is', async () => {
    const replies = {
      '/in': ['<Response><Record action="/recorded" timeout="5"/><Redirect>/none</Redirect></Response>'],
    };
    const spoken = callTo(replies);
    await spoken.call.dial();
    await spoken.call.speak('我是张三');
    await spoken.call.advance(6000);
    expect(spoken.requests.at(1)?.params.RecordingUrl).toMatch(/^https:\/\//u);
    const silent = callTo(replies);
    await silent.call.dial();
    await silent.call.advance(6000);
    expect(silent.paths().at(1)).toBe('/none');
  });

  it('end the call where the document ends', async () => {
    const { call } = callTo({ '/in': ['<Response><Say>好</Say></Response>'] });
    await call.dial();
    await call.advance(2100);
    expect(call.events.at(-1)).toMatchObject({ kind: 'ended', why: 'over' });
  });
});

describe('a webhook', () => {
  it('is signed, and bears a token that only its retries share', async () => {
    const { call, requests } = callTo({
      '/in': ['<Response><Redirect>/flaky#rc=2&amp;rp=5xx</Redirect></Response>'],
      '/flaky': [{ status: 503 }, { status: 500 }, '<Response><Say>好</Say></Response>'],
    });
    await call.dial();
    for (const { headers, url, params } of requests)
      expect(validateRequest(TOKEN, headers['X-Twilio-Signature'] ?? '', url, { ...params })).toBe(true);
    expect(requests.map(({ url }) => url)).toEqual([`${BASE}/in`, ...Array(3).fill(`${BASE}/flaky`)]);
    const tokens = requests.map(({ headers }) => headers['I-Twilio-Idempotency-Token']);
    expect(new Set(tokens).size).toBe(2);
    expect(new Set(tokens.slice(1)).size).toBe(1);
    expect(call.said).toEqual(['好']);
  });

  it.each<[string, Reply, string]>([
    ['fails', { status: 500 }, '11200'],
    ['cannot be reached', 'unreachable', '11200'],
    ['takes longer than 15 seconds', { status: 200, ms: 16_000 }, '11205'],
    ['is no TwiML', '<html/>', '12100'],
    ['is not well-formed', '<Response><Say></Response>', '12100'],
    ['is another type', { status: 200 }, '12300'],
  ])('that %s is followed by the fallback', async (_name, reply, code) => {
    const { call, requests } = callTo({
      '/in': [reply],
      '/fallback': ['<Response><Say>还在</Say></Response>'],
    });
    await call.dial();
    expect(call.said).toEqual(['还在']);
    expect(requests.at(-1)?.params.ErrorCode).toBe(code);
  });

  it('that fails without a fallback ends the call', async () => {
    const { call } = callTo({ '/in': [{ status: 500 }] }, false);
    await call.dial();
    expect(call.events.at(-1)).toMatchObject({ kind: 'ended', why: 'error' });
  });

  it('that is redirected loses what was heard', async () => {
    const { call, requests } = callTo({
      '/in': [gather('numDigits="1"')],
      '/got': [{ status: 302, location: '/elsewhere' }],
    });
    await call.dial();
    await call.press('1');
    const followed = requests.find(({ url }) => url.includes('/elsewhere'));
    expect(followed?.method).toBe('GET');
    expect(followed?.url).not.toContain('Digits');
  });
});

describe('the XML that is read', () => {
  it('has elements, attributes, text, entities and comments', () => {
    const read = readXml('<?xml version="1.0"?><a b="1 &amp; 2"><!-- no --><c d=\'"\'/>x &lt; &#20320;</a>');
    expect(read).toMatchObject({ name: 'a', attributes: { b: '1 & 2' }, text: 'x < 你' });
    expect(read.children).toMatchObject([{ name: 'c', attributes: { d: '"' } }]);
  });

  it.each([
    '',
    '<a>',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a>&x;</a>',
    '<a/><b/>',
    '<!DOCTYPE a><a/>',
    '<a b=1/>',
  ])('is not %j', (source) => {
    expect(() => readXml(source)).toThrow(XmlError);
  });
});

it.each([
  '<Response><Gather><Dial>1</Dial></Gather></Response>',
  '<Response><Gather inputs="speech"/></Response>',
  '<Response><Say voice="Polly.Nobody">x</Say></Response>',
  '<Response><Gather timeout="long"/></Response>',
  '<Response><Nothing/></Response>',
])('the schema does not let pass %s', (document) => {
  expect(() => assertValidTwiml(document)).toThrow('not valid TwiML');
});
