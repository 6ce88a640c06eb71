import { load } from 'js-yaml';
import { z } from 'zod';
import { Trie } from './trie.js';
import { wordList } from './word-list.js';

/** Words of one sense: by the number of the sense. A word may have several. */
export interface Thesaurus {
  readonly trie: Trie<readonly number[]>;
  /** The words of each sense, by its number. */
  readonly senses: readonly (readonly string[])[];
}

/**
 * Reads `corpus/thesaurus.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export function parseThesaurus(text: string): Thesaurus {
  const senses = z.array(wordList).parse(load(text));
  const numbersOf = new Map<string, number[]>();
  for (const [sense, words] of senses.entries())
    for (const word of words) numbersOf.set(word, [...(numbersOf.get(word) ?? []), sense]);
  const trie = new Trie<readonly number[]>();
  for (const [word, numbers] of numbersOf) trie.set(word, numbers);
  return { trie, senses };
}

/** All words of the senses that the word has by itself; none where it has none. */
export function synonymsOf(word: string, { trie, senses }: Thesaurus): string[] {
  const [only] = trie.matches(word).filter(({ start, end }) => start === 0 && end === word.length);
  return (only?.value ?? []).flatMap((sense) => senses[sense] ?? []);
}

/** Numbers of the senses that the words of a text have, leftmost and longest words; each as often as it is met. */
export function sensesIn(text: string, { trie }: Thesaurus): number[] {
  return trie.matches(text).flatMap(({ value }) => value);
}
