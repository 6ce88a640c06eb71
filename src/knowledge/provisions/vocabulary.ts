/** What a text is about, as weighted features; equal features mean the same thing. */
export type Features = ReadonlyMap<string, number>;

/** Features of several texts, numbered. */
export interface Vocabulary {
  numbers: ReadonlyMap<string, number>;
  /** By number: in how many texts the feature is. */
  having: readonly number[];
  /** By number: how rare it is. */
  idf: Float32Array;
  /** How rare a feature is that none has. */
  mostIdf: number;
  /** By number: its share of all texts together, in (0, 1). */
  share: Float32Array;
  /** The least share there can be. */
  leastShare: number;
  texts: readonly NumberedText[];
}

/** The features of one text and their weights, side by side. */
export interface NumberedText {
  numbers: readonly number[];
  weights: readonly number[];
  /** Sum of the weights. */
  length: number;
}

export function vocabularyOf(all: readonly Features[]): Vocabulary {
  const numbers = new Map<string, number>();
  const having: number[] = [];
  const weighing: number[] = [];
  const texts = all.map((features) => {
    const text: { numbers: number[]; weights: number[]; length: number } = {
      numbers: [],
      weights: [],
      length: 0,
    };
    for (const [feature, weight] of features) {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      having[number] = (having[number] ?? 0) + 1;
      weighing[number] = (weighing[number] ?? 0) + weight;
      text.numbers.push(number);
      text.weights.push(weight);
      text.length += weight;
    }
    return text;
  });
  const total = texts.reduce((sum, { length }) => sum + length, 0) || 1;
  const rarity = (n: number): number => Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
  return {
    numbers,
    having,
    idf: Float32Array.from(having, rarity),
    mostIdf: rarity(0),
    share: Float32Array.from(weighing, (weight) => weight / total),
    leastShare: 1 / Math.max(2, total),
    texts,
  };
}

/** A feature that more than this share of all texts have makes none of them alike. */
const COMMON = 0.1;

/** How much a feature counts in how like texts are, by its number and its weight in one: tf–idf, 0 of a common one. */
export const likenessWeight = ({ having, idf, texts }: Vocabulary, number: number, weight: number): number =>
  (having[number] ?? 0) > COMMON * texts.length ? 0 : (idf[number] ?? 0) * Math.log1p(weight);

/** Features of several texts taken together; `weights` scales each. */
export function sum(all: readonly Features[], weights: readonly number[] = []): Map<string, number> {
  const total = new Map<string, number>();
  for (const [i, features] of all.entries())
    for (const [f, w] of features) total.set(f, (total.get(f) ?? 0) + w * (weights[i] ?? 1));
  return total;
}
