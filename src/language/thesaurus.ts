import { load } from 'js-yaml';
import { z } from 'zod';
import { Trie } from './trie.js';
import { wordList } from './word-list.js';

/** Words of one sense: by the number of the sense. A word may have several. */
export interface Thesaurus {
  readonly trie: Trie<readonly number[]>;
}

/**
 * Reads `corpus/thesaurus.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export function parseThesaurus(text: string): Thesaurus {
  const senses = new Map<string, number[]>();
  for (const [sense, words] of z.array(wordList).parse(load(text)).entries())
    for (const word of words) senses.set(word, [...(senses.get(word) ?? []), sense]);
  const trie = new Trie<readonly number[]>();
  for (const [word, numbers] of senses) trie.set(word, numbers);
  return { trie };
}

/** Numbers of the senses that the words of a text have, leftmost and longest words; each as often as it is met. */
export function sensesIn(text: string, { trie }: Thesaurus): number[] {
  return trie.matches(text).flatMap(({ value }) => value);
}
