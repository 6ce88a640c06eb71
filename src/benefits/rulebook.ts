import { atomsOf, meets } from './atoms.js';
import { createDiagrams, type Diagrams, NO, type Node, YES } from './diagram.js';
import type { Facts } from './facts.js';
import type { AmountRule, Atom, Benefit, Condition, Period } from './schema.js';
import { makeVariable, maskOf, type Variable } from './variables.js';

/** An amount as it is told: the first amount of equal ones speaks for all. */
export type Amount = Pick<AmountRule, 'value' | 'unit' | 'per' | 'bound'>;

export interface Rule {
  benefit: Benefit;
  /** Its result by the facts: {@link NO}, or 1 + the number of the amount. */
  root: Node;
  /** The amounts that it can come to; null: eligible, and no amount is stated. */
  amounts: readonly (AmountRule | null)[];
  /** The variables that its conditions and amounts speak of. */
  variables: readonly number[];
  /** The benefit as a whole, or its amounts, have no rule for the day. */
  outOfDate: boolean;
}

/** Benefits made ready to be assessed on one day. */
export interface Rulebook {
  rules: readonly Rule[];
  variables: readonly Variable[];
  diagrams: Diagrams;
  /** Whether an atom holds while the variables stay within the masks; null where they do not tell. */
  holds(atom: Atom, masks: readonly number[]): boolean | null;
}

/** `asOf`: a local day. */
export function createRulebook(benefits: readonly Benefit[], asOf: string): Rulebook {
  const diagrams = createDiagrams();
  const { variables, placeOf } = variablesOf(benefits);

  function compile(condition: Condition): Node {
    if ('all' in condition)
      return condition.all.reduceRight((rest, one) => diagrams.choose(compile(one), rest, NO), YES);
    if ('any' in condition)
      return condition.any.reduceRight((rest, one) => diagrams.choose(compile(one), YES, rest), NO);
    if ('not' in condition) return diagrams.choose(compile(condition.not), NO, YES);
    const { variable, yes } = placeOf(condition);
    const cells = variables[variable]?.cells ?? [];
    return diagrams.branch(
      variable,
      cells.map((_, i) => ((yes >> i) & 1 ? YES : NO)),
    );
  }

  const rules = benefits.map((benefit): Rule => {
    const dated = benefit.amounts.filter(
      ({ period }) => period === undefined || isWithinPeriod(asOf, period),
    );
    const amounts = distinct(dated);
    const outOfDate =
      !isWithinPeriod(asOf, benefit.period) || (dated.length === 0 && benefit.amounts.length > 0);
    const conditions = benefit.conditions === undefined ? YES : compile(benefit.conditions);
    const numberOf = (amount: AmountRule): Node => YES + amounts.findIndex((one) => isSame(one, amount));
    // Where no amount's condition holds, the benefit holds and its amount is not stated.
    const unstated = dated.every(({ when }) => when !== undefined);
    const bottom = unstated ? YES + amounts.length : NO;
    const amount = dated.reduceRight(
      (rest, one) => diagrams.choose(one.when === undefined ? YES : compile(one.when), numberOf(one), rest),
      bottom,
    );
    return {
      benefit,
      root: benefit.kind === 'intention' ? NO : diagrams.choose(conditions, amount, NO),
      amounts: unstated ? [...amounts, null] : amounts,
      variables: [...new Set(atomsOfBenefit(benefit).map((atom) => placeOf(atom).variable))],
      outOfDate,
    };
  });
  const holds = (atom: Atom, masks: readonly number[]): boolean | null => {
    const { variable, yes } = placeOf(atom);
    const possible = masks[variable] ?? -1;
    if ((possible & yes) === 0) return false;
    return (possible & ~yes & (variables[variable]?.any ?? 0)) === 0 ? true : null;
  };
  return { rules, variables, diagrams, holds };
}

/** What the facts leave possible, by variable. */
export const masksOf = ({ variables }: Rulebook, facts: Facts): number[] =>
  variables.map((variable) => maskOf(variable, facts));

const isWithinPeriod = (day: string, { from, to }: Period): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

function variablesOf(benefits: readonly Benefit[]) {
  const atoms = benefits.flatMap(atomsOfBenefit);
  const keys = [...new Set(atoms.map(keyOf))];
  const variables = keys.flatMap((key) => {
    const group = atoms.filter((atom) => keyOf(atom) === key);
    return group.slice(0, 1).map(({ fact, has }) => makeVariable(fact, has ?? null, group));
  });
  const places = new Map(
    atoms.map((atom) => {
      const variable = keys.indexOf(keyOf(atom));
      const cells = variables[variable]?.cells ?? [];
      return [
        atom,
        { variable, yes: cells.reduce((m, c, i) => (meets(atom, c.value) ? m | (1 << i) : m), 0) },
      ];
    }),
  );
  const placeOf = (atom: Atom) => places.get(atom) ?? { variable: -1, yes: 0 };
  return { variables, placeOf };
}
const atomsOfBenefit = ({ conditions, amounts }: Benefit): Atom[] =>
  [conditions, ...amounts.map(({ when }) => when)].flatMap((one) => (one === undefined ? [] : atomsOf(one)));
const keyOf = ({ fact, has }: Atom): string => (has === undefined ? fact : `${fact}:${has}`);

const isSame = (a: AmountRule, b: AmountRule): boolean =>
  a.value === b.value && a.unit === b.unit && a.per === b.per && a.bound === b.bound;
const distinct = (amounts: readonly AmountRule[]): AmountRule[] =>
  amounts.filter((amount, at) => amounts.findIndex((one) => isSame(one, amount)) === at);
