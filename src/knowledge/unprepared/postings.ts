/** Of each feature the rows that have it, side by side in typed arrays: a document's statements share many. */
export interface Postings {
  /** Where the rows of a feature begin and end; undefined where no row has it. */
  of(feature: string): { from: number; to: number } | undefined;
  rows: Uint16Array;
  scores: Float32Array;
  /** 1 where the row itself has the feature, 0 where only its kin do. */
  own: Uint8Array;
}

/** What one row has of one feature. */
export interface Entry {
  feature: string;
  row: number;
  score: number;
  own: boolean;
}

export function postingsOf(entries: Iterable<Entry>): Postings {
  const numbers = new Map<string, number>();
  const all: { number: number; entry: Entry }[] = [];
  for (const entry of entries) {
    const number = numbers.get(entry.feature) ?? numbers.size;
    numbers.set(entry.feature, number);
    all.push({ number, entry });
  }
  const ends = new Uint32Array(numbers.size + 1);
  for (const { number } of all) ends[number + 1] = (ends[number + 1] ?? 0) + 1;
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const next = ends.slice();
  const rows = new Uint16Array(all.length);
  const scores = new Float32Array(all.length);
  const own = new Uint8Array(all.length);
  for (const { number, entry } of all) {
    const at = next[number] ?? 0;
    next[number] = at + 1;
    rows[at] = entry.row;
    scores[at] = entry.score;
    own[at] = entry.own ? 1 : 0;
  }
  return {
    rows,
    scores,
    own,
    of(feature) {
      const number = numbers.get(feature);
      return number === undefined ? undefined : { from: ends[number] ?? 0, to: ends[number + 1] ?? 0 };
    },
  };
}
