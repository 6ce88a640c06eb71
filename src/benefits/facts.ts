import { z } from 'zod';
import { FACTS } from './fact-catalogue.js';

/** `number`: in `unit`, from `min` to `max`; `set`: any of `members`; `place`: an adcode (GB/T 2260). */
export type FactSpec =
  | { type: 'number'; unit: string; min: number; max: number; integer: boolean }
  | { type: 'flag' }
  | { type: 'choice'; values: readonly string[] }
  | { type: 'set'; members: readonly string[] }
  | { type: 'place' };

export type FactName = Extract<keyof typeof FACTS, string>;
export const FACT_NAMES: readonly FactName[] = Object.keys(FACTS).filter(isFactName);
export const specOf = (fact: FactName): FactSpec => FACTS[fact];

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** An adcode is the place itself; what is known of it only in part is within one place, or outside another. */
export type PlaceKnown = string | { within?: string | undefined; outside?: string | undefined };

/**
 * What is known of somebody or something. Absent or null: not known. A number may be a range `[low, high]`,
 * both inclusive; a choice may be the list of what it still can be; a set is complete: what it does not
 * name does not hold.
 */
export type FactValue =
  | number
  | readonly [number, number]
  | boolean
  | string
  | readonly string[]
  | PlaceKnown;
export type Facts = Readonly<Partial<Record<FactName, FactValue | null | undefined>>> & {
  /** Statuses that are known to hold, where the list is not complete. */
  readonly statusesIn?: readonly string[] | null | undefined;
  /** Statuses that are known not to hold. */
  readonly statusesNot?: readonly string[] | null | undefined;
};

const adcode = z.string().regex(/^\d{6}$/, 'six digits of GB/T 2260');

function schemaOf(spec: FactSpec): z.ZodType<FactValue> {
  switch (spec.type) {
    case 'number': {
      const one = (spec.integer ? z.int() : z.number()).min(spec.min).max(spec.max);
      const range = z.tuple([one, one]).refine(([low, high]) => low <= high, 'the lower bound comes first');
      return z.union([one, range]).describe(spec.unit);
    }
    case 'flag':
      return z.boolean();
    case 'choice': {
      const one = z.enum(spec.values);
      return z.union([one, z.array(one).min(1)]);
    }
    case 'set':
      return z.array(z.enum(spec.members));
    case 'place':
      return z.union([adcode, z.strictObject({ within: adcode.optional(), outside: adcode.optional() })]);
  }
}

/** What may be known of one fact. */
export const factSchema = (name: FactName): z.ZodType<FactValue> => schemaOf(specOf(name));

const members = z.array(z.enum(FACTS.statuses.members)).nullish();

/** Facts as they come from outside; a name that no rule knows is refused. */
export const factsSchema: z.ZodType<Facts> = z.strictObject({
  ...Object.fromEntries(FACT_NAMES.map((name) => [name, factSchema(name).nullish()])),
  statusesIn: members,
  statusesNot: members,
});
