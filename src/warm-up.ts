import { setTimeout as delay } from 'node:timers/promises';
import type { House } from './bot/house.js';

/** With what is said in whole conversations, enough for the engine to have compiled what a turn runs. */
const QUESTIONS_A_PLACE = 30;
const QUESTIONS_A_TALK = 8;
/** Opens an assessment of all that a place grants: its first question is found out once and then kept. */
const OPENING = '我妈能领点什么';

/** Milliseconds. */
const LEAST_REST = 5;
/** Milliseconds without other work after there was some: people are served one after another, with pauses between them. */
const QUIET = 500;

/** One person's conversation. */
export interface Talk {
  /** Where it is held, its adcode, and its name. */
  region: string;
  place: string;
  /** What the person says, turn by turn: words, a key in brackets ([1]), or nothing at all ([]). */
  turns: readonly string[];
}

/** Where it is rehearsed: nothing of it is stored or sent. */
export interface Stage {
  /** Takes the next turn whenever it is asked for; a talk that is left is over. */
  hold(talk: Talk): AsyncIterable<void>;
  close(): Promise<void>;
}

/** Questions of the corpus's own, several in a talk, and the talks of `script`: each at one of the places, in turn. */
export function talksOf({ library, provisions, held }: House, script: readonly string[][]): Talk[] {
  const asked = held.flatMap(({ adcode, name }) => {
    const asks = library.documents
      .filter(({ meta }) => meta.region.adcode === adcode)
      .flatMap(({ meta }) => provisions.of(meta.id).flatMap((provision) => provision.asks.slice(0, 1)));
    const step = Math.max(1, Math.floor(asks.length / QUESTIONS_A_PLACE));
    const chosen = [OPENING, ...asks.filter((_, i) => i % step === 0)];
    const talks = Math.ceil(chosen.length / QUESTIONS_A_TALK);
    return Array.from({ length: talks }, (_, talk) => ({
      turns: chosen.filter((_, i) => i % talks === talk),
      region: adcode,
      place: name,
    }));
  });
  const told = script.flatMap((turns, i) => {
    const place = held[i % held.length];
    return place === undefined ? [] : { turns, region: place.adcode, place: place.name };
  });
  return [...asked, ...told];
}

/** Conversations as they are written: a line a turn, empty lines between them; lines that begin with # are left out. */
export const readScript = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n{2,}/u)
    .map((talk) => talk.split('\n').filter((line) => line !== ''))
    .filter((turns) => turns.length > 0);

/**
 * Says what nobody said, so that the first who calls does not wait while the engine compiles the program; while
 * anything else is done it rests. Resolves when all is said, or soon after `signal` is aborted.
 */
export async function warmUp(
  openStage: () => Promise<Stage>,
  talks: readonly Talk[],
  signal: AbortSignal,
): Promise<void> {
  const stage = await openStage();
  try {
    await rest(LEAST_REST, signal);
    for (const talk of talks) {
      if (signal.aborted) return;
      let began = performance.now();
      for await (const _ of stage.hold(talk)) {
        // At most half of the time is taken from those who really ask.
        await rest(performance.now() - began + LEAST_REST, signal);
        if (signal.aborted) return;
        began = performance.now();
      }
    }
  } finally {
    await stage.close();
  }
}

/** Of a rest, the share and the milliseconds that the engine's own chores may take: with more, somebody is served. */
const CHORES = { share: 0.05, ms: 3 };

/** Rests for `ms`; if others kept the process busy meanwhile, until they have left it alone. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  for (let quiet = ms; !signal.aborted; quiet = QUIET) {
    const before = performance.eventLoopUtilization();
    await delay(quiet);
    if (performance.eventLoopUtilization(before).active <= CHORES.share * quiet + CHORES.ms) return;
  }
}
