import { normalise } from './normalise.js';
import { found, type Pattern } from './pattern.js';
import type { GuardOutcome } from './types.js';

/** Fewer characters than this are no question: 好, 谢谢. */
const LEAST_QUESTION = 4;

/** The outcome for `text`, which holds orders to the program: what is left of it without them, clause by clause. */
export function withoutOrders(text: string, orders: Pattern): GuardOutcome {
  const rest = text
    .split(/(?<=[，。！？；：,!?;:\n]|\. )/u)
    .filter((clause) => !found(normalise(clause), orders))
    .join('')
    .trim();
  const length = rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return length < LEAST_QUESTION ? { kind: 'injection' } : { kind: 'injection', rest };
}
