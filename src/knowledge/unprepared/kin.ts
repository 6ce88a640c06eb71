import {
  type Features,
  likenessWeight,
  type NumberedText,
  sum,
  type Vocabulary,
  vocabularyOf,
} from '../provisions/vocabulary.js';

/** What a prepared provision says and is asked, and how like a sentence that is: cosine, in (0, 1]. */
export interface Kin {
  text: NumberedText;
  likeness: number;
}

/** The provisions that are prepared, for what nobody has prepared. */
export interface Prepared {
  vocabulary: Vocabulary;
  /** Features by their numbers. */
  names: readonly string[];
  /** The provisions most like a sentence under a heading, the nearest first. */
  nearest(sentence: Features, heading: Features, most: number): Kin[];
}

const LEAST = 0.05;
/** How much the words over a sentence count, measured by its own. */
const HEADING = 0.5;

/** `features`: of all that each prepared provision says and is asked. */
export function kinIn(features: readonly Features[]): Prepared {
  const vocabulary = vocabularyOf(features);
  const { numbers, texts } = vocabulary;
  const postings = new Map<number, { rows: number[]; weights: number[] }>();
  const weighs = (number: number, weight: number): number => likenessWeight(vocabulary, number, weight);
  for (const [row, text] of texts.entries()) {
    const weights = text.numbers.map((number, i) => weighs(number, text.weights[i] ?? 0));
    const length = Math.hypot(...weights) || 1;
    for (const [i, number] of text.numbers.entries()) {
      const weight = (weights[i] ?? 0) / length;
      if (weight === 0) continue;
      const held = postings.get(number) ?? { rows: [], weights: [] };
      postings.set(number, held);
      held.rows.push(row);
      held.weights.push(weight);
    }
  }
  return { vocabulary, names: [...numbers.keys()], nearest };

  function nearest(sentence: Features, heading: Features, most: number): Kin[] {
    const likeness = new Float32Array(texts.length);
    let square = 0;
    for (const [feature, weight] of sum([sentence, heading], [1, HEADING])) {
      const number = numbers.get(feature);
      const own = number === undefined ? 0 : weighs(number, weight);
      if (number === undefined || own === 0) continue;
      square += own * own;
      const held = postings.get(number);
      for (const [i, row] of held?.rows.entries() ?? [])
        likeness[row] = (likeness[row] ?? 0) + own * (held?.weights[i] ?? 0);
    }
    const length = Math.sqrt(square) || 1;
    return texts
      .map((text, row) => ({ text, likeness: (likeness[row] ?? 0) / length }))
      .filter((kin) => kin.likeness > LEAST)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most);
  }
}
