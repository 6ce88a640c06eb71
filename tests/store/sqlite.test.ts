import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/store/database.js';

/** A disk that is done when the test says so. */
const disk = vi.hoisted(() => ({ waiting: [] as (() => void)[], syncs: 0, hold: false, refuse: false }));

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  open: async () => ({
    datasync: async () => {
      disk.syncs++;
      if (disk.refuse) throw new Error('no space left on device');
      await new Promise((done) => setTimeout(done, 5));
      if (disk.hold) await new Promise<void>((done) => disk.waiting.push(done));
    },
    close: async () => {},
  }),
}));

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

describe('SQLite', () => {
  beforeEach(() => {
    disk.hold = false;
  });

  async function open() {
    const db = await openDatabase({ file: join(mkdtempSync(join(tmpdir(), 'yiwen-')), 'yiwen.db') });
    await sql`create table said (words text)`.execute(db);
    const say = (words: string): Promise<unknown> => sql`insert into said values (${words})`.execute(db);
    const count = async (): Promise<number> =>
      (await sql<{ n: number }>`select count(*) as n from said`.execute(db)).rows[0]?.n ?? 0;
    return { db, say, count };
  }

  it('has a write on the disk before its promise resolves, and a read of it too', async () => {
    const { db, say, count } = await open();
    disk.hold = true;
    let written = false;
    let read: number | null = null;
    void say('a').then(() => {
      written = true;
    });
    await settle();
    void count().then((n) => {
      read = n;
    });
    await settle();
    expect([written, read]).toEqual([false, null]);
    disk.hold = false;
    for (const done of disk.waiting.splice(0)) done();
    await settle();
    expect([written, read]).toEqual([true, 1]);
    await db.destroy();
  });

  it('waits for the disk once for all writes that came together, and not at all for a read', async () => {
    const { db, say, count } = await open();
    const before = disk.syncs;
    await Promise.all(Array.from({ length: 50 }, (_, i) => say(String(i))));
    expect(disk.syncs - before).toBeLessThanOrEqual(3);
    const afterWrites = disk.syncs;
    expect(await count()).toBe(50);
    expect(disk.syncs).toBe(afterWrites);
    await db.destroy();
  });

  it('fails a write that the disk refuses', async () => {
    const { db, say } = await open();
    disk.refuse = true;
    await expect(say('a')).rejects.toThrow('no space');
    disk.refuse = false;
    await say('b');
    await db.destroy();
  });

  describe('transactions that come together', () => {
    const inOne = (db: Awaited<ReturnType<typeof open>>['db'], words: string, fails = false): Promise<void> =>
      db.transaction().execute(async (tx) => {
        await sql`insert into said values (${words})`.execute(tx);
        if (fails) throw new Error(words);
      });

    it('stand or fall alone', async () => {
      const { db } = await open();
      const all = Array.from({ length: 100 }, (_, i) => inOne(db, String(i), i % 3 === 0));
      const outcomes = await Promise.allSettled(all);
      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(all.map((_, i) => i % 3 === 0));
      const { rows } = await sql<{ words: string }>`select words from said`.execute(db);
      expect(rows.map(({ words }) => Number(words) % 3).includes(0)).toBe(false);
      expect(rows).toHaveLength(66);
      await db.destroy();
    });

    it('are not answered before they are committed and on the disk', async () => {
      const { db } = await open();
      disk.hold = true;
      let answered = 0;
      for (let i = 0; i < 40; i++) void inOne(db, String(i)).then(() => answered++);
      await settle();
      expect(answered).toBe(0);
      disk.hold = false;
      for (let round = 0; round < 5; round++) {
        for (const done of disk.waiting.splice(0)) done();
        await settle();
      }
      expect(answered).toBe(40);
      await db.destroy();
    });

    it('all fail when their commit does', async () => {
      const { db } = await open();
      await sql`pragma foreign_keys = on`.execute(db);
      await sql`create table a (id integer primary key)`.execute(db);
      await sql`create table b (a integer references a (id) deferrable initially deferred)`.execute(db);
      const bad = db.transaction().execute((tx) => sql`insert into b values (7)`.execute(tx));
      const outcomes = await Promise.allSettled([inOne(db, 'x'), bad, inOne(db, 'y')]);
      expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
      const { rows } = await sql`select * from b`.execute(db);
      expect(rows).toEqual([]);
      await inOne(db, 'z');
      await db.destroy();
    });
  });
});
