import { connect } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAD_TEXTS, GOOD } from '../../support/bad-input.js';
import { echoBot } from '../../support/desk.js';
import { listen, realServer, serverWith } from '../../support/web.js';

type Sent = Awaited<ReturnType<FastifyInstance['inject']>>;

function expectProblem(response: Sent, status: number, code: string): void {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.json()).toMatchObject({ type: `urn:yiwen:problem:${code}`, status, code });
  expect(response.statusCode).toBe(status);
  expect(response.json().title).toMatch(/\p{Script=Han}/u);
  expect(response.body).not.toMatch(/\.[jt]s\b|node_modules| at |Error:/);
}

const chat = (payload: object | string, more: InjectOptions = {}): InjectOptions => ({
  method: 'POST',
  url: '/api/chat',
  headers: { 'content-type': 'application/json' },
  payload,
  ...more,
});

describe('HTTP over the whole application', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = await realServer();
  }, 60_000);
  afterAll(() => server?.close());

  const answersWell = async (): Promise<void> => {
    const response = await server.inject(chat(GOOD));
    expect(response.statusCode).toBe(200);
    expect(response.json().reply.text).toContain('200');
  };

  it.each(Object.entries(BAD_TEXTS))('answers %s, and the turn after it', async (_name, text) => {
    const response = await server.inject(chat({ text }));
    expect(response.statusCode).toBe(200);
    expect(response.json().reply.text).not.toBe('');
    const { sessionId } = response.json();
    const next = await server.inject(chat({ ...GOOD, sessionId }));
    expect(next.json().reply.text).toContain('200');
  });

  it('reads traditional characters as simplified', async () => {
    const text = BAD_TEXTS['traditional characters'];
    const response = await server.inject(chat({ text, region: GOOD.region }));
    expect(response.json().reply.text).toContain('200');
  });

  it.each([
    ['broken JSON', chat('{"text":'), 400, 'malformed'],
    ['no JSON at all', chat('text=你好'), 400, 'malformed'],
    ['nothing', chat(''), 400, 'malformed'],
    ['a prototype', chat('{"text":"x","__proto__":{"a":1}}'), 400, 'malformed'],
    ['an array', chat([]), 400, 'invalid'],
    ['no text', chat({}), 400, 'invalid'],
    ['a text that is a number', chat({ text: 1 }), 400, 'invalid'],
    ['an unknown field', chat({ text: 'x', mode: 'fast' }), 400, 'invalid'],
    ['a region without end', chat({ text: 'x', region: '省'.repeat(61) }), 400, 'invalid'],
    ['a messageId of control characters', chat({ text: 'x', messageId: 'a\u0000' }), 400, 'invalid'],
    ['a foreign session', chat({ text: 'x', sessionId: 'somebody-elses' }), 404, 'unknown-session'],
    ['64 KiB and more', chat({ text: 'a'.repeat(64 * 1024) }), 413, 'too-large'],
    [
      'a form',
      chat('text=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'unsupported-media-type',
    ],
    ['plain text', chat('x', { headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-media-type'],
    ['another address', { method: 'GET', url: '/api/nothing' }, 404, 'not-found'],
    ['another method', { method: 'DELETE', url: '/api/chat' }, 404, 'not-found'],
    ['an address that cannot be read', { method: 'GET', url: '/%E0%A4%A' }, 400, 'bad-request'],
    ['a document that is not held', { method: 'GET', url: '/api/documents/none' }, 404, 'not-found'],
    [
      'a clause that is not there',
      { method: 'GET', url: '/api/documents/hecheng-2021-3/clauses/99' },
      404,
      'not-found',
    ],
    ['a search for nothing', { method: 'GET', url: '/api/search' }, 400, 'invalid'],
    ['a search beyond all limits', { method: 'GET', url: '/api/search?q=a&limit=1000' }, 400, 'invalid'],
    ['a search in no place', { method: 'GET', url: '/api/search?q=a&region=火星' }, 400, 'unknown-region'],
    ['a WebSocket address over HTTP', { method: 'GET', url: '/ws/chat' }, 426, 'upgrade-required'],
  ] as const)('tells of %s, and the turn after it works', async (_name, request, status, code) => {
    expectProblem(await server.inject(request as InjectOptions), status, code);
    await answersWell();
  });

  it('gives documents, clauses and search results as they stand in the corpus', async () => {
    const { documents } = (await server.inject('/api/documents')).json();
    expect(documents.map(({ id }: { id: string }) => id)).toContain('shaanxi-2024-6');
    const document = (await server.inject('/api/documents/hecheng-2021-3')).json();
    const url = `/api/documents/hecheng-2021-3/clauses/${document.clauses[5].id}`;
    const clause = (await server.inject(url)).json();
    expect(clause).toMatchObject({ text: document.clauses[5].text, document: { id: 'hecheng-2021-3' } });
    expect(clause.next.id).toBe(document.clauses[6].id);
    const { results } = (await server.inject('/api/search?q=三无老人补贴&region=431202&limit=3')).json();
    expect(results).toHaveLength(3);
    for (const result of results) {
      expect(document.text.replace(/\s/g, '')).toContain(result.text.replace(/\s/g, '').slice(-20));
      expect(['431202', '431200', '430000']).toContain(result.document.region.adcode);
    }
  });

  it('describes every route, with its problems', async () => {
    const { openapi, paths } = (await server.inject('/openapi.json')).json();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).sort()).toEqual([
      '/api/appointments',
      '/api/appointments/{code}',
      '/api/appointments/{code}/calendar.ics',
      '/api/appointments/{id}/cancel',
      '/api/appointments/{id}/reschedule',
      '/api/appointments/{id}/undo',
      '/api/benefits',
      '/api/benefits/assess',
      '/api/benefits/table',
      '/api/chat',
      '/api/departments',
      '/api/documents',
      '/api/documents/{id}',
      '/api/documents/{id}/clauses/{clauseId}',
      '/api/feedback',
      '/api/holds',
      '/api/holds/{id}',
      '/api/places',
      '/api/providers',
      '/api/search',
      '/api/services',
      '/api/sessions/{sessionId}',
      '/api/slots',
      '/api/waiting',
      '/api/waiting/{id}',
      '/api/waiting/{id}/accept',
      '/api/waiting/{id}/leave',
      '/healthz',
      '/metrics',
      '/openapi.json',
      '/readyz',
      '/ws/chat',
    ]);
    for (const methods of Object.values<Record<string, { responses: object }>>(paths))
      for (const { responses } of Object.values(methods))
        for (const code of ['429', '500'])
          expect(responses).toHaveProperty([code, 'content', 'application/problem+json', 'schema']);
    expect(Object.keys(paths['/api/chat'].post.responses)).toEqual(
      expect.arrayContaining(['200', '400', '404', '413', '415']),
    );
  });

  it('tells that it is alive and ready, and counts turns by kind without a word of what was said', async () => {
    await server.inject(chat({ ...GOOD, messageId: 'message-of-one-person' }));
    expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await server.inject('/readyz')).json()).toEqual({
      status: 'ok',
      parts: { database: 'ok', index: 'ok' },
    });
    const { body } = await server.inject('/metrics');
    expect(body).toMatch(/yiwen_turns_total\{channel="http",kind="(answer|assessment)"\} \d+/);
    expect(body).toMatch(/yiwen_turn_seconds_count\{channel="http"\} \d+/);
    expect(body).not.toMatch(/三无|鹤城|message-of-one-person/);
  });

  it('serves the page under a policy that lets no foreign or inline script run', async () => {
    const page = await server.inject('/');
    expect(page.body).toContain('颐问');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src[^;]*unsafe/);
  });
});

