import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findReply,
  findSession,
  forgetSessionsBefore,
  markDelivered,
  recordTurn,
  sessionExists,
  type TurnRecord,
  undelivered,
} from '../../src/store/conversations.js';
import type { Database } from '../../src/store/database.js';
import { migrate, ping } from '../../src/store/migrations.js';
import { createSeal } from '../../src/store/seal.js';

/** What every database that conversations are kept in must do. `open` gives an empty one. */
export function conversationsContract(name: string, open: () => Promise<Database>): void {
  describe(`conversations on ${name}`, () => {
    const seal = createSeal(randomBytes(32));
    let db: Database;
    let made = 0;

    beforeAll(async () => {
      db = await open();
      await migrate(db);
    }, 60_000);
    afterAll(() => db?.destroy());

    const turn = (change: Partial<TurnRecord> = {}): TurnRecord => ({
      sessionId: `s${++made}`,
      messageId: 'm1',
      version: 0,
      state: 'state 1',
      reply: '您好',
      delivered: true,
      now: '2026-11-21T10:00:00.000Z',
      ...change,
    });

    it('answers, and has nothing to migrate twice', async () => {
      await ping(db);
      expect(await migrate(db)).toEqual([]);
    });

    it('gives back what was recorded, and nothing for what was not', async () => {
      const first = turn();
      expect(await findSession(db, seal, first.sessionId)).toBeNull();
      expect(await sessionExists(db, first.sessionId)).toBe(false);
      expect(await recordTurn(db, seal, first)).toBe('recorded');
      expect(await findSession(db, seal, first.sessionId)).toEqual({ version: 1, state: 'state 1' });
      expect(await sessionExists(db, first.sessionId)).toBe(true);
      expect(await findReply(db, seal, first.sessionId, 'm1')).toBe('您好');
      expect(await findReply(db, seal, first.sessionId, 'm2')).toBeNull();
      expect(await findReply(db, seal, 'another', 'm1')).toBeNull();
    });

    it('refuses a turn on a version that is gone, and leaves nothing of it', async () => {
      const first = turn();
      await recordTurn(db, seal, first);
      const next = { ...first, messageId: 'm2', version: 1, state: 'state 2', reply: 'second' };
      expect(await recordTurn(db, seal, next)).toBe('recorded');
      expect(await recordTurn(db, seal, { ...next, messageId: 'm3', reply: 'late' })).toBe('conflict');
      expect(await recordTurn(db, seal, { ...first, messageId: 'm4' })).toBe('conflict');
      expect(await findSession(db, seal, first.sessionId)).toEqual({ version: 2, state: 'state 2' });
      expect(await findReply(db, seal, first.sessionId, 'm3')).toBeNull();
    });

    it('lets one of many turns on the same version through', async () => {
      const first = turn();
      await recordTurn(db, seal, first);
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          recordTurn(db, seal, { ...first, messageId: `race ${i}`, version: 1 }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1);
    });

    it('keeps what was not delivered until it is, oldest first', async () => {
      const first = turn({ delivered: false, reply: 'first' });
      await recordTurn(db, seal, first);
      await recordTurn(db, seal, { ...first, messageId: 'm2', version: 1, reply: 'second' });
      await recordTurn(db, seal, { ...first, messageId: 'm3', version: 2, reply: 'seen', delivered: true });
      expect(await undelivered(db, seal, first.sessionId)).toEqual([
        { messageId: 'm1', reply: 'first' },
        { messageId: 'm2', reply: 'second' },
      ]);
      await markDelivered(db, first.sessionId, 'm1');
      await markDelivered(db, first.sessionId, 'never was');
      expect(await undelivered(db, seal, first.sessionId)).toEqual([{ messageId: 'm2', reply: 'second' }]);
    });

    it('forgets conversations by their last turn, replies included', async () => {
      const old = turn({ now: '2026-01-01T00:00:00.000Z' });
      const kept = turn({ now: '2026-01-01T00:00:00.000Z' });
      await recordTurn(db, seal, old);
      await recordTurn(db, seal, kept);
      await recordTurn(db, seal, { ...kept, messageId: 'm2', version: 1, now: '2026-03-01T00:00:00.000Z' });
      expect(await forgetSessionsBefore(db, '2026-02-01T00:00:00.000Z')).toBe(1);
      expect(await findSession(db, seal, old.sessionId)).toBeNull();
      expect(await findReply(db, seal, old.sessionId, 'm1')).toBeNull();
      expect(await findReply(db, seal, kept.sessionId, 'm1')).toBe('您好');
    });

    it('holds nothing readable of what was said', async () => {
      const said = turn({ state: '我叫李秀英', reply: '李秀英您好' });
      await recordTurn(db, seal, said);
      const rows = [
        await db.selectFrom('sessions').selectAll().where('id', '=', said.sessionId).execute(),
        await db.selectFrom('turns').selectAll().where('session_id', '=', said.sessionId).execute(),
      ];
      expect(rows.flat()).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toContain('李秀英');
    });

    it('keeps any text there is', async () => {
      const strange = turn({ reply: '𠮷👵🏻\u0000\u0007"\'; drop table turns; --' });
      await recordTurn(db, seal, strange);
      expect(await findReply(db, seal, strange.sessionId, 'm1')).toBe(strange.reply);
    });
  });
}
