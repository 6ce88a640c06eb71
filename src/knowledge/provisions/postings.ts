/** The texts of one document by feature: those of feature `n` stand in `[starts[n], starts[n + 1])`. */
export interface Postings {
  starts: Uint32Array;
  /** Place of the text among those of its document. */
  rows: Uint16Array;
  /** Log of how much likelier one occurrence is in a question about this than in any question. */
  likelier: Float32Array;
  /** 1 where the text itself has the feature, 0 where only its kin have. */
  own: Uint8Array;
}

/** What one text has of one feature. */
export interface Entry {
  feature: number;
  row: number;
  likelier: number;
  own: boolean;
}

/** The entries by feature, each feature's in the order given (counting sort). */
export function postingsOf(entries: readonly Entry[], features: number): Postings {
  const starts = new Uint32Array(features + 1);
  for (const { feature } of entries) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
  for (let n = 0; n < features; n++) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const next = starts.slice();
  const rows = new Uint16Array(entries.length);
  const likelier = new Float32Array(entries.length);
  const own = new Uint8Array(entries.length);
  for (const entry of entries) {
    const at = next[entry.feature] ?? 0;
    next[entry.feature] = at + 1;
    rows[at] = entry.row;
    likelier[at] = entry.likelier;
    own[at] = entry.own ? 1 : 0;
  }
  return { starts, rows, likelier, own };
}