describe('HTTP before a scripted bot', () => {
  it('gives the same message the same reply, sent at once and later', async () => {
    const bot = echoBot();
    const server = await serverWith(bot);
    const { sessionId } = (await server.inject(chat({ text: '零' }))).json();
    const same = chat({ sessionId, text: '一', messageId: 'm' });
    const replies = await Promise.all([server.inject(same), server.inject(same)]);
    replies.push(await server.inject(same));
    expect(new Set(replies.map((r) => r.body)).size).toBe(1);
    expect(bot.asked).toHaveLength(2);
  });

  it('shows nothing of what went wrong inside', async () => {
    const server = await serverWith(echoBot());
    const response = await server.inject(chat({ text: '坏' }));
    expectProblem(response, 500, 'internal');
    expect(response.body).not.toContain('bot failed');
    expect((await server.inject(chat({ text: '好' }))).statusCode).toBe(200);
  });

  it('is not ready while a part is not, and does not say why to strangers', async () => {
    const server = await serverWith(echoBot(), {
      checks: { database: () => Promise.reject(new Error('password wrong')), index: async () => {} },
    });
    const response = await server.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ status: 'failed', parts: { database: 'failed', index: 'ok' } });
  });

  it('slows down one address that asks too fast, no other one, and never the machine itself', async () => {
    const server = await serverWith(echoBot(0), { ratePerMinute: 3 });
    const from = (remoteAddress: string) => server.inject(chat({ text: '一' }, { remoteAddress }));
    for (let i = 0; i < 3; i++) expect((await from('192.0.2.1')).statusCode).toBe(200);
    const limited = await from('192.0.2.1');
    expectProblem(limited, 429, 'too-many-requests');
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
    for (let i = 0; i < 10; i++) expect((await from('127.0.0.1')).statusCode).toBe(200);
  });

  it('answers what is not HTTP with a problem too', async () => {
    const server = await serverWith(echoBot());
    const port = await listen(server);
    const say = (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (data) => {
          heard += data.toString();
        });
        socket.on('close', () => resolve(heard));
        socket.on('error', reject);
      });
    expect(await say('NOT HTTP AT ALL\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad-request"/);
    const huge = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`;
    expect(await say(huge)).toMatch(/^HTTP\/1\.1 431 [\s\S]*application\/problem\+json/);
  });
});
