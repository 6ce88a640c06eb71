import { z } from 'zod';
import type { ChatRequest } from '../../../models/chat.js';
import type { Item } from './ground.js';

/** A sentence of the reply; `items` number what it rests on, from 1. */
export const sentenceSchema = z.strictObject({ text: z.string().min(1), items: z.array(z.int()) });

const replySchema = z.strictObject({
  basis: z.enum(['whole', 'partial', 'none']),
  sentences: z.array(sentenceSchema),
});

/** Without basis the model says so before its first sentence. */
export const NO_BASIS = /"basis"\s*:\s*"none"/u;

/** Tokens: an answer is short, and a model that goes on is not answering. */
const MOST_TOKENS = 800;
const LONGEST_QUESTION = 400;
const LONGEST_QUOTE = 200;

/** Documents and questions are data: they cannot close the fence they stand in. */
export const fenced = (text: string): string => text.replace(/</gu, '＜').replace(/>/gu, '＞');

/** What the model is given to put into words. `question`: as asked, and as it was made whole where it was. */
export function wordingRequest(
  prompt: string,
  question: readonly string[],
  items: readonly Item[],
): ChatRequest {
  const asked = question.map((q) => fenced(q.slice(0, LONGEST_QUESTION))).join('\n');
  const told = items.map((item, i) => `[${i + 1}] ${fenced(described(item))}`).join('\n');
  return {
    messages: [
      { role: 'system', text: prompt },
      { role: 'user', text: `<问题>\n${asked}\n</问题>\n<条文>\n${told}\n</条文>` },
    ],
    shape: { name: 'answer', schema: replySchema },
    most: MOST_TOKENS,
  };
}

function described({ plain, region, citations }: Item): string {
  const quotes = [...new Set(citations.map((c) => c.quote.replace(/\s+/gu, '')))].join('……');
  const place = region === null ? '' : `（${region.name}）`;
  return `${place}${plain}\n原文：${quotes.slice(0, LONGEST_QUOTE)}`;
}
