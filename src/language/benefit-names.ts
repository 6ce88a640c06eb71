import { load } from 'js-yaml';
import { z } from 'zod';
import { Trie } from './trie.js';
import { wordList } from './word-list.js';

/** The names of one benefit. */
export type BenefitName = readonly string[];

export interface BenefitNames {
  readonly names: readonly BenefitName[];
  readonly trie: Trie<BenefitName>;
}

/**
 * Reads `corpus/benefit-names.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export function parseBenefitNames(text: string): BenefitNames {
  const trie = new Trie<BenefitName>();
  const all = z.array(wordList).parse(load(text));
  for (const names of all) for (const name of names) trie.set(name, names);
  return { names: all, trie };
}

/** The benefits that the text names, leftmost and longest. */
export function benefitsNamedIn(text: string, { trie }: BenefitNames): BenefitName[] {
  return trie.matches(text).map((match) => match.value);
}
