import type { Ask } from '../understand/ask.js';
import type { Ranked } from './rank.js';

/**
 * Log-odds that a provision answers, fitted by logistic regression on evals/answers (163 questions whose first
 * provision is right or wrong; wrong ones weigh twice).
 */
const ODDS = {
  bias: -2.51,
  likeness: 0.87,
  evidence: 2.1,
  coverage: 2.6,
  concepts: 3.9,
  unmet: -0.27,
  lacking: -2.58,
  unheard: -1,
};
/** Natural logarithm of BM25 at which the evidence counts fully. */
const FULL_EVIDENCE = 5;
const MOST_UNMET = 3;
/** In a longer ask, a noun that no policy uses is the story's. */
const SHORT_ASK = 30;

function odds(ask: Ask, r: Ranked): number {
  return (
    ODDS.bias +
    ODDS.likeness * r.likeness +
    (ODDS.evidence * Math.log1p(r.evidence)) / FULL_EVIDENCE +
    ODDS.coverage * r.coverage +
    ODDS.concepts * r.concepts +
    ODDS.unmet * Math.min(MOST_UNMET, r.unmet.length) +
    ODDS.lacking * Math.min(1, r.lacking.length) +
    ODDS.unheard * (ask.text.length <= SHORT_ASK ? Math.min(2, r.unheard) : 0)
  );
}

/** Whether it may be about the same thing, though it need not answer: a case told at length is like no question. */
export const isNear = (ask: Ask, r: Ranked): boolean => !r.other && odds(ask, r) >= NEAR;
const NEAR = -1;

/** A further statement must come this close to the first; one that meets what the first leaves open, less close. */
const CLOSE = 0.72;
const CLOSING = 0.66;
const MOST = 2;
const MOST_OF_SEVERAL = 3;
/** A concept that weighs so much is what the question is about. */
const HEAVY = 0.5;

const MONEY = /[0-9.]+(?=\s*(?:万)?元)/gu;
/** Asks for several things of a kind at once. */
const SEVERAL = /各|分别|都|哪几|哪些|几样|几档|几类|一并|三类/u;

/**
 * The provision that answers and those that say more of it. One that names another amount is another class's rule
 * (200元, 150元), and is left out unless several are asked for: the policy separates them.
 */
export function select(ask: Ask, ranked: readonly Ranked[]): Ranked[] {
  const good = ranked.filter((r) => !r.other && odds(ask, r) >= 0);
  const [first] = good;
  if (first === undefined) return [];
  const chosen = [first];
  const several = SEVERAL.test(ask.text);
  for (const next of good.slice(1)) {
    if (chosen.length === (several ? MOST_OF_SEVERAL : MOST)) break;
    if (next.heaviestUnmet > first.heaviestUnmet && next.heaviestUnmet >= HEAVY) continue;
    const open = first.unmet.filter((surface) => chosen.every((c) => c.unmet.includes(surface)));
    const closes = open.some((surface) => !next.unmet.includes(surface));
    if (next.score < (closes ? CLOSING : CLOSE) * first.score) continue;
    if (several || !namesOtherAmount(chosen, next)) chosen.push(next);
  }
  return chosen;
}

function namesOtherAmount(chosen: readonly Ranked[], next: Ranked): boolean {
  const said = amountsOf(chosen.map((c) => c.provision.plain).join(''));
  return [...amountsOf(next.provision.plain)].some((amount) => !said.has(amount)) && said.size > 0;
}

const amountsOf = (text: string): Set<string> => new Set(text.match(MONEY) ?? []);
