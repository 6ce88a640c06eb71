import { likenessWeight, type Vocabulary } from './vocabulary.js';

/** A provision of another document about the same matter. `likeness`: cosine of what is said and asked, in (0, 1]. */
export interface Kin {
  row: number;
  likeness: number;
}

const LEAST = 0.1;

/** For each provision the one most like it of every other document, where one is like it at all. */
export function kinOf(provisions: readonly { documentId: string }[], vocabulary: Vocabulary): Kin[][] {
  const kin = provisions.map(() => new Map<string, Kin>());
  const postings: { rows: number[]; weights: number[] }[] = [];
  for (const [row, text] of vocabulary.texts.entries()) {
    const rare = text.numbers
      .map((number, i) => ({ number, weight: likenessWeight(vocabulary, number, text.weights[i] ?? 0) }))
      .filter(({ weight }) => weight > 0);
    const length = Math.hypot(...rare.map(({ weight }) => weight)) || 1;
    const likeness = new Float32Array(row);
    for (const { number, weight } of rare) {
      const held = postings[number] ?? { rows: [], weights: [] };
      postings[number] = held;
      for (let i = 0; i < held.rows.length; i++) {
        const other = held.rows[i] ?? 0;
        likeness[other] = (likeness[other] ?? 0) + (weight / length) * (held.weights[i] ?? 0);
      }
      held.rows.push(row);
      held.weights.push(weight / length);
    }
    for (const [other, alike] of likeness.entries()) {
      if (alike <= LEAST) continue;
      closer(row, other, alike);
      closer(other, row, alike);
    }
  }
  return kin.map((nearest) => [...nearest.values()]);

  function closer(of: number, row: number, likeness: number): void {
    const documentId = provisions[row]?.documentId ?? '';
    if (documentId === provisions[of]?.documentId) return;
    if (likeness > (kin[of]?.get(documentId)?.likeness ?? 0)) kin[of]?.set(documentId, { row, likeness });
  }
}
