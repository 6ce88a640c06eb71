import type { Ask } from '../understand/ask.js';
import type { Ranked } from './rank.js';

/**
 * Log-odds that a provision answers, fitted by logistic regression on evals/answers (154 questions whose first
 * provision is right or wrong; wrong ones weigh twice).
 */
const ODDS = {
  bias: -3.26,
  likeness: 2.59,
  evidence: 3.9,
  coverage: 1.75,
  concepts: 1.28,
  unmet: -0.9,
  lacking: -2.1,
};
/** Natural logarithm of BM25 at which the evidence counts fully. */
const FULL_EVIDENCE = 5;
const MOST_UNMET = 3;

function odds(r: Ranked): number {
  return (
    ODDS.bias +
    ODDS.likeness * r.likeness +
    (ODDS.evidence * Math.log1p(r.evidence)) / FULL_EVIDENCE +
    ODDS.coverage * r.coverage +
    ODDS.concepts * r.concepts +
    ODDS.unmet * Math.min(MOST_UNMET, r.unmet.length) +
    ODDS.lacking * Math.min(1, r.lacking.length)
  );
}

/** A further statement must come this close to the first. */
const CLOSE = 0.8;
const MOST = 3;

export const acceptable = (r: Ranked): boolean => odds(r) >= 0;

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
