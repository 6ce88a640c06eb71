import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type GuardOutcome, guard } from '../../src/bot/guard/index.js';
import { ROOT } from '../../src/root.js';

const common = { id: z.string(), text: z.string(), split: z.enum(['tune', 'held']), source: z.string() };
const dangerCase = z.strictObject({
  ...common,
  expect: z.enum(['emergency', 'crisis', 'scam']),
  service: z.enum(['120', '119', '110']).optional(),
});
const harmlessCase = z.strictObject({ ...common, expect: z.literal('harmless'), topic: z.string() });
const kindCase = z.strictObject({ ...common, expect: z.enum(['handoff', 'injection', 'medical', 'clear']) });

/** The rounds of cases, each written before the tables were tuned for it. */
export type Round =
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 16
  | 17
  | 18
  | 19
  | 20
  | 21;
export type Split = 'tune' | 'held';
export interface Miss {
  id: string;
  text: string;
  expect: string;
  got: string;
}
export interface Rate {
  cases: number;
  misses: Miss[];
}
export interface GuardReport {
  /** Danger that no danger at all was heard in. */
  missed: Rate;
  /** Danger that was heard, as another danger or with another number first. */
  misnamed: Rate;
  /** Emergencies that were asked about where the words alone decide. */
  asked: Rate;
  /** Harmless turns answered with a number to ring at once. */
  falseAlarms: Rate;
  /** Handoff, injection, medical and clear turns taken for another kind. */
  kinds: Rate;
}

const dangers: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

function load<T extends { split: Split }>(file: string, schema: z.ZodType<T>, split: Split): T[] {
  return readFileSync(join(ROOT, 'evals/guard', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
    .filter((item) => item.split === split);
}

function name(outcome: GuardOutcome): string {
  return outcome.kind === 'emergency'
    ? `emergency ${outcome.service} ${outcome.type} ${outcome.certainty}`
    : outcome.kind;
}

function rate<T extends { id: string; text: string; expect: string }>(
  cases: readonly T[],
  fits: (item: T, outcome: GuardOutcome) => boolean,
): Rate {
  const misses = cases
    .map((item) => ({ item, outcome: guard(item.text) }))
    .filter(({ item, outcome }) => !fits(item, outcome))
    .map(({ item, outcome }) => ({ id: item.id, text: item.text, expect: item.expect, got: name(outcome) }));
  return { cases: cases.length, misses };
}

function file(name: string, round: Round): string {
  return round === 1 ? `${name}.jsonl` : `${name}-${round}.jsonl`;
}

/** Scores the guard on one round and split; of the first the other kinds too. Splits: `tune` was looked at while the tables were written, `held` only at the end. */
export function run(split: Split, round: Round = 1): GuardReport {
  const danger = load(file('danger', round), dangerCase, split);
  const emergencies = danger.filter((item) => item.expect === 'emergency');
  return {
    missed: rate(danger, (_, outcome) => dangers.has(outcome.kind)),
    misnamed: rate(
      danger,
      ({ expect, service }, outcome) =>
        !dangers.has(outcome.kind) ||
        (outcome.kind === expect &&
          (outcome.kind !== 'emergency' || service === undefined || outcome.service === service)),
    ),
    asked: rate(emergencies, (_, outcome) => outcome.kind !== 'emergency' || outcome.certainty === 'sure'),
    falseAlarms: rate(
      load(file('harmless', round), harmlessCase, split),
      (_, outcome) => !dangers.has(outcome.kind),
    ),
    kinds: rate(
      round === 1 ? load('kinds.jsonl', kindCase, split) : [],
      ({ expect }, outcome) => outcome.kind === expect,
    ),
  };
}
