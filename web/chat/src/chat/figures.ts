/** A percentage in words, or a number that a unit may follow. */
const NUMBER = /百分之[零一二三四五六七八九十百点\d.]+|\d[\d,.]*|[零一二三四五六七八九十百千万两]+/gu;
/** Sums and shares of money: what an answer is mostly asked for. */
const UNIT = /(?:多|来|几)?(?:万|亿)?(?:元|块钱|%|％)/uy;

export interface Part {
  text: string;
  figure: boolean;
}

/** Sentences of one text, each cut at its figures. One that was there before is no news, and no figure. */
export function figured(sentences: readonly string[]): Part[][] {
  const seen = new Set<string>();
  return sentences.map((sentence) =>
    parts(sentence).map(({ text, figure }) => {
      const isNews = figure && !seen.has(text);
      seen.add(text);
      return { text, figure: isNews };
    }),
  );
}

/** A sentence cut at its figures; joined, the parts are the sentence. */
export function parts(sentence: string): Part[] {
  const cut: Part[] = [];
  let end = 0;
  for (const { 0: number, index } of sentence.matchAll(NUMBER)) {
    UNIT.lastIndex = index + number.length;
    const unit = UNIT.exec(sentence)?.[0];
    if (unit === undefined && !number.startsWith('百分之')) continue;
    const text = number + (unit ?? '');
    if (index > end) cut.push({ text: sentence.slice(end, index), figure: false });
    cut.push({ text, figure: true });
    end = index + text.length;
  }
  if (end < sentence.length) cut.push({ text: sentence.slice(end), figure: false });
  return cut;
}
