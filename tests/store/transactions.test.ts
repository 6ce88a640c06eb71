import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.js';
import { isPostgres } from '../../src/store/dialect.js';
import { migrate } from '../../src/store/migrations.js';
import { findAnswer, recordAnswer } from '../../src/store/requests.js';
import { retrying } from '../../src/store/retry.js';
import { deferred, type Placeholders, statement } from '../../src/store/statement.js';
import { onEachDatabase } from '../support/databases.js';

const answer = (key: string) => ({ key, body: 'b', answer: '{}', created_at: '2026-11-22T10:00:00+08:00' });

await onEachDatabase((name, open) => {
  describe(`statements on ${name}`, () => {
    let db: Database;
    beforeAll(async () => {
      db = await open();
      await migrate(db);
    });
    afterAll(() => db.destroy());

    it('are made once and take other arguments, lists of any length too', async () => {
      let made = 0;
      const among = statement((on, { one, each }: Placeholders<{ body: string; keys: string[] }>) => {
        made++;
        const requests = on.selectFrom('requests').select('key').orderBy('key');
        return requests.where('body', '=', one('body')).where('key', 'in', each('keys')).compile();
      });
      for (const key of ['list-1', 'list-2', 'list-3']) await recordAnswer(db, answer(key));
      const keys = async (...asked: string[]) =>
        (await among(db, { body: 'b', keys: asked })).map(({ key }) => key);
      expect(await keys('list-1', 'list-3')).toEqual(['list-1', 'list-3']);
      expect(await keys('list-2', 'list-1')).toEqual(['list-1', 'list-2']);
      expect(await keys('list-2')).toEqual(['list-2']);
      expect(await among(db, { body: 'other', keys: ['list-2'] })).toEqual([]);
      expect(made).toBe(2);
    });

    it('that are deferred are seen by what follows them, in order, and stand after the commit', async () => {
      const seen = await db.transaction().execute(async (tx) => {
        await recordAnswer(tx, answer('seen-1'));
        await recordAnswer(tx, answer('seen-2'));
        const both = [await findAnswer(tx, 'seen-1'), await findAnswer(tx, 'seen-2')];
        await recordAnswer(tx, answer('seen-3'));
        return both;
      });
      expect(seen).not.toContain(null);
      expect(await findAnswer(db, 'seen-3')).not.toBeNull();
    });

    it('that fail undo the transaction, and the next one begins anew', async () => {
      await recordAnswer(db, answer('there'));
      const clash = () =>
        db.transaction().execute(async (tx) => {
          await recordAnswer(tx, answer('before'));
          await recordAnswer(tx, answer('there'));
          await recordAnswer(tx, answer('after'));
        });
      await expect(clash()).rejects.toMatchObject({
        code: isPostgres(db) ? '23505' : expect.stringContaining('SQLITE_CONSTRAINT'),
      });
      expect([await findAnswer(db, 'before'), await findAnswer(db, 'after')]).toEqual([null, null]);
      await db.transaction().execute((tx) => recordAnswer(tx, answer('before')));
      expect(await findAnswer(db, 'before')).not.toBeNull();
    });

    it('that fail are the fault that is thrown, whatever is asked after them', async () => {
      const clash = db.transaction().execute(async (tx) => {
        await recordAnswer(tx, answer('there'));
        await findAnswer(tx, 'anything');
      });
      await expect(clash).rejects.toThrow(/unique/iu);
    });

    it('of a transaction that is given up leave nothing', async () => {
      const given = db.transaction().execute(async (tx) => {
        await recordAnswer(tx, answer('given up'));
        throw new Error('changed my mind');
      });
      await expect(given).rejects.toThrow('changed my mind');
      expect(await findAnswer(db, 'given up')).toBeNull();
    });

    it('of a transaction that met another are done again, told so', async () => {
      const told: boolean[] = [];
      await retrying((again) => {
        told.push(again);
        return db.transaction().execute((tx) => recordAnswer(tx, answer(again ? 'another' : 'there')));
      });
      expect(told).toEqual([false, true]);
      expect(await findAnswer(db, 'another')).not.toBeNull();
    });

    it('outside a transaction are waited for', async () => {
      await expect(recordAnswer(db, answer('there'))).rejects.toThrow(/unique/iu);
    });

    // SQLite has no connection that breaks.
    if (name !== 'SQLite') {
      it('go on after a connection broke', async () => {
        const broken = db.transaction().execute(async (tx) => {
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
          await recordAnswer(tx, answer('broken'));
        });
        await expect(broken).rejects.toThrow();
        expect(await findAnswer(db, 'broken')).toBeNull();
        await deferred(db, sql`delete from requests`.compile(db));
        expect(await findAnswer(db, 'there')).toBeNull();
      });

      it('go on after the connections broke that nobody had', async () => {
        const ask = () => Promise.all([findAnswer(db, 'there'), findAnswer(db, 'there')]);
        await ask();
        const { rows } = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and datname = current_database()`.execute(db);
        expect(rows.length).toBeGreaterThan(0);
        await delay(100);
        expect(await ask()).toEqual([null, null]);
      });
    }
  });
});
