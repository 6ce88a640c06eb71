import type { SearchIndex } from './index.js';
import { holds, type Postings } from './postings.js';
import { contentOf } from './question.js';
import { termKeys } from './tokens.js';
import { lookUp } from './vocabulary.js';

/** The share of the mass of `sequence`'s distinct known terms that `owner` holds in one of `fields`, in [0, 1]. */
export function heldShare(
  sequence: Int32Array,
  rarity: Float32Array,
): (fields: readonly Postings[], owner: number) => number {
  const ids = Int32Array.from(new Set(sequence)).filter((id) => id >= 0);
  const total = ids.reduce((sum, id) => sum + (rarity[id] ?? 0), 0);
  return (fields, owner) => {
    let found = 0;
    for (const id of ids) if (fields.some((field) => holds(field, id, owner))) found += rarity[id] ?? 0;
    return total === 0 ? 0 : found / total;
  };
}

/**
 * By chunk: the share of the rarity of the question's own terms found in it or its context, in [0, 1]. A term that
 * the collection does not have weighs the most a term can.
 */
export function coverageOf(index: SearchIndex, question: string): (chunk: number) => number {
  const unknown = Math.log(1 + (index.chunks.length + 0.5) / 0.5);
  const ids = [...new Set(termKeys(contentOf(question)))].map((key) => lookUp(index.vocabulary, key));
  const known = ids.reduce((sum, id) => sum + (id < 0 ? 0 : (index.text.idf[id] ?? 0)), 0);
  const share = known / Math.max(1e-9, known + unknown * ids.filter((id) => id < 0).length);
  const held = heldShare(Int32Array.from(ids), index.text.idf);
  return (chunk) => share * held([index.text, index.context], chunk);
}
