import { dict } from '@node-rs/jieba/dict.js';
import { eachEntry } from '../dictionary.js';

/**
 * What a word or turn of phrase costs, in nats: as it is written, and put back where it was heard as something else. A
 * single character is never looked for by its sound (`Repairer`).
 */
interface EverydayPrice {
  written: number;
  heard: number;
}

/** Everyday words, and turns of phrase of the matters spoken of. */
export type EverydayWords = ReadonlyMap<string, EverydayPrice>;

/** In jieba's count of 60 million: about 9,500 words. */
const LEAST_COUNT = 500;
const LONGEST_WORD = 4;
/** A turn of phrase is met in so many of the texts. */
const LEAST_TEXTS = 2;
const LONGEST_PHRASE = 6;
/** What putting back costs beyond the word's own rarity, and off it for each character from the third. */
const HEARD = 6;
const LONGER = 1.5;

/**
 * The words that are said most (by jieba's dictionary), and the turns of phrase that at least two of `texts` share:
 * what those who ask about these matters are likely to have said. Takes about 0.3 s.
 */
export function everydayWords(texts: readonly string[], bytes: Uint8Array = dict): EverydayWords {
  const words = mostSaid(bytes);
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

/** Of the dictionary's words. */
function mostSaid(bytes: Uint8Array): Map<string, EverydayPrice> {
  const decoder = new TextDecoder();
  const counts = new Map<string, number>();
  let total = 0;
  eachEntry(bytes, (start, end, count) => {
    total += count;
    if (count >= LEAST_COUNT) counts.set(decoder.decode(bytes.subarray(start, end)), count);
  });
  const words = new Map<string, EverydayPrice>();
  for (const [word, count] of counts) {
    if (word.length < 2 || word.length > LONGEST_WORD) continue;
    const written = Math.log(total / count);
    words.set(word, { written, heard: written + HEARD });
  }
  return words;
}

/** Runs of whole words, of up to six characters, with the number of texts that have them. */
function phrasesOf(texts: readonly string[]): [string, number][] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = new Set<string>();
    const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
    for (let start = 0; start < words.length; start++) {
      let phrase = '';
      for (let end = start; end < words.length; end++) {
        phrase += words[end];
        if (phrase.length > LONGEST_PHRASE || !HAN.test(phrase)) break;
        own.add(phrase);
      }
    }
    for (const phrase of own) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST_TEXTS);
}

const HAN = /^\p{Script=Han}+$/u;
