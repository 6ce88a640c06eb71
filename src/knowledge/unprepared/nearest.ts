import { sum, type Features, type Vocabulary } from '../provisions/vocabulary.js';

/** A provision by its row in the vocabulary's texts. `likeness`: cosine, in (0, 1]. */
export interface Near {
  row: number;
  likeness: number;
}

/** A feature that more than this share of all provisions have makes none of them alike. */
const COMMON = 0.1;
const LEAST = 0.05;
/** How much the words over a sentence count, measured by its own. */
const HEADING = 0.5;

/** Finds the provisions most like a sentence under a heading, the nearest first. */
export function nearestTo({
  numbers,
  having,
  idf,
  texts,
}: Vocabulary): (text: readonly [sentence: Features, heading: Features], most: number) => Near[] {
  const rows = new Map<number, { row: number; weight: number }[]>();
  const weighs = (number: number, weight: number): number =>
    (having[number] ?? 0) > COMMON * texts.length ? 0 : (idf[number] ?? 0) * Math.log1p(weight);
  for (const [row, text] of texts.entries()) {
    const weights = text.numbers.map((number, i) => weighs(number, text.weights[i] ?? 0));
    const length = Math.hypot(...weights) || 1;
    for (const [i, number] of text.numbers.entries()) {
      const weight = (weights[i] ?? 0) / length;
      if (weight === 0) continue;
      const held = rows.get(number) ?? [];
      rows.set(number, held);
      held.push({ row, weight });
    }
  }
  return (text, most) => {
    const likeness = new Float32Array(texts.length);
    let square = 0;
    for (const [feature, weight] of sum(text, [1, HEADING])) {
      const number = numbers.get(feature);
      // What no provision has makes the sentence as much longer as the rarest feature that one has.
      const own = number === undefined ? 0 : weighs(number, weight);
      square += own * own;
      if (number === undefined || own === 0) continue;
      for (const held of rows.get(number) ?? [])
        likeness[held.row] = (likeness[held.row] ?? 0) + own * held.weight;
    }
    const length = Math.sqrt(square) || 1;
    return [...likeness.entries()]
      .map(([row, product]) => ({ row, likeness: product / length }))
      .filter((near) => near.likeness > LEAST)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most);
  };
}
