import { type FactName, type Facts, specOf } from './facts.js';
import type { Atom, Condition } from './schema.js';

/** One condition as the facts leave it; `met` is null where they do not tell. */
export interface ConditionReport {
  text: string;
  fact: FactName;
  met: boolean | null;
  quote: string;
  /** Path of the clause where it is not the benefit's own. */
  clause: string | null;
  /** How far a number is from what is asked; only where it is not met. */
  shortfall: Shortfall | null;
}

interface Shortfall {
  /** In the fact's unit, more than 0. */
  by: number;
  /** 还差2岁. */
  text: string;
}

type Holds = (atom: Atom) => boolean | null;

/**
 * The conditions that decide, as a list. Of alternatives: the first that holds; all, where none does; those not
 * ruled out, where one still may.
 */
export function explain(condition: Condition | undefined, facts: Facts, holds: Holds): ConditionReport[] {
  if (condition === undefined) return [];
  return deciding(condition, holds).map(({ atom, met, text }) => ({
    text,
    fact: atom.fact,
    met,
    quote: atom.quote,
    clause: atom.clause ?? null,
    shortfall: met === false ? shortfallOf(atom, facts) : null,
  }));
}

interface Decided {
  atom: Atom;
  met: boolean | null;
  text: string;
}

function deciding(condition: Condition, holds: Holds): Decided[] {
  if ('all' in condition) return condition.all.flatMap((one) => deciding(one, holds));
  if ('any' in condition) {
    const settled = condition.any.map((one) => ({ one, holds: verdict(one, holds) }));
    const first = settled.find((s) => s.holds === true);
    if (first) return deciding(first.one, holds);
    const open = settled.filter((s) => s.holds === null);
    return (open.length > 0 ? open : settled).flatMap(({ one }) => deciding(one, holds));
  }
  if ('not' in condition) {
    const met = verdict(condition, holds);
    return deciding(condition.not, holds).map(({ atom }) => ({ atom, met, text: condition.text }));
  }
  return [{ atom: condition, met: holds(condition), text: condition.text }];
}

/** Kleene's strong three values: enough to choose what to show, while the outcome itself is exact. */
function verdict(condition: Condition, holds: Holds): boolean | null {
  if ('not' in condition) {
    const inner = verdict(condition.not, holds);
    return inner === null ? null : !inner;
  }
  if ('all' in condition) return combined(condition.all, holds, false);
  if ('any' in condition) return combined(condition.any, holds, true);
  return holds(condition);
}

function combined(conditions: readonly Condition[], holds: Holds, decisive: boolean): boolean | null {
  const verdicts = conditions.map((one) => verdict(one, holds));
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes(null) ? null : !decisive;
}

function shortfallOf(atom: Atom, facts: Facts): Shortfall | null {
  const spec = specOf(atom.fact);
  const known = facts[atom.fact];
  if (spec.type !== 'number' || known === undefined || known === null) return null;
  const [low, high] = Array.isArray(known) ? known : [known, known];
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  const floor = atom.atLeast ?? atom.moreThan;
  const ceiling = atom.atMost ?? atom.lessThan;
  const by = floor === undefined ? low - (ceiling ?? low) : floor - high;
  if (by < 0) return null;
  return {
    by,
    text: inWords(by, spec.unit === '岁' ? '年' : spec.unit, floor === undefined ? '多了' : '还差'),
  };
}

function inWords(by: number, unit: string, lead: string): string {
  const whole = Math.floor(by + 1e-9);
  if (whole === 0) return `${lead}不到1${unit}`;
  return `${lead}${whole}${unit}${by - whole > 1e-9 ? '多' : ''}`;
}
