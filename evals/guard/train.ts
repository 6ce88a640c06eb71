import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { features, type Model } from '../../src/bot/guard/likeness.js';
import { normalise } from '../../src/bot/guard/normalise.js';
import { loadProvisions } from '../../src/knowledge/provisions/provision.js';
import { ROOT } from '../../src/root.js';
import { answerCase } from '../answers/case.js';
import { loadCases } from '../support/cases.js';

const files = [
  'danger',
  'harmless',
  'kinds',
  'danger-2',
  'harmless-2',
  'danger-3',
  'harmless-3',
  'answers',
  'danger-4',
  'harmless-4',
  'danger-5',
  'harmless-5',
];
const line = z.object({ text: z.string(), expect: z.string() });

interface Example {
  features: string[];
  expect: string;
}

/** All cases of the rounds that have been looked at. */
function load(): Example[] {
  return files.flatMap((file) =>
    readFileSync(new URL(`${file}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => line.parse(JSON.parse(row)))
      .map(({ text, expect }) => exampleOf(text, expect)),
  );
}

const exampleOf = (text: string, expect: string): Example => ({
  features: features(normalise(text)),
  expect,
});

const danger = new Set(['emergency', 'crisis', 'scam', 'medical', 'injection', 'handoff']);

/** What people ask of policies is no danger: the asks of all provisions, and the questions of evals/answers. */
async function policyQuestions(): Promise<Example[]> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = ['', '-2', '-3']
    .flatMap((set) => loadCases(`answers/questions${set}.jsonl`, answerCase))
    .filter(({ kind }) => !danger.has(kind))
    .flatMap(({ turns }) => turns);
  return [...provisions.flatMap(({ asks }) => asks), ...asked].map((text) => exampleOf(text, 'harmless'));
}

const EPOCHS = 25;
const RATE = 0.15;
const RIDGE = 0.014;
/** A danger missed weighs more than a false alarm. */
const DANGER_WEIGHT = 1.5;
/** Weights are kept in hundredths; smaller ones are left out. */
const SCALE = 100;
const LEAST = 10;

/** The same order on every machine: a linear congruential generator (Numerical Recipes). */
function shuffler(): (length: number) => number[] {
  let state = 1;
  return (length) => {
    const order = Array.from({ length }, (_, i) => i);
    for (let i = length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = state % (i + 1);
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    return order;
  };
}

const dangers: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

/** Logistic regression of what `fits` against all else, ridge penalty, AdaGrad (Duchi et al. 2011). */
function regress(
  examples: readonly Example[],
  vocabulary: readonly string[],
  fits: (kind: string) => boolean,
): Model {
  const weights = new Map(vocabulary.map((feature) => [feature, 0]));
  const squares = new Map(vocabulary.map((feature) => [feature, 0.1]));
  const shuffle = shuffler();
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const index of shuffle(examples.length)) {
      const example = examples[index];
      if (example === undefined) continue;
      const truth = fits(example.expect) ? 1 : 0;
      const known = example.features.filter((feature) => weights.has(feature));
      const score = known.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
      const error = (truth === 1 ? DANGER_WEIGHT : 1) * (1 / (1 + Math.exp(-score)) - truth);
      bias -= 0.02 * error;
      for (const feature of known) {
        const weight = weights.get(feature) ?? 0;
        const gradient = error + RIDGE * weight;
        const square = (squares.get(feature) ?? 0) + gradient * gradient;
        squares.set(feature, square);
        weights.set(feature, weight - (RATE * gradient) / Math.sqrt(square));
      }
    }
  }
  const kept = [...weights].map(([feature, weight]) => [feature, Math.round(weight * SCALE)] as const);
  return {
    bias: Math.round(bias * SCALE),
    weights: Object.fromEntries(kept.filter(([, weight]) => Math.abs(weight) >= LEAST)),
  };
}

function train(examples: readonly Example[]): Record<string, Model> {
  const seen = new Map<string, number>();
  for (const feature of examples.flatMap((example) => example.features)) {
    seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  const vocabulary = [...seen].filter(([, count]) => count >= 2).map(([feature]) => feature);
  return {
    danger: regress(examples, vocabulary, (kind) => dangers.has(kind)),
    crisis: regress(examples, vocabulary, (kind) => kind === 'crisis'),
    scam: regress(examples, vocabulary, (kind) => kind === 'scam'),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const target = new URL('../../src/bot/guard/tables/likeness.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(train([...load(), ...(await policyQuestions())]))}\n`);
}
