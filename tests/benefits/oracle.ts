import { type Facts, isFactName, specOf } from '../../src/benefits/facts.js';
import type { Atom, Benefit, Condition } from '../../src/benefits/schema.js';

/**
 * The meaning of a benefit by brute force, written apart from the engine: every way to complete what is not
 * known is tried, one after the other.
 */
export type World = Record<string, unknown>;

const FLAGS = [false, true];
const choices = (fact: string): readonly unknown[] => {
  const spec = isFactName(fact) ? specOf(fact) : null;
  return spec?.type === 'choice' ? spec.values : FLAGS;
};
const PLACES = ['431202', '431221', '431200', '430000', '411281', '370829', '410105', '610102', '110000'];
const NUMBERS: Record<string, { step: number; max: number }> = {
  age: { step: 0.25, max: 110 },
  leaseYears: { step: 0.5, max: 12 },
  monthsOperating: { step: 0.5, max: 15 },
  beds: { step: 1, max: 400 },
  generalPractitioners: { step: 1, max: 3 },
  yearsWithoutViolation: { step: 0.5, max: 5 },
  yearsWithoutAccident: { step: 0.5, max: 5 },
};

export const atomsIn = (condition: Condition): Atom[] =>
  'all' in condition
    ? condition.all.flatMap(atomsIn)
    : 'any' in condition
      ? condition.any.flatMap(atomsIn)
      : 'not' in condition
        ? atomsIn(condition.not)
        : [condition];

/** All that a fact can be, as far as these atoms can tell, given what is known of it. */
function possible(fact: string, facts: Facts, atoms: readonly Atom[]): readonly unknown[] {
  const known: unknown = Reflect.get(facts, fact);
  const number = NUMBERS[fact];
  if (number !== undefined) {
    if (typeof known === 'number') return [known];
    const [low, high] = Array.isArray(known) ? known : [0, number.max];
    const marks = atoms.flatMap((a) =>
      [a.atLeast, a.atMost, a.moreThan, a.lessThan].filter((t) => t !== undefined),
    );
    const near = marks.flatMap((t) => [t - number.step, t, t + number.step]);
    return [low, high, ...near].filter((v) => v >= low && v <= high);
  }
  if (fact === 'statuses') {
    const names = [...new Set(atoms.flatMap((a) => a.has ?? []))];
    return lists(names).filter((list) => fits(list, names, facts));
  }
  if (known !== undefined && known !== null && typeof known !== 'object') return [known];
  if (Array.isArray(known)) return known;
  if (fact === 'hukou' || fact === 'residence') return PLACES.filter((place) => isLeftBy(known, place));
  return choices(fact);
}

/** Counties only: a coarser code is a fact as it stands, and no completion of another. */
function isLeftBy(known: unknown, place: string): boolean {
  if (typeof known !== 'object' || known === null) return true;
  const inside = (outer: unknown): boolean => place.startsWith(String(outer).replace(/(00)+$/, ''));
  const { within, outside } = known as { within?: string; outside?: string };
  return (within === undefined || inside(within)) && (outside === undefined || !inside(outside));
}

const lists = (names: readonly string[]): string[][] =>
  Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, i) => (bits >> i) & 1));

function fits(list: readonly string[], names: readonly string[], facts: Facts): boolean {
  return names.every((name) => {
    const held = list.includes(name);
    if (Array.isArray(facts.statuses)) return held === facts.statuses.some((s) => s === name);
    if (facts.statusesIn?.includes(name)) return held;
    return !(held && facts.statusesNot?.includes(name));
  });
}

function holds(condition: Condition, world: World): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, world));
  if ('any' in condition) return condition.any.some((one) => holds(one, world));
  if ('not' in condition) return !holds(condition.not, world);
  const value = world[condition.fact];
  if (condition.has !== undefined) return Array.isArray(value) && value.includes(condition.has);
  if (condition.is !== undefined) return value === condition.is;
  if (condition.in !== undefined) return condition.in.some((one) => one === value);
  if (condition.within !== undefined) {
    const province = condition.within.endsWith('0000') ? 2 : condition.within.endsWith('00') ? 4 : 6;
    return String(value).slice(0, province) === condition.within.slice(0, province);
  }
  const number = Number(value);
  if (condition.atLeast !== undefined) return number >= condition.atLeast;
  if (condition.atMost !== undefined) return number <= condition.atMost;
  if (condition.moreThan !== undefined) return number > condition.moreThan;
  return condition.lessThan !== undefined && number < condition.lessThan;
}

export interface Truth {
  outcome: 'eligible' | 'ineligible' | 'unknown';
  /** The amounts of the completions in which it is eligible, as `value/unit/per/bound`, sorted. */
  amounts: string[];
  /** Facts of which two values, all else the same, lead to two results. */
  matter: string[];
}

export function truthOf(benefit: Benefit, facts: Facts): Truth {
  const whens = benefit.amounts.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const conditions = benefit.conditions === undefined ? whens : [benefit.conditions, ...whens];
  const atoms = conditions.flatMap(atomsIn);
  const names = [...new Set(atoms.map(({ fact }) => fact))];
  const choices = names.map((name) =>
    possible(
      name,
      facts,
      atoms.filter(({ fact }) => fact === name),
    ),
  );
  const results = new Map<string, string>();
  const visit = (at: number, world: World, key: number[]): void => {
    const name = names[at];
    if (name === undefined) {
      results.set(key.join(), resultOf(benefit, world));
      return;
    }
    for (const [i, value] of (choices[at] ?? []).entries())
      visit(at + 1, { ...world, [name]: value }, [...key, i]);
  };
  visit(0, {}, []);
  const seen = new Set(results.values());
  const outcome = !seen.has('no') ? 'eligible' : seen.size === 1 ? 'ineligible' : 'unknown';
  const matter = names.filter((_, at) => {
    const others = new Map<string, string>();
    for (const [key, result] of results) {
      const rest = key.split(',').toSpliced(at, 1).join();
      if (others.has(rest) && others.get(rest) !== result) return true;
      others.set(rest, result);
    }
    return false;
  });
  seen.delete('no');
  seen.delete('unstated');
  return { outcome, amounts: [...seen].sort(), matter };
}

function resultOf(benefit: Benefit, world: World): string {
  if (benefit.kind === 'intention') return 'no';
  if (benefit.conditions !== undefined && !holds(benefit.conditions, world)) return 'no';
  const amount = benefit.amounts.find(({ when }) => when === undefined || holds(when, world));
  return amount === undefined ? 'unstated' : `${amount.value}/${amount.unit}/${amount.per}/${amount.bound}`;
}
