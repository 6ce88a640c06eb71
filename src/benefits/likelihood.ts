import type { Cell } from './cells.js';
import type { Variable } from './variables.js';

/**
 * How often a value is met among those who ask, relative to the fact's other values. Only the order of the
 * questions rests on it, never an outcome; without anything better known, values are alike.
 */
export function likelihood(variable: Variable, cell: Cell): number {
  if (variable.fact === 'age' && cell.kind === 'interval') return shareOfAges(cell.low, cell.high);
  // People ask about the place where they are.
  if (cell.kind === 'place') return cell === variable.cells.at(-1) ? 1 : 2;
  // Each status is held by few.
  if (variable.member !== null) return cell.value === true ? 1 : 2;
  return 1;
}

/** Most who ask are between these ages; none is ruled out. */
const YOUNGEST = 55;
const OLDEST = 95;
const LEAST = 5;

function shareOfAges(low: number, high: number): number {
  const years = Math.min(high, OLDEST) - Math.max(low, YOUNGEST);
  return Math.max(years, LEAST);
}
