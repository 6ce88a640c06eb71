import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import type { Work } from '../work.js';

/** Milliseconds: retrieval by words alone answers too. */
const PATIENCE_MS = 400;

/** All of an ask that evidence is sought by. */
export const soughtText = ({ story, text, carried }: Ask): string => `${story}${text}${carried}`;

/**
 * Has the questions embedded where an embedder is configured and its index is ready. Only policies that answer in
 * their own words are searched by vectors: where there is none, nothing is asked.
 */
export async function embedQuestions(work: Work, house: House): Promise<Work> {
  const { embedded, library, provisions } = house;
  if (!embedded?.isReady || library.documents.every((d) => provisions.documentIds.has(d.meta.id)))
    return work;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  await Promise.all(work.understanding.asks.map((ask) => embedded.embed(soughtText(ask), signal)));
  return work;
}
