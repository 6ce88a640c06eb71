import { z } from 'zod';
import { type FactName, isFactName, specOf } from './facts.js';

const words = z.string().min(1);
const adcode = z.string().regex(/^\d{6}$/);
const day = z.iso.date();
const factName = z.custom<FactName>((name) => typeof name === 'string' && isFactName(name), 'no such fact');

/** How an atom compares its fact; exactly one of them stands in each. */
const comparisons = {
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  moreThan: z.number().optional(),
  lessThan: z.number().optional(),
  is: z.union([z.boolean(), words]).optional(),
  in: z.array(words).min(1).optional(),
  /** A member of a set. */
  has: words.optional(),
  /** An adcode: the place lies in it or is it. */
  within: adcode.optional(),
};

const atom = z
  .strictObject({
    fact: factName,
    ...comparisons,
    /** The condition in plain words. */
    text: words,
    /** Word for word from `clause`; the benefit's where it is absent. */
    quote: words,
    clause: words.optional(),
  })
  .superRefine((value, context) => {
    const fault = faultOf(value);
    if (fault !== null) context.addIssue(fault);
  });

export type Atom = z.infer<typeof atom>;
export type Condition = Atom | { all: Condition[] } | { any: Condition[] } | { not: Condition; text: string };

/** The form is chosen by its key, so that a fault is reported where it is, and not as "fits no form". */
const condition: z.ZodType<Condition> = z.unknown().transform((value, context): Condition => {
  const result = formOf(value).safeParse(value);
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

function formOf(value: unknown): z.ZodType<Condition> {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (has('all')) return z.strictObject({ all: z.array(condition).min(1) });
  if (has('any')) return z.strictObject({ any: z.array(condition).min(2) });
  if (has('not')) return z.strictObject({ not: condition, text: words });
  return atom;
}

function faultOf(value: Pick<Atom, 'fact' | keyof typeof comparisons>): string | null {
  const used = Object.keys(comparisons).filter((key) => Object.hasOwn(value, key));
  if (used.length !== 1) return `one comparison, not ${used.length}`;
  const spec = specOf(value.fact);
  const op = used[0] ?? '';
  switch (spec.type) {
    case 'number':
      return ['atLeast', 'atMost', 'moreThan', 'lessThan'].includes(op) ? null : `${op} of a number`;
    case 'flag':
      return typeof value.is === 'boolean' ? null : 'a flag is true or false';
    case 'set':
      return spec.members.includes(value.has ?? '') ? null : `no such member of ${value.fact}`;
    case 'place':
      return op === 'within' ? null : `${op} of a place`;
    case 'choice': {
      const named = value.in ?? [typeof value.is === 'string' ? value.is : ''];
      return named.every((v) => spec.values.includes(v)) ? null : `no such value of ${value.fact}`;
    }
  }
}

/** Local days, both inclusive; null: the policy does not say. */
const period = z.strictObject({ from: day.nullable(), to: day.nullable() });

const amount = z.strictObject({
  value: z.number().positive(),
  unit: words,
  per: words,
  bound: z.enum(['exact', 'at_least']),
  /** When this amount and none before it in the list applies. */
  when: condition.optional(),
  period: period.optional(),
  quote: words,
  clause: words.optional(),
});
export type AmountRule = z.infer<typeof amount>;

const source = z.strictObject({ text: words, quote: words, clause: words.optional() });

const benefit = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: words,
  subject: z.enum(['person', 'institution', 'community']),
  /**
   * `entitlement`: given to whoever meets the conditions; `permission`: may be done, or is made easier;
   * `standard`: what is paid or charged; `intention`: 探索, 鼓励, 支持, 有条件的地方, which nobody can claim.
   */
  kind: z.enum(['entitlement', 'permission', 'standard', 'intention']),
  /** Path of the clause that grants it: 二、（五）2. */
  clause: words,
  given: source,
  /** In order: the first whose `when` holds applies. Empty where a service is given, or no figure is stated. */
  amounts: z.array(amount).default([]),
  period,
  /** Absent where the policy sets none. */
  conditions: condition.optional(),
  /** Benefits of one group are alternatives that are never added up. */
  exclusiveGroup: words.optional(),
  /** What else bears on it: what is deducted, who pays, what it does not cover. */
  notes: z.array(source).default([]),
  /** The units that run it, as the policy names them at the clause's end; null where it names none. */
  runBy: words.nullable(),
  /** How and where to apply; null where the policy does not say. */
  apply: source.nullable(),
});

export const benefitFile = z.strictObject({
  region: z.strictObject({ name: words, adcode }),
  /** Id of the document that all quotes of the file stand in. */
  document: words,
  benefits: z.array(benefit).min(1),
});

export type Benefit = z.infer<typeof benefit> & {
  region: { name: string; adcode: string };
  documentId: string;
};
export type Subject = Benefit['subject'];
export type Period = z.infer<typeof period>;
