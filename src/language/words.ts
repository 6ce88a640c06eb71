import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import { eachEntry } from './dictionary.js';

export interface Word {
  text: string;
  /** Part of speech, in jieba's tag set (after ICTCLAS): n noun, v verb, r pronoun … */
  tag: string;
  /** In UTF-16 units of the text given. */
  start: number;
}

const require = createRequire(import.meta.url);
let jieba: Jieba | undefined;

/**
 * Words of three characters and more that are counted less often than this are left out of the dictionary: names, proverbs
 * and numbers that nobody here says, four of ten words, with which it would take 30 MB more.
 */
const LEAST_COUNT = 4;
/** Bytes of two characters. */
const SHORT = 6;

/** The lines `word count tag` of the words that are short or counted so often. */
export function usualWords(dict: Uint8Array): Uint8Array {
  const kept = new Uint8Array(dict.length);
  let length = 0;
  eachEntry(dict, (start, end, count, next) => {
    if (end - start > SHORT && count < LEAST_COUNT) return;
    kept.set(dict.subarray(start, next), length);
    length += next - start;
  });
  return kept.subarray(0, length);
}

/** Loaded on first use. */
function segmenter(): Jieba {
  if (jieba === undefined) {
    const { Jieba: Segmenter } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
    jieba = Segmenter.withDict(usualWords(dict));
  }
  return jieba;
}

/** Texts of the last turns: a turn cuts the same ones several times. */
const recent = new Map<string, readonly Word[]>();
const MOST_RECENT = 4000;
const LONGEST_KEPT = 200;

/** Words of the text with their parts of speech, in order; together they are the whole text. */
export function tagWords(text: string): readonly Word[] {
  const known = recent.get(text);
  if (known) return known;
  const words = cut(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  if (text.length <= LONGEST_KEPT) recent.set(text, words);
  return words;
}

function cut(text: string): Word[] {
  let start = 0;
  return segmenter()
    .tag(text, false)
    .map(({ word, tag }) => {
      const at = { text: word, tag, start };
      start += word.length;
      return at;
    });
}
