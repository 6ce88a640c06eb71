import type { Task } from '../../src/bot/book/draft.js';
import { wishIn } from '../../src/bot/book/index.js';
import { newConversation } from '../../src/bot/conversation.js';
import type { House } from '../../src/bot/house.js';
import { understand } from '../../src/bot/understand/understand.js';
import type { Work } from '../../src/bot/work.js';

/** What a sentence that opens a conversation asks of the booking desk; null where nothing. `known`: of appointments there are. */
export function wishOf(said: string, house: House, known = false): Task | null {
  const { lexicon, held, library } = house;
  const text = house.normalize(said);
  const conversation = newConversation();
  const understanding = understand(text, conversation, null, { lexicon, held, rarity: library.rarity });
  return wishIn({ text, conversation, understanding } as Work, house, known);
}
