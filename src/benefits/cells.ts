import type { FactSpec, FactValue, PlaceKnown } from './facts.js';
import { isWithin } from './place.js';
import type { Atom } from './schema.js';

/** Values of a fact that no atom tells apart. */
export type Cell =
  /** `value` is one of them; the ends belong to the cell where they are closed. */
  | { kind: 'interval'; value: number; low: number; high: number; lowClosed: boolean; highClosed: boolean }
  | { kind: 'values'; value: FactValue; values: readonly FactValue[] }
  /** `value` is the innermost place of the rules that holds it, or stands for the rest of the world. */
  | { kind: 'place'; value: string };

/** Lies in no place of any rule; GB/T 2260 gives it to nobody. */
const ELSEWHERE = '990000';

/** All values of a fact, in the cells that the atoms' own values mark out; neighbours may yet be alike. */
export function rawCells(spec: FactSpec, atoms: readonly Atom[]): Cell[] {
  switch (spec.type) {
    case 'number':
      return intervals(
        atoms.map((a) => a.atLeast ?? a.moreThan ?? a.atMost ?? a.lessThan ?? 0),
        spec.integer,
      );
    case 'choice':
      return spec.values.map((value) => ({ kind: 'values', value, values: [value] }));
    case 'place': {
      const named = new Set(atoms.map((a) => a.within ?? ELSEWHERE));
      return [...named.add(ELSEWHERE)].map((value) => ({ kind: 'place', value }));
    }
    default:
      return [false, true].map((value) => ({ kind: 'values', value, values: [value] }));
  }
}

function intervals(thresholds: readonly number[], integer: boolean): Cell[] {
  const cuts = [...new Set(thresholds)].sort((a, b) => a - b);
  const cells: Cell[] = [];
  let low = Number.NEGATIVE_INFINITY;
  for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
    const value = between(low, cut, integer);
    if (value !== null)
      cells.push({ kind: 'interval', value, low, high: cut, lowClosed: false, highClosed: false });
    if (Number.isFinite(cut))
      cells.push({ kind: 'interval', value: cut, low: cut, high: cut, lowClosed: true, highClosed: true });
    low = cut;
  }
  return cells;
}

/** A number strictly between two; null where there is none. */
function between(low: number, high: number, integer: boolean): number | null {
  if (low === Number.NEGATIVE_INFINITY) return high === Number.POSITIVE_INFINITY ? 0 : high - 1;
  if (!integer) return high === Number.POSITIVE_INFINITY ? low + 1 : (low + high) / 2;
  return low + 1 < high ? low + 1 : null;
}

/** Two neighbours, or two sets of values, as one cell. */
export function merge(a: Cell, b: Cell): Cell {
  if (a.kind === 'interval' && b.kind === 'interval') return { ...a, high: b.high, highClosed: b.highClosed };
  if (a.kind === 'values' && b.kind === 'values') return { ...a, values: [...a.values, ...b.values] };
  throw new Error('places are told apart by their own codes');
}

/** Whether what is known of a fact leaves the cell possible. `others`: the places of all its cells. */
export function isPossible(cell: Cell, known: FactValue, others: readonly Cell[]): boolean {
  switch (cell.kind) {
    case 'interval': {
      const [low, high] = numbersOf(known);
      const fromBelow = cell.highClosed ? low <= cell.high : low < cell.high;
      return fromBelow && (cell.lowClosed ? high >= cell.low : high > cell.low);
    }
    case 'values':
      return cell.values.some((value) =>
        isList(known) ? known.some((one) => one === value) : known === value,
      );
    case 'place':
      return isPlaceKnown(known) && placePossible(cell.value, known, others);
  }
}

function placePossible(code: string, known: PlaceKnown, others: readonly Cell[]): boolean {
  const inner = others.flatMap((c) => (c.kind === 'place' && c.value !== code ? [c.value] : []));
  if (typeof known === 'string')
    return isHeldBy(known, code) && !inner.some((c) => isHeldBy(c, code) && isWithin(known, c));
  const { within, outside } = known;
  if (outside !== undefined && code !== ELSEWHERE && isWithin(code, outside)) return false;
  if (within === undefined) return true;
  // A place within `within` may lie in `code` if one of the two holds the other; in an inner place, it is that one's.
  if (isHeldBy(within, code)) return !inner.some((c) => isHeldBy(c, code) && isWithin(within, c));
  return isWithin(code, within);
}

const isHeldBy = (place: string, code: string): boolean => code === ELSEWHERE || isWithin(place, code);
const isList = (value: FactValue): value is readonly string[] | readonly [number, number] =>
  Array.isArray(value);
const isPlaceKnown = (value: FactValue): value is PlaceKnown =>
  typeof value === 'string' || (typeof value === 'object' && !Array.isArray(value));

function numbersOf(known: FactValue): readonly [number, number] {
  if (typeof known === 'number') return [known, known];
  if (Array.isArray(known) && typeof known[0] === 'number' && typeof known[1] === 'number')
    return [known[0], known[1]];
  return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}
