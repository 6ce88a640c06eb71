import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';

const TOKEN = 'a token for the desk';
let server: FastifyInstance;
let key = 0;

beforeAll(async () => {
  const app = await openApp(
    readConfig({
      YIWEN_DATA: await mkdtemp(join(tmpdir(), 'yiwen-')),
      YIWEN_NOW: '2026-11-22T10:00:00+08:00',
      LOG_LEVEL: 'silent',
      DESK_TOKEN: TOKEN,
    }),
  );
  server = await app.server();
  server.addHook('onClose', () => app.close());
}, 60_000);
afterAll(() => server?.close());

const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers });
const post = (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, payload, headers: { 'idempotency-key': `key ${++key}`, ...headers } });

async function slotId(n = 0): Promise<string> {
  const department = 'sample-hecheng-hospital.geriatrics';
  const url = `/api/slots?providerId=sample-hecheng-hospital&departmentId=${department}&greenChannel=true`;
  return (await get(url)).json().slots[n].id;
}

const wish = async (change: object = {}) => ({
  serviceId: 'green-channel',
  slotId: await slotId(),
  patient: { name: '王桂英', phone: '13800000000' },
  ...change,
});

describe('appointments over HTTP', () => {
  it('lists services with the clauses of the place, and says where none grants them', async () => {
    const { services } = (await get('/api/services?region=三门峡市')).json();
    expect(services).toHaveLength(11);
    const check = services.find((s: { id: string }) => s.id === 'health-check');
    expect(check.grants[0]).toMatchObject({
      documentId: 'sanmenxia-2020-1',
      clause: '三、（二）',
      force: 'entitlement',
    });
    const respite = services.find((s: { id: string }) => s.id === 'respite-care');
    expect(respite).toMatchObject({ grants: [], note: expect.stringContaining('没有') });
  });

  it('lists providers of the place, each of them called a sample', async () => {
    const { providers } = (await get('/api/providers?region=怀化市鹤城区&serviceId=green-channel')).json();
    expect(providers).toHaveLength(1);
    expect(providers[0]).toMatchObject({ sample: true, name: expect.stringContaining('样例') });
    expect((await get('/api/providers?region=北京市')).json()).toEqual({ providers: [] });
  });

  it('books, finds, gives a calendar file, cancels and undoes', async () => {
    const booked = await post('/api/appointments', await wish());
    expect(booked.statusCode).toBe(201);
    const { id, code, status, start, undoUntil, patient } = booked.json();
    expect({ status, undoUntil, patient }).toEqual({
      status: 'booked',
      undoUntil: '2026-11-22T10:10:00+08:00',
      patient: { name: '王桂英', phone: '138****0000' },
    });
    expect(code).toMatch(/^[1-9]\d{5}$/);
    const found = await get(`/api/appointments/${code}?phone=13800000000`);
    expect(found.json()).toMatchObject({ id, start });
    const file = await get(`/api/appointments/${code}/calendar.ics?phone=13800000000`);
    expect(file.headers['content-type']).toMatch(/^text\/calendar/);
    expect(file.body).toMatch(/BEGIN:VCALENDAR[\s\S]*BEGIN:VALARM/);
    expect(file.body).not.toContain('13800000000');
    expect((await post(`/api/appointments/${id}/cancel`)).json()).toMatchObject({ status: 'cancelled' });
    expect((await post(`/api/appointments/${id}/undo`)).json()).toMatchObject({ undone: 'cancelling' });
    expect((await post(`/api/appointments/${id}/cancel`, { phone: '13900000000' })).statusCode).toBe(404);
    const moved = await post(`/api/appointments/${id}/reschedule`, { slotId: await slotId(3) });
    expect(moved.json()).toMatchObject({ code, replaces: id });
  });

  it('says after too many wrong codes when to try again, for a telephone and from an address', async () => {
    const look = async (phone: string, remoteAddress: string) => {
      const url = `/api/appointments/999999?phone=${phone}`;
      const answer = await server.inject({ method: 'GET', url, remoteAddress });
      return { status: answer.statusCode, title: answer.json().title };
    };
    const tooMany = { status: 429, title: '试错的次数太多，请在10:15以后再试。' };
    for (let i = 0; i < 5; i++) expect((await look('13600000009', '127.0.0.1')).status).toBe(404);
    expect(await look('13600000009', '127.0.0.1')).toEqual(tooMany);
    for (let i = 10; i < 30; i++) expect((await look(`136000000${i}`, '203.0.113.7')).status).toBe(404);
    expect(await look('13600000099', '203.0.113.7')).toEqual(tooMany);
    expect((await look('13600000099', '127.0.0.1')).status).toBe(404);
  });

  it('answers the same key alike, and refuses it for another body', async () => {
    const body = await wish({ patient: { name: '张大山', phone: '13500000001' } });
    const headers = { 'idempotency-key': 'the same' };
    const [one, two] = [
      await post('/api/appointments', body, headers),
      await post('/api/appointments', body, headers),
    ];
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(two.json()).toEqual(one.json());
    const other = await post('/api/appointments', { ...body, note: 'x' }, headers);
    expect([other.statusCode, other.json().code]).toEqual([422, 'key-reused']);
    const busy = await post('/api/appointments', body);
    expect([busy.statusCode, busy.json().code]).toEqual([409, 'patient-busy']);
  });

  it('refuses each bad input by name, as a problem', async () => {
    const person = (change: object) => ({ patient: { name: '王桂英', phone: '13800000009', ...change } });
    const cases: [object, number, string][] = [
      [await wish(person({ name: '王'.repeat(500) })), 400, 'invalid-name'],
      [await wish(person({ phone: '1' })), 400, 'invalid-phone'],
      [await wish(person({ idNumber: '110105194912310021' })), 400, 'invalid-id'],
      [await wish(person({ birthDate: '2000-01-01' })), 422, 'too-young'],
      [await wish({ serviceId: 'none' }), 422, 'unknown-service'],
      [await wish({ slotId: 'none' }), 422, 'unknown-slot'],
      [await wish({ extra: 1 }), 400, 'invalid'],
    ];
    for (const [body, status, code] of cases) {
      const answer = await post('/api/appointments', body);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
    const { 'idempotency-key': _, ...none } = { 'idempotency-key': '' };
    const keyless = await server.inject({
      method: 'POST',
      url: '/api/appointments',
      payload: await wish(),
      headers: none,
    });
    expect(keyless.statusCode).toBe(400);
    const [stranger, nothing] = await Promise.all(
      ['123456', '654321'].map((code) => get(`/api/appointments/${code}?phone=13600000000`)),
    );
    expect(stranger?.json()).toEqual(nothing?.json());
  });

  it('holds a place and lets it go', async () => {
    const held = await post('/api/holds', { slotId: await slotId(5), serviceId: 'green-channel' });
    expect(held.json()).toMatchObject({ until: '2026-11-22T10:05:00+08:00' });
    const gone = await server.inject({ method: 'DELETE', url: `/api/holds/${held.json().id}` });
    expect(gone.statusCode).toBe(204);
  });

  it('keeps a place on the waiting list', async () => {
    const joined = await post('/api/waiting', {
      serviceId: 'green-channel',
      providerId: 'sample-hecheng-hospital',
      departmentId: 'sample-hecheng-hospital.geriatrics',
      from: '2026-11-22T16:00:00Z',
      to: '2026-11-23T16:00:00Z',
      patient: { name: '赵小燕', phone: '13500000002' },
    });
    expect(joined.json()).toMatchObject({ status: 'waiting', from: '2026-11-23T00:00:00+08:00' });
    const left = await post(`/api/waiting/${joined.json().id}/leave`);
    expect(left.json()).toMatchObject({ status: 'left' });
    expect((await get('/api/waiting/none')).statusCode).toBe(404);
  });

  it('says which department a complaint goes to, with its limits', async () => {
    expect((await get('/api/departments?complaint=膝盖疼')).json()).toMatchObject({
      departments: expect.arrayContaining(['骨科', '全科医学科']),
      caution: expect.stringContaining('120'),
    });
  });

  it('opens the desk to its token alone', async () => {
    for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, TOKEN])
      expect((await get('/api/desk/tasks', { authorization })).statusCode).toBe(401);
    const tasks = await get('/api/desk/tasks', { authorization: `Bearer ${TOKEN}` });
    expect(tasks.json()).toEqual({ tasks: [] });
    const span = {
      providerId: 'x',
      departmentId: 'x',
      from: '2026-11-23T00:00:00Z',
      to: '2026-11-24T00:00:00Z',
    };
    const withdrawn = await post('/api/desk/withdrawals', span, { authorization: `Bearer ${TOKEN}` });
    expect(withdrawn.json()).toEqual({ slots: 0, told: 0, offered: 0 });
  });

  it('describes all of it in OpenAPI', async () => {
    const { paths } = (await get('/openapi.json')).json();
    const expected = [
      '/api/services',
      '/api/appointments',
      '/api/appointments/{id}/undo',
      '/api/waiting',
      '/api/desk/tasks',
    ];
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(expected));
  });
});
