/** A stretch of normalised text between pauses; `sentence` numbers the sentence it stands in. */
export interface Segment {
  start: number;
  end: number;
  sentence: number;
  text: string;
}

/** Words that open a new scene in speech that has no pauses marked: what was said before them is over. */
const turn = /(?=(?<!到)现在|刚才|刚刚|这会儿?|这阵儿?|眼下|但是|可是|不过|结果|哎|今天|今儿|今早|今晚)/u;

/** The pieces of `text`, in order; what is between them is punctuation. */
export function segment(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let sentence = 0;
  for (const [index, part] of text.split(/([，。])/u).entries()) {
    if (index % 2 === 1) {
      if (part === '。') sentence += 1;
      start += 1;
      continue;
    }
    for (const piece of part.split(turn)) {
      if (piece !== '') segments.push({ start, end: start + piece.length, sentence, text: piece });
      start += piece.length;
    }
  }
  return segments;
}

/** The index of the segment that holds `position`; -1 where there is none. */
export function segmentAt(segments: readonly Segment[], position: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = segments[middle];
    if (found === undefined) return -1;
    if (position < found.start) high = middle - 1;
    else if (position >= found.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
