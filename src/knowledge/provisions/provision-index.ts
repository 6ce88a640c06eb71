import { kinOf } from './kin.js';
import { type OfDocument, OWN, type Scale } from './likelihood.js';
import { type Entry, type Postings, postingsOf } from './postings.js';
import { type Features, type Vocabulary, vocabularyOf } from './vocabulary.js';

/** How much what is said and asked of the same matter in another place counts, by how alike the two are. */
const KIN_SHARE = 0.3;

/** What questions are matched with: plain data, made once and kept beside the index of clauses. */
export interface ProvisionIndex extends Scale {
  /** By number. */
  features: readonly string[];
  documents: readonly { documentId: string; postings: Postings }[];
}

/**
 * Query likelihood with Jelinek–Mercer smoothing (Zhai & Lafferty 2004) over all that a provision says and is asked,
 * mixed with what its kin in other documents say and are asked (as in Liu & Croft 2004): in other words the same
 * is asked everywhere. `texts`: the features of what each says and is asked.
 */
export function indexProvisions(
  provisions: readonly OfDocument[],
  texts: readonly Features[],
): ProvisionIndex {
  const vocabulary = vocabularyOf(texts);
  const { numbers, idf, mostIdf, share, leastShare } = vocabulary;
  const entries = entriesByDocument(provisions, vocabulary);
  return {
    features: [...numbers.keys()],
    idf,
    mostIdf,
    share,
    leastShare,
    documents: [...entries].map(([documentId, held]) => ({
      documentId,
      postings: postingsOf(held, share.length),
    })),
  };
}

/** Of each document all features of all its provisions, provision by provision. */
function entriesByDocument(provisions: readonly OfDocument[], vocabulary: Vocabulary): Map<string, Entry[]> {
  const { texts, share } = vocabulary;
  const kin = kinOf(provisions, vocabulary);
  const documents = new Map<string, Entry[]>();
  const rows = new Map<string, number>();
  const shares = new Float32Array(share.length);
  for (const [i, { documentId }] of provisions.entries()) {
    const entries = documents.get(documentId) ?? [];
    documents.set(documentId, entries);
    const row = rows.get(documentId) ?? 0;
    rows.set(documentId, row + 1);
    const alike = (kin[i] ?? []).map((other) => ({ row: other.row, part: KIN_SHARE * other.likeness }));
    const touched: number[] = [];
    let whole = 0;
    for (const { row: other, part } of [{ row: i, part: 1 }, ...alike]) {
      const text = texts[other];
      if (text === undefined || text.length === 0) continue;
      whole += part;
      for (let at = 0; at < text.numbers.length; at++) {
        const number = text.numbers[at] ?? 0;
        if (shares[number] === 0) touched.push(number);
        shares[number] = (shares[number] ?? 0) + (part * (text.weights[at] ?? 0)) / text.length;
      }
    }
    const ownCount = texts[i]?.numbers.length ?? 0;
    for (const [at, feature] of touched.entries()) {
      const likelier = Math.log1p((OWN * (shares[feature] ?? 0)) / whole / (share[feature] ?? 1));
      entries.push({ feature, row, likelier, own: at < ownCount });
      shares[feature] = 0;
    }
  }
  return documents;
}
