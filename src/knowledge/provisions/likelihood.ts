import type { Postings } from './postings.js';
import type { Provision } from './provision.js';
import type { Features, Vocabulary } from './vocabulary.js';

export interface Question {
  /** Features of all that the person said. */
  all: Features;
  /** Features of the asking words alone. */
  asking: Features;
}

/** What is matched: of a document, and no more. */
export interface OfDocument {
  documentId: string;
}

export interface ProvisionMatch<P extends OfDocument = Provision> {
  provision: P;
  /** How much more all that was said is said of this than of anything, as a share of the most it could be, in [0, 1]. */
  likeness: number;
  /** The same unscaled, in nats: how much is alike, however long the question. */
  evidence: number;
  /** Share of the rarity (idf) of the asking words that the provision speaks of, in [0, 1]. */
  coverage: number;
}

/** How much of what is said is said of anything, whatever it is about. */
const BACKGROUND = 0.3;
/** How many times as much of it is said of the matter itself. */
export const OWN = (1 - BACKGROUND) / BACKGROUND;

/** Of all texts that there are: how rare a feature is, and its share, by its number. */
export type Scale = Pick<Vocabulary, 'idf' | 'mostIdf' | 'share' | 'leastShare'>;

/** What a document holds, and how a feature is looked up. */
export interface Held<P> {
  provisions: readonly P[];
  postings: Postings;
  scale: Scale;
  /** By which it stands in postings and scale; -1 where it stands in neither. */
  number(feature: string): number;
}

/** The most like the question, best first: query likelihood as `indexProvisions` says. */
export function likeliest<P extends OfDocument>(
  { all, asking }: Question,
  { provisions, postings, scale, number }: Held<P>,
  limit: number,
): ProvisionMatch<P>[] {
  const { starts, rows, likelier, own } = postings;
  const scores = new Float32Array(provisions.length);
  const found = new Float32Array(provisions.length);
  let most = 0;
  let askedMass = 0;
  for (const [feature, weight] of all) {
    const at = number(feature);
    const from = starts[at] ?? 0;
    const to = starts[at + 1] ?? 0;
    // The person's own figures (her age, her house number) say nothing against a provision.
    if (from === to && feature.startsWith('#')) continue;
    const asked = (scale.idf[at] ?? scale.mostIdf) * (asking.get(feature) ?? 0);
    most += weight * Math.log1p(OWN / (scale.share[at] ?? scale.leastShare));
    askedMass += asked;
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      scores[row] = (scores[row] ?? 0) + weight * (likelier[i] ?? 0);
      if (own[i] === 1) found[row] = (found[row] ?? 0) + asked;
    }
  }
  return best(scores, limit).flatMap((row) => {
    const provision = provisions[row];
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
