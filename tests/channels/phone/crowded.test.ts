import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/desk.js';
import { callTo, phoneServer } from '../../support/phone.js';

const CROWDED = '现在打进来的人多';

describe('calls from one number, to two servers over one database', () => {
  const servers: FastifyInstance[] = [];
  beforeAll(async () => {
    const env = { YIWEN_DATA: temporaryFolder(), PHONE_CALLS_PER_NUMBER: '2' };
    for (let n = 0; n < 2; n++) servers.push(await phoneServer(env));
  }, 120_000);
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  /** Dials, and listens for a moment. */
  async function begin(server: number, from: string) {
    const called = servers[server];
    if (called === undefined) throw new Error('no such server');
    const call = callTo(called, { from });
    await call.dial();
    await call.advance(2000);
    return { call, heard: call.said.join('') };
  }

  it('are held to so many at once, whichever server took them, and count until their end', async () => {
    const first = await begin(0, '+8613800000001');
    const second = await begin(1, '+8613800000001');
    expect(first.heard + second.heard).toContain('颐问');
    expect(first.heard + second.heard).not.toContain(CROWDED);
    expect((await begin(0, '+8613800000001')).heard).toContain(CROWDED);
    expect((await begin(1, '+8613800000002')).heard).not.toContain(CROWDED);

    await second.call.hangUp();
    expect((await begin(0, '+8613800000001')).heard).not.toContain(CROWDED);
  });

  it('are not held where the number is withheld', async () => {
    for (let n = 0; n < 3; n++) {
      expect((await begin(n % 2, 'anonymous')).heard).not.toContain(CROWDED);
    }
  });
});
