/** A text by its features, `F`, and what it is. */
export interface Example<F> {
  features: ReadonlySet<F>;
  expect: string;
}

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

/** Models over one vocabulary, as they are kept in a file. */
export interface Learned {
  bias: Readonly<Record<string, number>>;
  /** Parted by `|`. */
  features: string;
  /** Of each model, one for each feature, parted by spaces; nothing for a zero. */
  weights: Readonly<Record<string, string>>;
}

/** A model for each that is sought; what no model needs is left out of the vocabulary. `spell`: a feature in letters. */
export function learn<F>(
  examples: readonly Example<F>[],
  sought: Readonly<Record<string, Sought>>,
  spell: (feature: F) => string,
): Learned {
  const vocabulary = [...new Set(examples.flatMap(({ features }) => [...features]))];
  const places = new Map(vocabulary.map((feature, place) => [feature, place]));
  const known = examples.map(({ features }) =>
    Int32Array.from([...features].flatMap((feature) => places.get(feature) ?? [])),
  );
  const learned = Object.entries(sought).map(([name, { fits, missed, least }]) => {
    const truths = examples.map(({ expect }) => fits(expect));
    const model = regress(known, truths, vocabulary.length, missed);
    const bias = model[vocabulary.length] ?? 0;
    return { name, bias, weights: model.map((weight) => (Math.abs(weight) < least ? 0 : weight)) };
  });
  const kept = vocabulary.flatMap((feature, place) =>
    learned.some(({ weights }) => weights[place]) ? [{ feature, place }] : [],
  );
  const written = (weights: Model): string => kept.map(({ place }) => weights[place] || '').join(' ');
  return {
    bias: Object.fromEntries(learned.map(({ name, bias }) => [name, bias])),
    features: kept.map(({ feature }) => spell(feature)).join('|'),
    weights: Object.fromEntries(learned.map(({ name, weights }) => [name, written(weights)])),
  };
}
