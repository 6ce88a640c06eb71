import { isLeaf, NO, type Node } from './diagram.js';
import { type ConditionReport, explain } from './explain.js';
import type { FactName, Facts } from './facts.js';
import { type Amount, masksOf, type Rule, type Rulebook } from './rulebook.js';
import type { Benefit } from './schema.js';

/**
 * `unknown`: what is not known can still turn it either way. `no_rate`: the policy has no rule, or no amount,
 * for that day; the latest is never taken instead.
 */
export type Outcome = 'eligible' | 'ineligible' | 'unknown' | 'no_rate';

export interface Assessment {
  benefit: Benefit;
  outcome: Outcome;
  /** What it comes to while it is not ruled out; null where no figure is stated. */
  amount: Amount | null;
  /** More than one where the missing facts decide the amount; `amount` is then the least of them, as a lower bound. */
  possibleAmounts: readonly Amount[];
  conditions: readonly ConditionReport[];
  /** Facts not known that can change the outcome or the amount. */
  missing: readonly FactName[];
}

/** Every benefit of the rulebook by the facts, in its order. */
export function assess(book: Rulebook, facts: Facts): Assessment[] {
  const masks = masksOf(book, facts);
  return book.rules.map((rule) => assessRule(book, rule, facts, masks));
}

/** `masks`: of the same facts, by {@link masksOf}. */
export function assessRule(book: Rulebook, rule: Rule, facts: Facts, masks: readonly number[]): Assessment {
  const root = book.diagrams.restrict(rule.root, masks);
  const outcome = outcomeOf(book, rule, root);
  const possibleAmounts = outcome === 'no_rate' ? [] : amountsOf(book, rule, root);
  return {
    benefit: rule.benefit,
    outcome,
    amount: leastOf(possibleAmounts),
    possibleAmounts,
    conditions: explain(rule.benefit.conditions, facts, (atom) => book.holds(atom, masks)),
    missing: outcome === 'no_rate' ? [] : factsOf(book, root),
  };
}

function outcomeOf({ diagrams }: Rulebook, rule: Rule, restricted: Node): Outcome {
  if (rule.outOfDate) return 'no_rate';
  if (restricted === NO) return 'ineligible';
  return diagrams.results(restricted) & 1 ? 'unknown' : 'eligible';
}

function amountsOf({ diagrams }: Rulebook, rule: Rule, restricted: Node): Amount[] {
  const results = diagrams.results(restricted);
  return rule.amounts.flatMap((amount, i) => {
    if (amount === null || ((results >> (i + 1)) & 1) === 0) return [];
    const { value, unit, per, bound } = amount;
    return [{ value, unit, per, bound }];
  });
}

function leastOf(amounts: readonly Amount[]): Amount | null {
  const [first, ...rest] = amounts;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  return { ...first, value: Math.min(...amounts.map(({ value }) => value)), bound: 'at_least' };
}

/** The facts that a function still depends on, each once. */
function factsOf({ diagrams, variables }: Rulebook, restricted: Node): FactName[] {
  if (isLeaf(restricted)) return [];
  const facts = diagrams.support(restricted).flatMap((v) => variables[v]?.fact ?? []);
  return [...new Set(facts)];
}
