import type { Provision } from './provision.js';

/** What a text is about, as weighted features; equal features mean the same thing. */
export type Features = ReadonlyMap<string, number>;

export interface Question {
  /** Features of all that the person said. */
  all: Features;
  /** Features of the asking words alone. */
  asking: Features;
}

export interface ProvisionMatch {
  provision: Provision;
  /** BM25 of all that was said, as a share of the most it could get, in [0, 1]. */
  likeness: number;
  /** The same unscaled: how much is alike, however long the question. */
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

const K1 = 1.2;
const B = 0.75;

interface Postings {
  rows: number[];
  /** BM25 of one occurrence of the feature in the question, idf included. */
  scores: number[];
}

interface DocumentRows {
  provisions: Provision[];
  /** By number of the feature. */
  postings: Map<number, Postings>;
}

/**
 * BM25 (Robertson & Zaragoza 2009) over all that a provision says and is asked; idf over all provisions held.
 * `texts`: the features of that, one a provision.
 */
export function createProvisionMatcher(
  provisions: readonly Provision[],
  texts: readonly Features[],
): ProvisionMatcher {
  const { numbers, idf, mostIdf } = vocabularyOf(texts);
  const documents = rowsByDocument(provisions, texts, numbers, idf);
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
      let mass = 0;
      let askedMass = 0;
      for (const [feature, weight] of all) {
        const number = numbers.get(feature);
        const postings = number === undefined ? undefined : held.postings.get(number);
        // The person's own figures (her age, her house number) say nothing against a provision.
        if (!postings && feature.startsWith('#')) continue;
        const rarity = number === undefined ? mostIdf : (idf[number] ?? mostIdf);
        const asked = rarity * (asking.get(feature) ?? 0);
        mass += rarity * weight;
        askedMass += asked;
        if (!postings) continue;
        for (let i = 0; i < postings.rows.length; i++) {
          const row = postings.rows[i] ?? 0;
          scores[row] = (scores[row] ?? 0) + weight * (postings.scores[i] ?? 0);
          found[row] = (found[row] ?? 0) + asked;
        }
      }
      const most = mass * (K1 + 1) || 1;
      return best(scores, limit).flatMap((row) => {
        const provision = held.provisions[row];
        const evidence = scores[row] ?? 0;
        return provision
          ? [
              {
                provision,
                likeness: evidence / most,
                evidence,
                coverage: (found[row] ?? 0) / (askedMass || 1),
              },
            ]
          : [];
      });
    },
  };
}

function vocabularyOf(texts: readonly Features[]) {
  const numbers = new Map<string, number>();
  const having: number[] = [];
  for (const features of texts) {
    for (const feature of features.keys()) {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      having[number] = (having[number] ?? 0) + 1;
    }
  }
  const rarity = (n: number): number => Math.log(1 + (texts.length - n + 0.5) / (n + 0.5));
  return { numbers, idf: Float32Array.from(having, rarity), mostIdf: rarity(0) };
}

function rowsByDocument(
  provisions: readonly Provision[],
  texts: readonly Features[],
  numbers: ReadonlyMap<string, number>,
  idf: Float32Array,
): Map<string, DocumentRows> {
  const lengths = texts.map((features) => [...features.values()].reduce((a, b) => a + b, 0));
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const documents = new Map<string, DocumentRows>();
  for (const [i, provision] of provisions.entries()) {
    const held: DocumentRows = documents.get(provision.documentId) ?? {
      provisions: [],
      postings: new Map(),
    };
    documents.set(provision.documentId, held);
    const norm = K1 * (1 - B + (B * (lengths[i] ?? 0)) / average);
    for (const [feature, tf] of texts[i] ?? []) {
      const number = numbers.get(feature) ?? -1;
      const postings = held.postings.get(number) ?? { rows: [], scores: [] };
      held.postings.set(number, postings);
      postings.rows.push(held.provisions.length);
      postings.scores.push(((idf[number] ?? 0) * tf * (K1 + 1)) / (tf + norm));
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

/** Features of several texts taken together; `weights` scales each. */
export function sum(all: readonly Features[], weights: readonly number[] = []): Map<string, number> {
  const total = new Map<string, number>();
  for (const [i, features] of all.entries())
    for (const [f, w] of features) total.set(f, (total.get(f) ?? 0) + w * (weights[i] ?? 1));
  return total;
}
