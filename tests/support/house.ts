import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversation, newConversation } from '../../src/bot/conversation.js';
import type { House } from '../../src/bot/house.js';
import type { Reply } from '../../src/bot/reply.js';
import { createBot } from '../../src/bot/turn.js';
import { openHouse } from '../../src/open-house.js';
import { ROOT } from '../../src/root.js';

let opened: Promise<House> | undefined;

/** The real corpus, opened once for all tests of a file. */
export function realHouse(): Promise<House> {
  opened ??= mkdtemp(join(tmpdir(), 'yiwen-index-')).then((folder) =>
    openHouse(join(ROOT, 'corpus'), folder),
  );
  return opened;
}

export const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

/** A conversation with the bot over the real corpus; each call is one turn. */
export async function talk(region: string | null = null): Promise<(text: string) => Promise<Reply>> {
  const house = await realHouse();
  const bot = createBot({ house: () => house, clock: () => NOW });
  let conversation: Conversation = newConversation();
  return async (text) => {
    const settled = await bot.handle({ text, region, conversation });
    conversation = settled.conversation;
    return settled.reply;
  };
}
