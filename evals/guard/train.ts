import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { features } from '../../src/bot/guard/features.js';
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
  'danger-6',
  'harmless-6',
  'danger-7',
  'harmless-7',
  'danger-8',
  'harmless-8',
  'danger-9',
  'harmless-9',
  'danger-10',
  'harmless-10',
  'danger-11',
  'harmless-11',
  'danger-12',
  'harmless-12',
  'danger-13',
  'harmless-13',
  'danger-14',
  'harmless-14',
  'danger-15',
  'harmless-15',
  'danger-16',
  'harmless-16',
  'danger-17',
  'harmless-17',
  'danger-18',
  'harmless-18',
  'practice',
  'dialogue',
];
const line = z.object({ text: z.string(), expect: z.string() });

interface Example {
  features: ReadonlySet<number>;
  expect: string;
}

const exampleOf = (text: string, expect: string): Example => ({
  features: new Set(features(normalise(text))),
  expect,
});

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

const dangers: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

/** What people ask of policies is no danger: the asks of all provisions, and the questions of evals/answers. */
async function policyQuestions(): Promise<Example[]> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = ['', '-2', '-3', '-4']
    .flatMap((set) => loadCases(`answers/questions${set}.jsonl`, answerCase))
    .filter(({ kind }) => !dangers.has(kind))
    .flatMap(({ turns }) => turns);
  return [...provisions.flatMap(({ asks }) => asks), ...asked].map((text) => exampleOf(text, 'harmless'));
}

const EPOCHS = 12;
const RATE = 0.15;
const RIDGE = 0.008;
/** A danger missed weighs more than a false alarm. */
const DANGER_WEIGHT = 3;
/** Weights are kept in hundredths; smaller ones are left out. Which danger it is needs less detail than whether one is. */
const SCALE = 100;
const LEAST = 13;
const LEAST_NAMED = 30;

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

/** A weight for each feature, and the bias after them, in hundredths. */
type Model = readonly number[];

/**
 * Logistic regression of what `fits` against all else, ridge penalty, AdaGrad (Duchi et al. 2011). `examples`:
 * places in the vocabulary of `size` features.
 */
function regress(examples: readonly Int32Array[], truths: readonly boolean[], size: number): Model {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.1);
  const shuffle = shuffler();
  let bias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const index of shuffle(examples.length)) {
      const example = examples[index] ?? new Int32Array();
      const truth = truths[index] === true ? 1 : 0;
      let score = bias;
      for (const place of example) score += weights[place] ?? 0;
      const error = (truth === 1 ? DANGER_WEIGHT : 1) * (1 / (1 + Math.exp(-score)) - truth);
      bias -= 0.02 * error;
      for (const place of example) {
        const weight = weights[place] ?? 0;
        const gradient = error + RIDGE * weight;
        const square = (squares[place] ?? 0) + gradient * gradient;
        squares[place] = square;
        weights[place] = weight - (RATE * gradient) / Math.sqrt(square);
      }
    }
  }
  return [...weights, bias].map((weight) => Math.round(weight * SCALE));
}

/** How a key is written; see `keyOf`. */
function spell(key: number): string {
  const codes = [key % 0x10000, Math.floor(key / 0x10000) % 0x10000, Math.floor(key / 0x100000000)];
  const length = codes.findLastIndex((code) => code !== 0) + 1;
  return codes
    .slice(0, length)
    .map((code) => (code === 0 ? '_' : String.fromCharCode(code)))
    .join('');
}

function train(examples: readonly Example[]): object {
  const vocabulary = [...new Set(examples.flatMap(({ features }) => [...features]))];
  const places = new Map(vocabulary.map((key, place) => [key, place]));
  const known = examples.map(({ features }) =>
    Int32Array.from([...features].flatMap((key) => places.get(key) ?? [])),
  );
  const model = (fits: (kind: string) => boolean): Model =>
    regress(
      known,
      examples.map(({ expect }) => fits(expect)),
      vocabulary.length,
    );
  const [danger, crisis, scam] = [
    model((kind) => dangers.has(kind)),
    model((kind) => kind === 'crisis'),
    model((kind) => kind === 'scam'),
  ];
  const heard = (model: Model, place: number, least: number): number => {
    const weight = model[place] ?? 0;
    return Math.abs(weight) < least ? 0 : weight;
  };
  const kept = vocabulary.flatMap((_, place) =>
    heard(danger, place, LEAST) || heard(crisis, place, LEAST_NAMED) || heard(scam, place, LEAST_NAMED)
      ? place
      : [],
  );
  const weightsOf = (model: Model, least: number): string =>
    kept.map((place) => heard(model, place, least)).join(' ');
  return {
    bias: {
      danger: danger[vocabulary.length],
      crisis: crisis[vocabulary.length],
      scam: scam[vocabulary.length],
    },
    features: kept.map((place) => spell(vocabulary[place] ?? 0)).join('|'),
    danger: weightsOf(danger, LEAST),
    crisis: weightsOf(crisis, LEAST_NAMED),
    scam: weightsOf(scam, LEAST_NAMED),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const target = new URL('../../src/bot/guard/tables/likeness.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(train([...load(), ...(await policyQuestions())]), null, 2)}\n`);
}
