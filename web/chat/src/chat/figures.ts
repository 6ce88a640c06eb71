/** Sums and shares of money: what an answer is mostly asked for. */
const FIGURE =
  /(?:\d[\d,.]*|[零一二三四五六七八九十百千万两]+)(?:多|来|几)?(?:万|亿)?(?:元|块钱|%|％)|百分之[零一二三四五六七八九十百点\d.]+/gu;

export interface Part {
  text: string;
  figure: boolean;
}

/** A sentence cut at its figures; joined, the parts are the sentence. */
export function parts(sentence: string): Part[] {
  const cut: Part[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(FIGURE)) {
    if (index > end) cut.push({ text: sentence.slice(end, index), figure: false });
    cut.push({ text, figure: true });
    end = index + text.length;
  }
  if (end < sentence.length) cut.push({ text: sentence.slice(end), figure: false });
  return cut;
}
