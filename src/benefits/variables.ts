import { meets } from './atoms.js';
import { type Cell, isPossible, merge, rawCells } from './cells.js';
import { type FactName, type Facts, specOf } from './facts.js';
import type { Atom } from './schema.js';

/**
 * A fact, or one member of a set, with its values parted into the fewest cells that the atoms tell apart.
 * What is known of it is a mask: bit i is set where cell i is still possible.
 */
export interface Variable {
  fact: FactName;
  /** The member of a set that this variable is about. */
  member: string | null;
  cells: readonly Cell[];
  /** All bits of the mask. */
  any: number;
}

/** A mask is a 32-bit integer. */
const MAX_CELLS = 30;

export function makeVariable(fact: FactName, member: string | null, atoms: readonly Atom[]): Variable {
  const cells: Cell[] = [];
  const signatures: string[] = [];
  for (const cell of rawCells(specOf(fact), atoms)) {
    const signature =
      cell.kind === 'place' ? cell.value : atoms.map((atom) => Number(meets(atom, cell.value))).join('');
    const at = signatures.indexOf(signature);
    const alike = cells[at];
    if (alike === undefined) {
      cells.push(cell);
      signatures.push(signature);
    } else cells[at] = merge(alike, cell);
  }
  if (cells.length > MAX_CELLS) throw new Error(`${fact} is parted into ${cells.length} cells`);
  return { fact, member, cells, any: (1 << cells.length) - 1 };
}

/** The cells that the facts leave possible. Facts that leave none contradict themselves: they tell nothing. */
export function maskOf(variable: Variable, facts: Facts): number {
  const known = variable.member === null ? facts[variable.fact] : memberKnown(variable.member, facts);
  if (known === undefined || known === null) return variable.any;
  let mask = 0;
  for (const [i, cell] of variable.cells.entries())
    if (isPossible(cell, known, variable.cells)) mask |= 1 << i;
  return mask === 0 ? variable.any : mask;
}

function memberKnown(member: string, facts: Facts): boolean | null {
  const complete = facts.statuses;
  if (Array.isArray(complete)) return complete.some((status) => status === member);
  if (facts.statusesIn?.includes(member)) return true;
  return facts.statusesNot?.includes(member) ? false : null;
}
