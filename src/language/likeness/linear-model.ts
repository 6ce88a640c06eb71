import { FeatureTable } from './feature-table.js';
import { forEachFeature } from './features.js';

/** Linear models over the same features, as they are kept in a file. */
export interface Learned {
  /** Parted by `|`. */
  features: string;
  models: Readonly<Record<string, LearnedModel>>;
}

interface LearnedModel {
  /** In hundredths of a logit, like the weights. */
  bias: number;
  /** One for each feature, parted by spaces. */
  weights: string;
}

const HUNDREDTHS = 100;

/** How like something a text is, by stretches of its characters; trained by `evals/support/regression.ts`. */
export class LinearModels<Name extends string> {
  readonly #table: FeatureTable;
  readonly #weights: readonly Int16Array[];
  readonly #biases: readonly number[];
  /** The text in which each feature was last counted. */
  readonly #countedIn: Uint32Array;
  readonly #scores: Float64Array;
  #text = 0;

  /** `names`: which of the models, in the order in which their odds are told. */
  constructor({ features, models }: Learned, names: readonly Name[]) {
    const learned = features.split('|');
    this.#table = new FeatureTable(learned);
    this.#countedIn = new Uint32Array(learned.length);
    this.#scores = new Float64Array(names.length);
    this.#biases = names.map((name) => models[name]?.bias ?? 0);
    this.#weights = names.map((name) => Int16Array.from(models[name]?.weights.split(' ') ?? [], Number));
  }

  /**
   * Log odds by each model: each feature counts once, however often it is there. The array is used again by the next
   * call. `signs`: codes of features besides those of the text.
   */
  oddsOf(text: string, signs: readonly number[] = []): Float64Array {
    this.#text += 1;
    this.#scores.set(this.#biases);
    forEachFeature(text, this.#count);
    for (const sign of signs) this.#count(sign, 0, 0);
    for (let i = 0; i < this.#scores.length; i++) this.#scores[i] = (this.#scores[i] ?? 0) / HUNDREDTHS;
    return this.#scores;
  }

  readonly #count = (first: number, second: number, third: number): void => {
    const place = this.#table.find(first, second, third);
    if (place < 0 || this.#countedIn[place] === this.#text) return;
    this.#countedIn[place] = this.#text;
    for (let i = 0; i < this.#scores.length; i++)
      this.#scores[i] = (this.#scores[i] ?? 0) + (this.#weights[i]?.[place] ?? 0);
  };
}
