import { z } from 'zod';
import { FACT_NAMES, factsSchema } from '../../benefits/facts.js';
import { citation } from './schemas.js';

const region = z.string().min(1).max(60).describe('name or six-digit adcode (GB/T 2260)');
const subject = z.enum(['person', 'institution', 'community']);
const fact = z.enum(FACT_NAMES);

export const listQuery = z.strictObject({ region: region.optional() });
export const tableQuery = z.strictObject({ region, format: z.enum(['html', 'csv']).default('html') });

export const assessRequest = z.strictObject({
  region,
  asOf: z.iso.date().optional().describe('a local day; today where it is absent'),
  subject: subject.default('person'),
  person: factsSchema.optional(),
  institution: factsSchema.optional(),
  community: factsSchema.optional(),
  declined: z.array(fact).default([]).describe('facts not to be asked for again'),
});

const place = z.object({ name: z.string(), adcode: z.string() });
const kind = z.enum(['entitlement', 'permission', 'standard', 'intention']);
const amount = z.object({
  value: z.number(),
  unit: z.string(),
  per: z.string(),
  bound: z.enum(['exact', 'at_least']),
});

export const benefitList = z.object({
  note: z.string().nullable(),
  benefits: z.array(
    z.object({
      benefitId: z.string(),
      title: z.string(),
      subject,
      kind,
      region: place,
      documentId: z.string(),
      clause: z.string(),
      given: z.string(),
      amounts: z.array(amount.extend({ when: z.string().nullable(), quote: z.string() })),
      period: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      conditions: z.string().nullable(),
      exclusiveGroup: z.string().nullable(),
      notes: z.array(z.string()),
      runBy: z.string().nullable(),
      apply: z.string().nullable(),
    }),
  ),
});

const question = z.object({
  fact,
  text: z.string(),
  why: z.string(),
  help: z.string().nullable(),
  options: z.array(z.string()),
  answers: z
    .array(z.object({ text: z.string(), facts: z.record(z.string(), z.unknown()) }))
    .describe('what each option tells of the person: to be merged into their facts'),
  place: z.string().nullable(),
  statuses: z.array(z.string()),
  number: z
    .object({ unit: z.string(), min: z.number(), max: z.number(), integer: z.boolean() })
    .nullable()
    .describe('what number is asked for'),
});

export const assessmentList = z.object({
  asOf: z.string(),
  note: z.string().nullable().describe('said where no rule reaches the place'),
  nextQuestion: question.nullable().describe('decides most of all that is open'),
  assessments: z.array(
    z.object({
      benefitId: z.string(),
      title: z.string(),
      kind,
      region: place,
      given: z.string(),
      outcome: z.enum(['eligible', 'ineligible', 'unknown', 'no_rate']),
      amount: amount.nullable(),
      possibleAmounts: z.array(amount),
      conditions: z.array(
        z.object({
          text: z.string(),
          fact,
          met: z.boolean().nullable(),
          clause: z.string(),
          quote: z.string(),
          shortfall: z.object({ by: z.number(), text: z.string() }).nullable(),
        }),
      ),
      missing: z.array(fact),
      nextQuestion: question.nullable(),
      exclusiveGroup: z.string().nullable().describe('benefits of one group are never added up'),
      notes: z.array(z.string()),
      runBy: z.string().nullable(),
      apply: z.string().nullable(),
      instead: z.array(z.string()).describe('benefits that this one is eligible for instead'),
      citations: z.array(citation),
    }),
  ),
});
