import { type Bot, createDesk } from './bot/desk.js';
import type { OpenPhone } from './open-phone.js';
import { openDatabase } from './store/database.js';
import { migrate } from './store/migrations.js';
import type { Seal } from './store/seal.js';
import type { Stage } from './warm-up.js';

export interface RehearsalParts {
  bot: Bot;
  phone: OpenPhone;
  seal: Seal;
  now: () => Date;
}

/** A desk, and a telephone where this house has one, over a store of their own, of which nothing is kept. */
export async function openRehearsal({ bot, phone, seal, now }: RehearsalParts): Promise<Stage> {
  const db = await openDatabase('memory');
  await migrate(db);
  const desk = createDesk({ bot, db, seal, now });
  const line = await phone.rehearsal({ desk, db });
  return {
    async ask({ text, region, place }) {
      await desk.answer({ text, region });
      await line?.call(`${place}，${text}`);
    },
    async close() {
      await line?.close();
      await desk.idle();
      await db.destroy();
    },
  };
}
