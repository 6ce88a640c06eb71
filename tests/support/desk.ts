import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newConversation } from '../../src/bot/conversation.js';
import { type Asked, type Bot, createDesk, type Desk } from '../../src/bot/desk.js';
import type { Reply } from '../../src/bot/reply.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import { createSeal } from '../../src/store/seal.js';

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'yiwen-'));

const replyOf = (text: string): Reply => ({
  kind: 'answer',
  text,
  speech: text,
  citations: [],
  suggestions: [],
  actions: [],
});

/**
 * A bot that answers with the words before and the words now, so that a lost or doubled turn shows, takes as long as
 * it is told to, and fails on 坏.
 */
export function echoBot(takes = 5): Bot & { asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async handle(turn) {
      asked.push(turn);
      await new Promise((done) => setTimeout(done, takes));
      if (turn.text === '坏') throw new Error('the bot failed');
      const before = turn.conversation.lastReply?.text ?? '';
      const reply = replyOf(`${before}${turn.text}。`);
      return { reply, conversation: { ...newConversation(), lastReply: reply } };
    },
  };
}

export interface TestDesk {
  desk: Desk;
  /** Another server on the same database. */
  second: (bot: Bot) => Desk;
}

/** A desk on a database of its own, for one test. */
export async function openDesk(bot: Bot): Promise<TestDesk> {
  const db = await openDatabase({ file: join(temporaryFolder(), 'yiwen.db') });
  onTestFinished(() => db.destroy());
  await migrate(db);
  const parts = { db, seal: createSeal(randomBytes(32)), now: () => new Date('2026-11-21T02:00:00Z') };
  return { desk: createDesk({ ...parts, bot }), second: (other) => createDesk({ ...parts, bot: other }) };
}
