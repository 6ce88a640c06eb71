import type { Provision } from './provision.js';

/** What a text is about, as weighted features; equal features mean the same thing. */
export type Analyse = (text: string) => ReadonlyMap<string, number>;

export interface ProvisionMatch {
  provision: Provision;
  /** Cosine of the question and the closest of the provision's asks, in [0, 1]. */
  likeness: number;
  /** Cosine of the question and all that the provision says and is asked, in [0, 1]. */
  topic: number;
}

export interface ProvisionMatcher {
  readonly provisions: readonly Provision[];
  /** Provisions of these documents, in no order; those that share no feature with the question are left out. */
  match(question: string, documentIds: ReadonlySet<string>): ProvisionMatch[];
}

interface Posting {
  row: number;
  weight: number;
}

/** Vectors of texts by tf-idf, unit length, as an inverted file from feature to rows. */
class Rows {
  private readonly postings = new Map<string, Posting[]>();
  private readonly idf = new Map<string, number>();
  readonly count: number;

  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    this.count = texts.length;
    const having = new Map<string, number>();
    for (const features of texts) for (const f of features.keys()) having.set(f, (having.get(f) ?? 0) + 1);
    for (const [f, n] of having) this.idf.set(f, Math.log((texts.length + 1) / (n + 0.5)));
    for (const [row, features] of texts.entries()) {
      for (const [f, weight] of this.unit(features)) {
        const list = this.postings.get(f) ?? [];
        list.push({ row, weight });
        this.postings.set(f, list);
      }
    }
  }

  /** Features that no row has weigh as much as the rarest: a question about something else is like nothing here. */
  unit(features: ReadonlyMap<string, number>): Map<string, number> {
    const most = Math.log((this.count + 1) / 0.5);
    const weighed = new Map([...features].map(([f, w]) => [f, w * (this.idf.get(f) ?? most)] as const));
    const length = Math.sqrt([...weighed.values()].reduce((sum, w) => sum + w * w, 0)) || 1;
    for (const [f, w] of weighed) weighed.set(f, w / length);
    return weighed;
  }

  /** Cosine of the text with every row. */
  cosines(features: ReadonlyMap<string, number>): Float32Array {
    const scores = new Float32Array(this.count);
    for (const [f, weight] of this.unit(features))
      for (const posting of this.postings.get(f) ?? [])
        scores[posting.row] = (scores[posting.row] ?? 0) + weight * posting.weight;
    return scores;
  }
}

export function createProvisionMatcher(provisions: readonly Provision[], analyse: Analyse): ProvisionMatcher {
  const asks = provisions.flatMap((p, owner) => p.asks.map((text) => ({ owner, features: analyse(text) })));
  const askRows = new Rows(asks.map((a) => a.features));
  const topicRows = new Rows(
    provisions.map((p) => merge([p.short, p.plain, ...p.quotes, ...p.asks].map(analyse))),
  );

  return {
    provisions,
    match(question, documentIds) {
      const features = analyse(question);
      const likeness = new Float32Array(provisions.length);
      for (const [i, cosine] of askRows.cosines(features).entries()) {
        const owner = asks[i]?.owner ?? 0;
        if (cosine > (likeness[owner] ?? 0)) likeness[owner] = cosine;
      }
      const topics = topicRows.cosines(features);
      return provisions.flatMap((provision, i) => {
        const topic = topics[i] ?? 0;
        return topic > 0 && documentIds.has(provision.documentId)
          ? [{ provision, likeness: likeness[i] ?? 0, topic }]
          : [];
      });
    },
  };
}

function merge(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const features of all) for (const [f, w] of features) merged.set(f, (merged.get(f) ?? 0) + w);
  // Said often counts more, but not in proportion.
  for (const [f, w] of merged) merged.set(f, Math.log1p(w));
  return merged;
}
