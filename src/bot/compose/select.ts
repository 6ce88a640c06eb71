import type { Ask } from '../understand/ask.js';
import type { Ranked } from './rank.js';

/** Thresholds of an answer, fitted on evals/answers (see its report). */
export const ACCEPT = { score: 0.4, coverage: 0.5, likeness: 0.5 };
/** A further statement must come this close to the first. */
const CLOSE = 0.8;
const MOST = 3;

export const acceptable = (r: Ranked): boolean =>
  r.lacking.length === 0 &&
  r.score >= ACCEPT.score &&
  (r.coverage >= ACCEPT.coverage || r.likeness >= ACCEPT.likeness);

/** The provision that answers and, where it leaves part of the question unmet, those that meet the rest. */
export function select(ask: Ask, ranked: readonly Ranked[]): Ranked[] {
  const good = ranked.filter(acceptable);
  const [first] = good;
  if (first === undefined) return [];
  const chosen = [first];
  let open = first.unmet;
  for (const next of good.slice(1)) {
    if (chosen.length === MOST || open.length === 0) break;
    const closes = open.filter((surface) => !next.unmet.includes(surface));
    if (closes.length > 0 && next.score >= CLOSE * first.score) {
      chosen.push(next);
      open = open.filter((surface) => next.unmet.includes(surface));
    }
  }
  return ask.wants.includes('list') ? chosen : chosen.slice(0, MOST);
}
