import { z } from 'zod';
import { type ChatRequest, ModelError } from '../../models/chat.js';
import { wholeJson } from '../../models/chat-json.js';
import type { House } from '../house.js';
import { type ModelStepParts, timeLeft } from '../model-step.js';
import type { Work } from '../work.js';
import { answer } from './answer.js';
import { type Contest, contestsIn, preferring } from './prefer.js';
import { fenced } from './worded/request.js';

/** Of what is left of a turn's time, the rest is for the answer's words. */
const SHARE = 0.3;
const MOST_TOKENS = 150;
const LONGEST_QUESTION = 400;
const LONGEST_RIVAL = 200;

const orderSchema = z.strictObject({ order: z.array(z.int()) });

/**
 * Lets a model say in which order it would have what may answer equally well (listwise re-ranking, Sun et al. 2023).
 * Where it is away, late or gives no order, the one of code stands.
 */
export function createReranking({ chat, prompt, within }: ModelStepParts) {
  return async (work: Work, house: House): Promise<Work> => {
    if (work.reply !== null || !chat.available) return work;
    const contests = contestsIn((prefer) => {
      for (const place of work.places)
        for (const ask of work.understanding.asks) answer(ask, place, house, prefer);
    });
    if (contests.length === 0) return work;
    const left = timeLeft(work, within);
    const patience = AbortSignal.timeout(Math.max(0, Math.floor(SHARE * left)));
    const decided = (await Promise.all(contests.map((contest) => decide(contest, patience)))).flat();
    return decided.length === 0 ? work : { ...work, prefer: preferring(decided) };
  };

  async function decide(contest: Contest, patience: AbortSignal) {
    const asked = await chat.ask('rerank', requestOf(contest, prompt), patience, async (pieces) =>
      wholeOrder((await wholeJson(pieces, orderSchema)).order, contest.words.length),
    );
    if ('value' in asked) return [{ contest, order: asked.value }];
    chat.fellBack('rerank', asked.fault);
    return [];
  }
}

function requestOf({ question, words }: Contest, prompt: string): ChatRequest {
  const rivals = words.map((text, i) => `[${i + 1}] ${fenced(text.slice(0, LONGEST_RIVAL))}`).join('\n');
  const asked = fenced(question.slice(0, LONGEST_QUESTION));
  return {
    messages: [
      { role: 'system', text: prompt },
      { role: 'user', text: `<问题>\n${asked}\n</问题>\n<条文>\n${rivals}\n</条文>` },
    ],
    shape: { name: 'order', schema: orderSchema },
    most: MOST_TOKENS,
  };
}

/** The order without numbers that stand for nothing. Throws {@link ModelError} where one is twice there, or not at all. */
function wholeOrder(order: readonly number[], count: number): number[] {
  const known = order.filter((n) => n >= 1 && n <= count);
  if (known.length !== count || new Set(known).size !== count)
    throw new ModelError('malformed', `no order of ${count}`);
  return known;
}
