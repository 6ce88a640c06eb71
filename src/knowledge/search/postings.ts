/** Postings of all terms in compressed sparse rows: those of term `t` stand at `starts[t] … starts[t + 1]`. */
export interface Postings {
  starts: Uint32Array;
  owners: Uint32Array;
  /** The BM25 weight of the term in its owner, idf aside; below `K1 + 1`. */
  weights: Float32Array;
  /** idf of each term among the owners, above 0. */
  idf: Float32Array;
}

/** Robertson & Zaragoza (2009), the usual values. */
export const K1 = 1.2;

/**
 * Postings of `rows` (term ids of each owner, with repetitions).
 * @param b length normalisation, 0 (none) to 1 (full)
 */
export function buildPostings(rows: readonly Uint32Array[], terms: number, b: number): Postings {
  const starts = new Uint32Array(terms + 1);
  const seen = new Int32Array(terms).fill(-1);
  let total = 0;
  for (const [owner, row] of rows.entries()) {
    total += row.length;
    for (const term of row) {
      if (seen[term] === owner) continue;
      seen[term] = owner;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const owners = new Uint32Array(starts[terms] ?? 0);
  const weights = new Float32Array(owners.length);
  const next = starts.slice(0, terms);
  const mean = total / Math.max(1, rows.length);
  for (const [owner, row] of rows.entries()) {
    for (const term of row) {
      const last = (next[term] ?? 0) - 1;
      if (last >= (starts[term] ?? 0) && owners[last] === owner) {
        weights[last] = (weights[last] ?? 0) + 1;
      } else {
        owners[last + 1] = owner;
        weights[last + 1] = 1;
        next[term] = last + 2;
      }
    }
  }
  for (let i = 0; i < owners.length; i++) {
    const length = rows[owners[i] ?? 0]?.length ?? 0;
    const count = weights[i] ?? 0;
    weights[i] = (count * (K1 + 1)) / (count + K1 * (1 - b + (b * length) / Math.max(1, mean)));
  }
  return { starts, owners, weights, idf: idfOf(starts, rows.length) };
}

function idfOf(starts: Uint32Array, owners: number): Float32Array {
  const idf = new Float32Array(starts.length - 1);
  for (let term = 0; term < idf.length; term++) {
    const frequency = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    idf[term] = Math.log(1 + (owners - frequency + 0.5) / (frequency + 0.5));
  }
  return idf;
}

/** Adds `weight` × idf × term weight of every posting of `term` to its owner's score. */
export function addScores(postings: Postings, term: number, weight: number, scores: Float32Array): void {
  const { starts, owners, weights } = postings;
  const factor = weight * (postings.idf[term] ?? 0);
  const end = starts[term + 1] ?? 0;
  for (let i = starts[term] ?? 0; i < end; i++) {
    const owner = owners[i] ?? 0;
    scores[owner] = (scores[owner] ?? 0) + factor * (weights[i] ?? 0);
  }
}
