import type { Provision } from './provision.js';
import type { Vocabulary } from './vocabulary.js';

/** A provision of another document about the same matter. `likeness`: cosine of what is said and asked, in (0, 1]. */
export interface Kin {
  row: number;
  likeness: number;
}

/** A feature that more than this share of all provisions have makes none of them alike. */
const COMMON = 0.1;
const LEAST = 0.1;

/** For each provision the one most like it of every other document, where one is like it at all. */
export function kinOf(provisions: readonly Provision[], { texts, having, idf }: Vocabulary): Kin[][] {
  const postings = new Map<number, { row: number; weight: number }[]>();
  const vectors = texts.map(({ numbers, weights }, row) => {
    const vector: { number: number; weight: number }[] = [];
    for (const [i, number] of numbers.entries()) {
      if ((having[number] ?? 0) > COMMON * texts.length) continue;
      vector.push({ number, weight: (idf[number] ?? 0) * Math.log1p(weights[i] ?? 0) });
    }
    const length = Math.hypot(...vector.map(({ weight }) => weight)) || 1;
    for (const feature of vector) {
      feature.weight /= length;
      const rows = postings.get(feature.number) ?? [];
      postings.set(feature.number, rows);
      rows.push({ row, weight: feature.weight });
    }
    return vector;
  });
  return vectors.map((vector, row) => {
    const likeness = new Float32Array(texts.length);
    for (const { number, weight } of vector)
      for (const other of postings.get(number) ?? [])
        likeness[other.row] = (likeness[other.row] ?? 0) + weight * other.weight;
    const nearest = new Map<string, Kin>();
    for (const [other, { documentId }] of provisions.entries()) {
      const alike = likeness[other] ?? 0;
      if (documentId === provisions[row]?.documentId || alike <= (nearest.get(documentId)?.likeness ?? LEAST))
        continue;
      nearest.set(documentId, { row: other, likeness: alike });
    }
    return [...nearest.values()];
  });
}
