import { features } from '../../src/language/likeness/features.js';
import type { Learned } from '../../src/language/likeness/linear-model.js';

export interface Example {
  /** Keys. */
  features: ReadonlySet<number>;
  expect: string;
}

/** `signs`: codes of features besides those of the text. */
export const exampleOf = (text: string, expect: string, signs: readonly number[] = []): Example => ({
  features: new Set([...features(text), ...signs]),
  expect,
});

/** What one model is to tell from all else. */
export interface Sought {
  fits: (expect: string) => boolean;
  /** How much more one missed weighs than a false alarm. */
  missed: number;
  /** Weights below it are left out, in hundredths. */
  least: number;
}

const EPOCHS = 12;
const RATE = 0.15;
const RIDGE = 0.008;
/** Weights are kept in hundredths. */
const SCALE = 100;

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
 * Logistic regression of what is true against all else, ridge penalty, AdaGrad (Duchi et al. 2011). `examples`:
 * places in the vocabulary of `size` features. `missed`: how much more one missed weighs than a false alarm.
 */
function regress(
  examples: readonly Int32Array[],
  truths: readonly boolean[],
  size: number,
  missed: number,
): Model {
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
      const error = (truth === 1 ? missed : 1) * (1 / (1 + Math.exp(-score)) - truth);
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

/** A model for each that is sought, over one vocabulary, of which what no model needs is left out. */
export function learn(examples: readonly Example[], sought: Readonly<Record<string, Sought>>): Learned {
  const vocabulary = [...new Set(examples.flatMap(({ features }) => [...features]))];
  const places = new Map(vocabulary.map((key, place) => [key, place]));
  const known = examples.map(({ features }) =>
    Int32Array.from([...features].flatMap((key) => places.get(key) ?? [])),
  );
  const learned = Object.entries(sought).map(([name, { fits, missed, least }]) => {
    const truths = examples.map(({ expect }) => fits(expect));
    const model = regress(known, truths, vocabulary.length, missed);
    const bias = model[vocabulary.length] ?? 0;
    return { name, bias, weights: model.map((weight) => (Math.abs(weight) < least ? 0 : weight)) };
  });
  const kept = vocabulary.flatMap((_, place) =>
    learned.some(({ weights }) => weights[place]) ? [place] : [],
  );
  return {
    features: kept.map((place) => spell(vocabulary[place] ?? 0)).join('|'),
    models: Object.fromEntries(
      learned.map(({ name, bias, weights }) => [
        name,
        { bias, weights: kept.map((place) => weights[place] ?? 0).join(' ') },
      ]),
    ),
  };
}
