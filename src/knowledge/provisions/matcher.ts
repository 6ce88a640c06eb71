import type { Provision } from './provision.js';

/** What a text is about, as weighted features; equal features mean the same thing. */
export type Features = ReadonlyMap<string, number>;

export interface ProvisionMatch {
  provision: Provision;
  /** BM25 as a share of the most that the question could get, in [0, 1]. */
  likeness: number;
  /** BM25 itself: how much is alike, however long the question. */
  evidence: number;
  /** Share of the question's rarity (idf) that the provision speaks of, in [0, 1]. */
  coverage: number;
}

export interface ProvisionMatcher {
  /** Documents that have provisions. */
  readonly documentIds: ReadonlySet<string>;
  /** Provisions of the document that share a feature with the question, in the order of their file. */
  match(question: Features, documentId: string): ProvisionMatch[];
}

const K1 = 1.2;
const B = 0.75;

interface Postings {
  rows: Uint32Array;
  /** BM25 of one occurrence of the feature in the question, idf included. */
  scores: Float32Array;
}

interface DocumentRows {
  provisions: Provision[];
  postings: Map<string, Postings>;
}

/** BM25 (Robertson & Zaragoza 2009) over all that a provision says and is asked; idf over all provisions held. */
export function createProvisionMatcher(
  provisions: readonly Provision[],
  analyse: (text: string) => Features,
): ProvisionMatcher {
  const texts = provisions.map((p) => sum([p.short, p.plain, ...p.quotes, ...p.asks].map(analyse)));
  const lengths = texts.map((features) => [...features.values()].reduce((a, b) => a + b, 0));
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const having = new Map<string, number>();
  for (const features of texts) for (const f of features.keys()) having.set(f, (having.get(f) ?? 0) + 1);
  const idf = (f: string): number => {
    const n = having.get(f) ?? 0;
    return Math.log(1 + (provisions.length - n + 0.5) / (n + 0.5));
  };
  const documents = new Map<string, DocumentRows>();
  const lists = new Map<string, Map<string, { row: number; score: number }[]>>();
  for (const [i, provision] of provisions.entries()) {
    const held = documents.get(provision.documentId) ?? {
      provisions: [] as Provision[],
      postings: new Map<string, Postings>(),
    };
    const list = lists.get(provision.documentId) ?? new Map<string, { row: number; score: number }[]>();
    const norm = K1 * (1 - B + (B * (lengths[i] ?? 0)) / average);
    for (const [f, tf] of texts[i] ?? []) {
      const entries = list.get(f) ?? [];
      entries.push({ row: held.provisions.length, score: (idf(f) * tf * (K1 + 1)) / (tf + norm) });
      list.set(f, entries);
    }
    held.provisions.push(provision);
    documents.set(provision.documentId, held);
    lists.set(provision.documentId, list);
  }
  for (const [id, list] of lists) {
    const held = documents.get(id);
    for (const [f, entries] of list)
      held?.postings.set(f, {
        rows: Uint32Array.from(entries, (e) => e.row),
        scores: Float32Array.from(entries, (e) => e.score),
      });
  }

  return {
    documentIds: new Set(documents.keys()),
    match(question, documentId) {
      const held = documents.get(documentId);
      if (!held) return [];
      const scores = new Float32Array(held.provisions.length);
      const found = new Float32Array(held.provisions.length);
      let mass = 0;
      for (const [f, weight] of question) {
        const postings = held.postings.get(f);
        // The person's own figures (her age, her house number) say nothing against a provision.
        if (!postings && f.startsWith('#')) continue;
        const rarity = idf(f) * weight;
        mass += rarity;
        if (!postings) continue;
        for (let i = 0; i < postings.rows.length; i++) {
          const row = postings.rows[i] ?? 0;
          scores[row] = (scores[row] ?? 0) + weight * (postings.scores[i] ?? 0);
          found[row] = (found[row] ?? 0) + rarity;
        }
      }
      const most = mass * (K1 + 1) || 1;
      return held.provisions.flatMap((provision, row) =>
        (found[row] ?? 0) > 0
          ? [
              {
                provision,
                likeness: (scores[row] ?? 0) / most,
                evidence: scores[row] ?? 0,
                coverage: (found[row] ?? 0) / mass,
              },
            ]
          : [],
      );
    },
  };
}

/** Features of several texts taken together; `weight` scales each. */
export function sum(all: readonly Features[], weights: readonly number[] = []): Map<string, number> {
  const total = new Map<string, number>();
  for (const [i, features] of all.entries())
    for (const [f, w] of features) total.set(f, (total.get(f) ?? 0) + w * (weights[i] ?? 1));
  return total;
}
