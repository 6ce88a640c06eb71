import { join } from 'node:path';
import type { Reply } from '../bot/reply.js';
import { readConfig } from '../config.js';
import { openDatabase } from '../store/database.js';
import { listFeedback } from '../store/feedback.js';
import { migrate } from '../store/migrations.js';
import { createSeal, loadKeys } from '../store/seal.js';

/** `feedback`: what people said is wrong with replies, a line of JSON each, the latest first. */
export async function feedback({ since = '' }: { since?: string }): Promise<void> {
  const config = readConfig();
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { file: join(config.YIWEN_DATA, 'yiwen.db') }
      : { url: config.DATABASE_URL },
  );
  try {
    await migrate(db);
    const seal = createSeal(...loadKeys(config.YIWEN_KEY, join(config.YIWEN_DATA, 'key')));
    for (const { at, reason, note, reply } of await listFeedback(db, seal, since)) {
      const { kind, text }: Reply = JSON.parse(reply);
      process.stdout.write(`${JSON.stringify({ at, reason, note, kind, text })}\n`);
    }
  } finally {
    await db.destroy();
  }
}
