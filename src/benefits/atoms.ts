import type { FactValue } from './facts.js';
import { isWithin } from './place.js';
import type { Atom, Condition } from './schema.js';

/** Whether a fact that is wholly known meets an atom; of a set, `value` says whether the member holds. */
export function meets(atom: Atom, value: FactValue): boolean {
  if (atom.has !== undefined) return value === true;
  if (atom.is !== undefined) return value === atom.is;
  if (typeof value === 'number') {
    if (atom.atLeast !== undefined) return value >= atom.atLeast;
    if (atom.moreThan !== undefined) return value > atom.moreThan;
    if (atom.atMost !== undefined) return value <= atom.atMost;
    return atom.lessThan !== undefined && value < atom.lessThan;
  }
  if (typeof value !== 'string') return false;
  if (atom.within !== undefined) return isWithin(value, atom.within);
  return atom.in?.includes(value) ?? false;
}

/** The atoms of a condition, in order. */
export function atomsOf(condition: Condition): Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('not' in condition) return atomsOf(condition.not);
  return [condition];
}
