/** Linear models over one vocabulary of features, as `evals/support/regression.ts` writes them. */
export type LearnedFile<Name extends string> = {
  bias: Readonly<Record<Name, number>>;
  /** Parted by `|`. */
  features: string;
} & Readonly<Record<Name, string>>;

const HUNDREDTHS = 100;

/** What of several things a text is likeliest, by logistic regressions, each of one against all else. */
export class Learned<Name extends string> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #weights: readonly Int16Array[];

  constructor(
    private readonly file: LearnedFile<Name>,
    readonly names: readonly Name[],
  ) {
    this.#places = new Map(file.features.split('|').map((feature, place) => [feature, place]));
    this.#weights = names.map((name) => Int16Array.from(file[name].split(' '), Number));
  }

  /** Log odds of each, in the order of the names. */
  oddsOf(features: Iterable<string>): number[] {
    const odds: number[] = this.names.map((name) => this.file.bias[name]);
    for (const feature of features) {
      const place = this.#places.get(feature);
      if (place === undefined) continue;
      for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) + (this.#weights[i]?.[place] ?? 0);
    }
    return odds.map((sum) => sum / HUNDREDTHS);
  }

  /** The likeliest; null where none has odds of at least `least`. */
  likeliest(features: Iterable<string>, least: number): Name | null {
    const odds = this.oddsOf(features);
    const most = Math.max(...odds);
    return most >= least ? (this.names[odds.indexOf(most)] ?? null) : null;
  }
}
