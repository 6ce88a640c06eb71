import { kinOf } from './kin.js';
import type { Provision } from './provision.js';
import { type Features, type Vocabulary, vocabularyOf } from './vocabulary.js';

export interface Question {
  /** Features of all that the person said. */
  all: Features;
  /** Features of the asking words alone. */
  asking: Features;
}

export interface ProvisionMatch {
  provision: Provision;
  /** How much more all that was said is said of this than of anything, as a share of the most it could be, in [0, 1]. */
  likeness: number;
  /** The same unscaled, in nats: how much is alike, however long the question. */
  evidence: number;
  /** Share of the rarity (idf) of the asking words that the provision speaks of, in [0, 1]. */
  coverage: number;
}

export interface ProvisionMatcher {
  /** Documents that have provisions. */
  readonly documentIds: ReadonlySet<string>;
  /** All provisions of the document, in the order of its file. */
  of(documentId: string): readonly Provision[];
  /** How rare a feature is (idf); the most where no provision has it. */
  rarity(feature: string): number;
  /** The provisions of the document that are most like the question, best first. */
  match(question: Question, documentId: string, limit: number): ProvisionMatch[];
}

/** How much of what is said is said of anything, whatever it is about. */
const BACKGROUND = 0.3;
const OWN = (1 - BACKGROUND) / BACKGROUND;
/** How much what is said and asked of the same matter in another place counts, by how alike the two are. */
const KIN_SHARE = 0.3;

interface Postings {
  rows: number[];
  /** Log of how much likelier one occurrence is in a question about this than in any question. */
  scores: number[];
  /** Whether the provision itself has the feature, or only its kin. */
  own: boolean[];
}

interface DocumentRows {
  provisions: Provision[];
  /** By number of the feature. */
  postings: (Postings | undefined)[];
}

/**
 * Query likelihood with Jelinek–Mercer smoothing (Zhai & Lafferty 2004) over all that a provision says and is asked,
 * mixed with what its kin in other documents say and are asked (as in Liu & Croft 2004): in other words the same
 * is asked everywhere. `texts`: the features of what each says and is asked.
 */
export function createProvisionMatcher(
  provisions: readonly Provision[],
  texts: readonly Features[],
): ProvisionMatcher {
  const vocabulary = vocabularyOf(texts);
  const { numbers, idf, mostIdf, share, leastShare } = vocabulary;
  const documents = rowsByDocument(provisions, vocabulary);
  const rarity = (feature: string): number => idf[numbers.get(feature) ?? -1] ?? mostIdf;

  return {
    rarity,
    documentIds: new Set(documents.keys()),
    of: (documentId) => documents.get(documentId)?.provisions ?? [],
    match({ all, asking }, documentId, limit) {
      const held = documents.get(documentId);
      if (!held) return [];
      const scores = new Float32Array(held.provisions.length);
      const found = new Float32Array(held.provisions.length);
      let most = 0;
      let askedMass = 0;
      for (const [feature, weight] of all) {
        const number = numbers.get(feature) ?? -1;
        const postings = held.postings[number];
        // The person's own figures (her age, her house number) say nothing against a provision.
        if (!postings && feature.startsWith('#')) continue;
        const asked = (idf[number] ?? mostIdf) * (asking.get(feature) ?? 0);
        most += weight * Math.log1p(OWN / (share[number] ?? leastShare));
        askedMass += asked;
        if (!postings) continue;
        for (let i = 0; i < postings.rows.length; i++) {
          const row = postings.rows[i] ?? 0;
          scores[row] = (scores[row] ?? 0) + weight * (postings.scores[i] ?? 0);
          if (postings.own[i]) found[row] = (found[row] ?? 0) + asked;
        }
      }
      return best(scores, limit).flatMap((row) => {
        const provision = held.provisions[row];
        const evidence = scores[row] ?? 0;
        return provision
          ? [
              {
                provision,
                likeness: evidence / (most || 1),
                evidence,
                coverage: (found[row] ?? 0) / (askedMass || 1),
              },
            ]
          : [];
      });
    },
  };
}

function rowsByDocument(provisions: readonly Provision[], vocabulary: Vocabulary): Map<string, DocumentRows> {
  const { texts, share } = vocabulary;
  const kin = kinOf(provisions, vocabulary);
  const documents = new Map<string, DocumentRows>();
  const shares = new Float32Array(share.length);
  for (const [i, provision] of provisions.entries()) {
    const held: DocumentRows = documents.get(provision.documentId) ?? {
      provisions: [],
      postings: new Array<Postings | undefined>(share.length),
    };
    documents.set(provision.documentId, held);
    const alike = (kin[i] ?? []).map(({ row, likeness }) => ({ row, part: KIN_SHARE * likeness }));
    const touched: number[] = [];
    let whole = 0;
    for (const { row, part } of [{ row: i, part: 1 }, ...alike]) {
      const text = texts[row];
      if (text === undefined || text.length === 0) continue;
      whole += part;
      for (let at = 0; at < text.numbers.length; at++) {
        const number = text.numbers[at] ?? 0;
        if (shares[number] === 0) touched.push(number);
        shares[number] = (shares[number] ?? 0) + (part * (text.weights[at] ?? 0)) / text.length;
      }
    }
    const ownCount = texts[i]?.numbers.length ?? 0;
    for (let at = 0; at < touched.length; at++) {
      const number = touched[at] ?? 0;
      const postings = held.postings[number] ?? { rows: [], scores: [], own: [] };
      held.postings[number] = postings;
      postings.rows.push(held.provisions.length);
      postings.scores.push(Math.log1p((OWN * (shares[number] ?? 0)) / whole / (share[number] ?? 1)));
      postings.own.push(at < ownCount);
      shares[number] = 0;
    }
    held.provisions.push(provision);
  }
  return documents;
}

/** Rows of the highest positive scores, best first, ties by row. */
function best(scores: Float32Array, limit: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    const last = rows[rows.length - 1];
    if (score <= 0 || (rows.length === limit && last !== undefined && score <= (scores[last] ?? 0))) continue;
    let at = rows.length;
    while (at > 0 && (scores[rows[at - 1] ?? 0] ?? 0) < score) at--;
    rows.splice(at, 0, row);
    if (rows.length > limit) rows.pop();
  }
  return rows;
}
