/**
 * Whether a provision shows what is wanted: `open` where it only says that it is not written, `missing` where it
 * says nothing of the kind, `lacking` where it says nothing of a particular that is asked (which telephone, which form).
 */
export type Shape = 'met' | 'open' | 'missing' | 'lacking';

/** What speaks for and against that a provision answers a question. */
export interface Signs {
  /** Of the whole question, unscaled, in nats. */
  evidence: number;
  /** Share of the rarity of the asking words that the provision speaks of, in [0, 1]. */
  coverage: number;
  /** Share of the question's concepts that it speaks of, in [0, 1]. */
  concepts: number;
  /** It lacks a concept without which it answers another question. */
  lacking: boolean;
  shape: Shape;
  /** Money is asked about, and it tells of none that goes this way. */
  otherWay: boolean;
  /**
   * How many times as like the question as the first provision the nearest matter is that the policy is not about, as
   * a logarithm.
   */
  elsewhere: number;
  /** How much more like the question the first provision is than the second: one that answers mostly stands out. */
  lead: number;
  /** How much more like a question that wants no figure this one is than any other, as a share of its likeness, in [0, 0.5]. */
  ahead: number;
}

/**
 * Logistic regression on the first provision of each of the 1,138 questions of evals/answers (sets 1 to 16 and 18) that a
 * clause answers or that ask for what is not there; each question set judged by the fit on the others.
 */
const ODDS = {
  bias: -5,
  evidence: 3.99,
  coverage: 0.82,
  concepts: 1.1,
  lacking: -1.36,
  missing: -2.35,
  open: 1.23,
  otherWay: -0.89,
  lead: 0,
  ahead: 2.5,
  elsewhere: -2.33,
};
/**
 * The same of a document's own statements, which nobody asked for in any words: fitted on the questions of each of the
 * five documents with its provisions left out, each document judged by the fit on the others, near misses twice. The
 * bias was set so that of those near misses one in twenty-five is answered.
 */
const ODDS_UNPREPARED: typeof ODDS = {
  bias: -5.35,
  evidence: 6.23,
  coverage: 1.67,
  concepts: 1.07,
  lacking: -0.6,
  missing: -3.02,
  open: 0,
  otherWay: -1.38,
  lead: 3.3,
  ahead: 0,
  elsewhere: 0,
};
/** Natural logarithm of the evidence at which the evidence counts fully. */
const FULL_EVIDENCE = 5;

/** Log-odds that it answers. `prepared`: it has been put plainly, and people's ways of asking for it are known. */
export function oddsOf(signs: Signs, prepared: boolean): number {
  const odds = prepared ? ODDS : ODDS_UNPREPARED;
  return (
    odds.bias +
    (odds.evidence * Math.log1p(signs.evidence)) / FULL_EVIDENCE +
    odds.coverage * signs.coverage +
    odds.concepts * signs.concepts +
    (signs.lacking ? odds.lacking : 0) +
    oddsOfShape(signs.shape, odds) +
    (signs.otherWay ? odds.otherWay : 0) +
    odds.lead * signs.lead +
    odds.ahead * signs.ahead +
    odds.elsewhere * signs.elsewhere
  );
}

/** A particular that is not told is not answered, whatever else is alike. */
const LACKING = -6;
const oddsOfShape = (shape: Shape, odds: typeof ODDS): number =>
  shape === 'met' ? 0 : shape === 'lacking' ? LACKING : odds[shape];
