import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { type Bot, createDesk, type Desk } from './bot/desk.js';
import type { Line, OpenPhone } from './open-phone.js';
import { type Database, openDatabase } from './store/database.js';
import { migrate } from './store/migrations.js';
import type { Seal } from './store/seal.js';
import type { Asking, Stage } from './warm-up.js';

export interface RehearsalParts {
  bot: Bot;
  phone: OpenPhone;
  seal: Seal;
  now: () => Date;
}

/** A desk, and a telephone where this house has one, over a store of their own that is thrown away at the end. */
export async function openRehearsal({ bot, phone, seal, now }: RehearsalParts): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwen-rehearsal-'));
  const db = await openDatabase({ file: join(folder, 'rehearsal.db') });
  await migrate(db);
  const desk = createDesk({ bot, db, seal, now });
  const call = phone.line && (await openLine(phone, phone.line, { desk, db }));
  return {
    async ask(asking) {
      await desk.answer({ text: asking.text, region: asking.region });
      await call?.(asking);
    },
    async close() {
      await desk.idle();
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns how to hold a call: a question is asked, the rest is heard, the caller hangs up. */
async function openLine(
  phone: OpenPhone,
  { token, base }: Line,
  others: { desk: Desk; db: Database },
): Promise<(asking: Asking) => Promise<void>> {
  const { getExpectedTwilioSignature } = await import('twilio/lib/webhooks/webhooks.js');
  const server = fastify();
  await server.register(await phone.beside({ mode: 'gather', token, base }, others));
  return async ({ text, place }) => {
    const CallSid = `CA${randomUUID().replaceAll('-', '')}`;
    const post = async (url: string, own: Record<string, string>) => {
      const params = { CallSid, ...own };
      const { statusCode } = await server.inject({
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': getExpectedTwilioSignature(token, base + url, params),
        },
        payload: new URLSearchParams(params).toString(),
      });
      if (statusCode >= 300) throw new Error(`${url} was answered with ${statusCode}`);
    };
    await post('/voice/incoming', {});
    await post('/voice/turn/1', { SpeechResult: `${place}，${text}` });
    await post('/voice/turn/2', { Digits: '1' });
    await post('/voice/status', { CallStatus: 'completed' });
  };
}
