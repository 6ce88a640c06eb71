import { integersOf, numberParts } from './model-file.js';
import type { StringTable } from './string-table.js';

/** Linear models over one vocabulary of features, as `evals/support/regression.ts` writes them. */
type LearnedFile<Name extends string> = {
  bias: Readonly<Record<Name, number>>;
  /** Parted by `|`. */
  features: string;
} & Readonly<Record<Name, string>>;

const HUNDREDTHS = 100;

/** What of several things a text is likeliest, by logistic regressions, each of one against all else. */
export class Learned<Name extends string> {
  readonly #places: StringTable;
  readonly #weights: readonly Int16Array[];
  readonly #bias: readonly number[];

  constructor(
    file: LearnedFile<Name>,
    readonly names: readonly Name[],
  ) {
    this.#bias = names.map((name) => file.bias[name]);
    this.#places = numberParts(file.features, '|');
    this.#weights = names.map((name) => integersOf(file[name]));
  }

  /** Log odds of each, in the order of the names. */
  oddsOf(features: Iterable<string>): number[] {
    const odds = [...this.#bias];
    for (const feature of features) {
      const place = this.#places.of(feature) - 1;
      if (place < 0) continue;
      for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) + (this.#weights[i]?.[place] ?? 0);
    }
    return odds.map((sum) => sum / HUNDREDTHS);
  }

  /** The likeliest and its log odds; of no names, nothing. */
  best(features: Iterable<string>): [Name | null, number] {
    const odds = this.oddsOf(features);
    const most = Math.max(...odds);
    return [this.names[odds.indexOf(most)] ?? null, most];
  }

  /** The likeliest; null where none has odds of at least `least`. */
  likeliest(features: Iterable<string>, least: number): Name | null {
    const [name, odds] = this.best(features);
    return odds >= least ? name : null;
  }
}
