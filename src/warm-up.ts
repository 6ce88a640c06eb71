import { setTimeout as delay } from 'node:timers/promises';
import type { House } from './bot/house.js';

/** Enough for the engine to have compiled what a turn runs. */
const QUESTIONS_A_PLACE = 30;
/** Opens an assessment of all that a place grants: its first question is found out once and then kept. */
const OPENING = '我妈能领点什么';

/** Milliseconds. */
const LEAST_REST = 5;
/** Milliseconds without other work after there was some: people are served one after another, with pauses between them. */
const QUIET = 500;

export interface Asking {
  text: string;
  /** Its adcode, and its name. */
  region: string;
  place: string;
}

/** Where it is asked: nothing of it is stored or sent. */
export interface Stage {
  ask(asking: Asking): Promise<void>;
  close(): Promise<void>;
}

/** Questions of the corpus's own, the places taken in turns. */
export function warmingQuestions({ library, provisions, held }: House): Asking[] {
  const places = held.map(({ adcode, name }) => {
    const asks = library.documents
      .filter(({ meta }) => meta.region.adcode === adcode)
      .flatMap(({ meta }) => provisions.of(meta.id).flatMap((provision) => provision.asks.slice(0, 1)));
    const step = Math.max(1, Math.floor(asks.length / QUESTIONS_A_PLACE));
    return [OPENING, ...asks.filter((_, i) => i % step === 0)].map((text) => ({
      text,
      region: adcode,
      place: name,
    }));
  });
  const most = Math.max(0, ...places.map((asked) => asked.length));
  return Array.from({ length: most }, (_, i) => places.flatMap((asked) => asked[i] ?? [])).flat();
}

/**
 * Asks what nobody asked, so that the first who calls does not wait while the engine compiles the program; while
 * anything else is done it rests. Resolves when all is asked, or soon after `signal` is aborted.
 */
export async function warmUp(
  openStage: () => Promise<Stage>,
  questions: readonly Asking[],
  signal: AbortSignal,
): Promise<void> {
  const stage = await openStage();
  try {
    let took = 0;
    for (const asking of questions) {
      // At most half of the time is taken from those who really ask.
      await rest(took + LEAST_REST, signal);
      if (signal.aborted) return;
      const began = performance.now();
      await stage.ask(asking);
      took = performance.now() - began;
    }
  } finally {
    await stage.close();
  }
}

/** Share of a rest that other work may take: with more, somebody is being served. */
const MOST_BUSY = 0.05;

/** Rests for `ms`; if others kept the process busy meanwhile, until they have left it alone. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  for (let quiet = ms; !signal.aborted; quiet = QUIET) {
    const before = performance.eventLoopUtilization();
    await delay(quiet);
    if (performance.eventLoopUtilization(before).utilization <= MOST_BUSY) return;
  }
}
