import { load } from 'js-yaml';
import { z } from 'zod';
import { Trie } from '../trie.js';
import { wordList } from '../word-list.js';
import { type Sound, soundOf } from './sounds.js';

const repairable = wordList.pipe(z.array(z.string().min(2)));

const schema = z.strictObject({ repair: z.record(z.string(), repairable), cues: wordList, spoken: wordList });

/**
 * `repair`: put back where they were heard as something else; `cues`: only show what is spoken of; `spoken`: everyday
 * words that the dictionary lacks and that are to stand.
 */
export interface DomainWords {
  repair: readonly string[];
  cues: readonly string[];
  spoken: readonly string[];
}

/**
 * Reads `corpus/domain-words.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export function parseDomainWords(text: string): DomainWords {
  const { repair, cues, spoken } = schema.parse(load(text));
  return { repair: Object.values(repair).flat(), cues, spoken };
}

interface Node {
  next: Map<number, Node>;
  words: string[];
}

/** Domain words by what they sound like. */
export class SoundIndex {
  readonly #root: Node = { next: new Map(), words: [] };

  constructor(repair: readonly string[]) {
    for (const word of new Set(repair)) this.#add(this.#root, [...word].map(soundOf), 0, word);
  }

  #add(node: Node, sounds: readonly Sound[], at: number, word: string): void {
    const sound = sounds[at];
    if (!sound) {
      if (!node.words.includes(word)) node.words.push(word);
      return;
    }
    for (const key of sound.keys) {
      let child = node.next.get(key);
      if (!child) {
        child = { next: new Map(), words: [] };
        node.next.set(key, child);
      }
      this.#add(child, sounds, at + 1, word);
    }
  }

  /** Visits each domain word that `sounds` from `start` on may be; some more than once. */
  heard(sounds: readonly Sound[], start: number, visit: (word: string) => void): void {
    this.#walk(this.#root, sounds, start, visit);
  }

  #walk(node: Node, sounds: readonly Sound[], at: number, visit: (word: string) => void): void {
    for (const word of node.words) visit(word);
    const sound = sounds[at];
    if (!sound) return;
    for (const key of sound.keys) {
      const child = node.next.get(key);
      if (child) this.#walk(child, sounds, at + 1, visit);
    }
  }
}

/** For each place of the text, how many units up to it belong to a domain word or a cue as written. */
export class Surroundings {
  readonly #trie = new Trie<true>();

  constructor({ repair, cues }: DomainWords) {
    for (const word of [...repair, ...cues]) this.#trie.set(word, true);
  }

  /** Running totals: `total[j] - total[i]` units of `text[i, j)` are covered. */
  cover(text: string): Uint32Array {
    const total = new Uint32Array(text.length + 1);
    for (const { start, end } of this.#trie.matches(text)) for (let i = start; i < end; i++) total[i + 1] = 1;
    for (let i = 0; i < text.length; i++) total[i + 1] = (total[i + 1] ?? 0) + (total[i] ?? 0);
    return total;
  }
}
