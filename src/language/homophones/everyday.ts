import { dict } from '@node-rs/jieba/dict.js';

/** What a word or turn of phrase costs, in nats: as it is written, and put back where it was heard as something else. */
export interface EverydayPrice {
  written: number;
  heard: number;
}

/** Everyday words, and turns of phrase of the matters spoken of. */
export type EverydayWords = ReadonlyMap<string, EverydayPrice>;

/** In jieba's count of 60 million: about 9,500 words. */
const LEAST_COUNT = 500;
const LONGEST_WORD = 4;
/** A turn of phrase is met in so many of the texts. */
const LEAST_TEXTS = 3;
const LONGEST_PHRASE = 6;
/** What putting back costs beyond the word's own rarity, and off it for each character from the third. */
const HEARD = 6;
const LONGER = 1.5;

/**
 * The words that are said most (by jieba's dictionary), and the turns of phrase that at least three of `texts` share:
 * what those who ask about these matters are likely to have said. Takes about 0.3 s.
 */
export function everydayWords(texts: readonly string[], bytes: Uint8Array = dict): EverydayWords {
  const words = new Map(usualWords(bytes));
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  for (const [phrase, count] of phrasesOf(texts)) {
    const written = Math.log(units / count);
    const heard = written + HEARD - LONGER * (phrase.length - 2);
    words.set(phrase, {
      written: Math.min(written, words.get(phrase)?.written ?? written),
      heard: Math.min(heard, words.get(phrase)?.heard ?? heard),
    });
  }
  return words;
}

function usualWords(bytes: Uint8Array): [string, EverydayPrice][] {
  const counted = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line): [string, number] => {
      const [word = '', count] = line.split(' ', 2);
      return [word, Number(count ?? 0)];
    });
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  return counted
    .filter(([word, count]) => word.length > 1 && word.length <= LONGEST_WORD && count >= LEAST_COUNT)
    .map(([word, count]) => {
      const written = Math.log(total / count);
      return [word, { written, heard: written + HEARD }];
    });
}

/** Runs of two to six characters with the number of texts that have them. */
function phrasesOf(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = new Set<string>();
    for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
      for (let start = 0; start < run.length; start++)
        for (let end = start + 2; end <= Math.min(run.length, start + LONGEST_PHRASE); end++)
          own.add(run.slice(start, end));
    for (const phrase of own) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST_TEXTS);
}
