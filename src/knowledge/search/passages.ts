/** Cutting text into passages at sentence ends. */

/** A stretch `[start, end)` of a text, in UTF-16 units; it begins with `overlap` units of the passage before. */
interface Passage {
  start: number;
  end: number;
  overlap: number;
}

export interface PassageSize {
  /** The most units a passage has. */
  limit: number;
  /** The most units that a passage repeats of the one before, in whole sentences. */
  overlap: number;
}

const ENDS = /[。！？!?；;\n]["”’」』）)]*/gu;
const PAUSES = /[，,、：:\s]/u;

/** Ends of sentences (`；` and line breaks end one too), with longer ones parted at a pause or, lacking one, anywhere. */
function sentenceEnds(text: string, limit: number): number[] {
  const ends: number[] = [];
  let start = 0;
  const cut = (end: number): void => {
    while (end - start > limit) {
      start = pauseBefore(text, start, limit);
      ends.push(start);
    }
    if (end > start) ends.push(end);
    start = end;
  };
  for (const match of text.matchAll(ENDS)) cut(match.index + match[0].length);
  cut(text.length);
  return ends;
}

function pauseBefore(text: string, start: number, limit: number): number {
  const last = start + limit;
  for (let i = last; i > start + limit / 2; i--) if (PAUSES.test(text[i - 1] ?? '')) return i;
  const code = text.charCodeAt(last);
  return code >= 0xdc00 && code <= 0xdfff ? last - 1 : last;
}

/** Passages that together hold all of `text`, none longer than `limit`, each of whole sentences where those fit. */
export function cutPassages(text: string, { limit, overlap }: PassageSize): Passage[] {
  const ends = sentenceEnds(text, limit);
  const passages: Passage[] = [];
  let first = 0;
  while (first < ends.length) {
    const start = first === 0 ? 0 : (ends[first - 1] ?? 0);
    let last = first;
    while (last + 1 < ends.length && (ends[last + 1] ?? 0) - start <= limit) last++;
    const end = ends[last] ?? text.length;
    const before = passages.at(-1)?.end ?? 0;
    passages.push({ start, end, overlap: Math.max(0, before - start) });
    if (last + 1 >= ends.length) break;
    // Step back over whole sentences, but always forward of where this passage began and with room for a new one.
    let next = last + 1;
    const room = (ends[last + 1] ?? end) - end;
    while (next - 1 > first && end - (ends[next - 2] ?? 0) <= Math.min(overlap, limit - room)) next--;
    first = next;
  }
  return passages;
}
