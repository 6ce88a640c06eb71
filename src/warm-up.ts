import { setTimeout as delay } from 'node:timers/promises';
import { newConversation } from './bot/conversation.js';
import type { Bot } from './bot/desk.js';
import type { House } from './bot/house.js';

/** Enough for the engine to have compiled what a turn runs. */
const QUESTIONS_A_PLACE = 30;
/** Opens an assessment of all that a place grants: its first question is found out once and then kept. */
const OPENING = '我妈能领点什么';

/** Milliseconds. */
const LEAST_REST = 5;

interface Asking {
  text: string;
  region: string;
}

/** Questions of the corpus's own, the places taken in turns. */
export function warmingQuestions({ library, provisions, held }: House): Asking[] {
  const places = held.map(({ adcode }) => {
    const asks = library.documents
      .filter(({ meta }) => meta.region.adcode === adcode)
      .flatMap(({ meta }) => provisions.of(meta.id).flatMap((provision) => provision.asks.slice(0, 1)));
    const step = Math.max(1, Math.floor(asks.length / QUESTIONS_A_PLACE));
    return [OPENING, ...asks.filter((_, i) => i % step === 0)].map((text) => ({ text, region: adcode }));
  });
  const most = Math.max(0, ...places.map((asked) => asked.length));
  return Array.from({ length: most }, (_, i) => places.flatMap((asked) => asked[i] ?? [])).flat();
}

/**
 * Asks what nobody asked, so that the first who calls does not wait while the engine compiles the program; what comes
 * in meanwhile is answered in between. Nothing is stored or sent. Returns how to stop it.
 */
export function warmUp(
  bot: Bot,
  questions: readonly Asking[],
  onError: (error: unknown) => void,
): () => void {
  let stopped = false;
  async function ask(): Promise<void> {
    let took = 0;
    for (const { text, region } of questions) {
      // At most half of the time is taken from those who really ask.
      await delay(took + LEAST_REST);
      if (stopped) return;
      const began = performance.now();
      await bot.handle({ text, region, conversation: newConversation() });
      took = performance.now() - began;
    }
  }
  ask().catch(onError);
  return () => {
    stopped = true;
  };
}
