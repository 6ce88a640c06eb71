import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { recordTurn, sessionExists } from '../../src/store/conversations.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import { forgetOnSchedule } from '../../src/store/retention.js';
import { createSeal } from '../../src/store/seal.js';

const HOUR = 3_600_000;

afterEach(() => void vi.useRealTimers());

it('forgets a conversation in the hour in which its days are over, and not before', async () => {
  const db = await openDatabase({ file: join(mkdtempSync(join(tmpdir(), 'yiwen-')), 'yiwen.db') });
  await migrate(db);
  const seal = createSeal(randomBytes(32));
  const turn = { messageId: 'm', version: 0, state: '', reply: '', delivered: true };
  await recordTurn(db, seal, { ...turn, sessionId: 'old', now: '2026-11-01T00:00:00.000Z' });
  await recordTurn(db, seal, { ...turn, sessionId: 'new', now: '2026-11-20T00:00:00.000Z' });

  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = new Date('2026-11-30T23:30:00.000Z');
  const errors: unknown[] = [];
  const stop = forgetOnSchedule({ db, days: 30, now: () => now, onError: (error) => errors.push(error) });
  const held = async (): Promise<boolean[]> => [
    await sessionExists(db, 'old'),
    await sessionExists(db, 'new'),
  ];

  expect(await held()).toEqual([true, true]);
  now = new Date('2026-12-01T00:30:00.000Z');
  vi.advanceTimersByTime(HOUR - 1);
  expect(await held()).toEqual([true, true]);
  vi.advanceTimersByTime(1);
  expect(await held()).toEqual([false, true]);

  stop();
  now = new Date('2027-12-01T00:00:00.000Z');
  vi.advanceTimersByTime(5 * HOUR);
  expect(await held()).toEqual([false, true]);
  expect(errors).toEqual([]);
  await db.destroy();
});
