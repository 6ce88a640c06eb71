import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/bot/desk.js';
import { openDatabase } from '../../src/store/database.js';
import { listFeedback } from '../../src/store/feedback.js';
import { migrate } from '../../src/store/migrations.js';
import { createSeal } from '../../src/store/seal.js';
import { echoBot, temporaryFolder } from '../support/desk.js';

it('keeps what is wrong with a reply beside it, sealed, the last word counting, and forgets it with the session', async () => {
  const db = await openDatabase({ file: join(temporaryFolder(), 'yiwen.db') });
  onTestFinished(() => db.destroy());
  await migrate(db);
  const seal = createSeal(randomBytes(32));
  const desk = createDesk({ bot: echoBot(), db, seal, now: () => new Date('2026-11-21T02:00:00Z') });
  const { sessionId, messageId } = await desk.answer({ text: '你好' });
  const said = { sessionId, messageId, reason: '数字不对', note: '' };
  expect(await desk.objected({ ...said, messageId: 'another' })).toBe(false);
  expect(await desk.objected(said)).toBe(true);
  expect(await desk.objected({ ...said, reason: '别的不对', note: '我妈不是三无' })).toBe(true);
  const [held, ...more] = await listFeedback(db, seal, '2026-11-01');
  expect(more).toEqual([]);
  expect(held).toMatchObject({
    reason: '别的不对',
    note: '我妈不是三无',
    reply: expect.stringContaining('你好。'),
  });
  const rows = await db.selectFrom('feedback').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('三无');
  expect(await listFeedback(db, seal, '2026-12-01')).toEqual([]);
  await desk.forget(sessionId);
  expect(await listFeedback(db, seal, '2026-11-01')).toEqual([]);
  await desk.forget(sessionId);
});
