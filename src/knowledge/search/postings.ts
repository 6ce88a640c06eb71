/** Rows of term ids, one an owner, back to back: row `i` is `terms[begins[i] … ends[i]]`. Rows may share terms. */
export interface Rows {
  terms: Uint32Array;
  begins: Uint32Array;
  ends: Uint32Array;
}

/** Postings of all terms in compressed sparse rows: those of term `t` stand at `starts[t] … starts[t + 1]`. */
export interface Postings {
  starts: Uint32Array;
  owners: Uint32Array;
  /** The BM25 weight of the term in its owner, idf aside; below `K1 + 1`. */
  weights: Float32Array;
  /** idf of each term among the owners, above 0. */
  idf: Float32Array;
}

/** How soon repetition stops counting (Robertson & Zaragoza 2009); low, since lists of issuers repeat a place in every line. */
export const K1 = 0.9;

/**
 * Postings of the rows' terms.
 * @param b length normalisation, 0 (none) to 1 (full)
 */
export function buildPostings(rows: Rows, vocabularySize: number, b: number): Postings {
  const starts = countOwners(rows, vocabularySize);
  const owners = new Uint32Array(starts[vocabularySize] ?? 0);
  const weights = new Float32Array(owners.length);
  const next = starts.slice(0, vocabularySize);
  const { terms, begins, ends } = rows;
  let total = 0;
  for (let owner = 0; owner < begins.length; owner++) {
    const end = ends[owner] ?? 0;
    total += end - (begins[owner] ?? 0);
    for (let i = begins[owner] ?? 0; i < end; i++) {
      const term = terms[i] ?? 0;
      const free = next[term] ?? 0;
      if (free > (starts[term] ?? 0) && owners[free - 1] === owner) {
        weights[free - 1] = (weights[free - 1] ?? 0) + 1;
      } else {
        owners[free] = owner;
        weights[free] = 1;
        next[term] = free + 1;
      }
    }
  }
  const mean = Math.max(1, total / Math.max(1, begins.length));
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i] ?? 0;
    const length = (ends[owner] ?? 0) - (begins[owner] ?? 0);
    const count = weights[i] ?? 0;
    weights[i] = (count * (K1 + 1)) / (count + K1 * (1 - b + (b * length) / mean));
  }
  return { starts, owners, weights, idf: idfOf(starts, begins.length) };
}

/** Where each term's postings start: a running sum of how many owners have it. */
function countOwners({ terms, begins, ends }: Rows, vocabularySize: number): Uint32Array {
  const starts = new Uint32Array(vocabularySize + 1);
  const seen = new Int32Array(vocabularySize).fill(-1);
  for (let owner = 0; owner < begins.length; owner++) {
    const end = ends[owner] ?? 0;
    for (let i = begins[owner] ?? 0; i < end; i++) {
      const term = terms[i] ?? 0;
      if (seen[term] === owner) continue;
      seen[term] = owner;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < vocabularySize; term++) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  return starts;
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

/** Whether `owner` is among the owners of `term`. */
export function holds({ starts, owners }: Postings, term: number, owner: number): boolean {
  let low = starts[term] ?? 0;
  const end = starts[term + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owners[middle] ?? 0) < owner) low = middle + 1;
    else high = middle;
  }
  return low < end && owners[low] === owner;
}
