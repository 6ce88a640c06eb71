import { parse } from 'yaml';
import { z } from 'zod';
import { Trie } from '../trie.js';
import { type Sound, soundOf } from './sounds.js';

const words = z.array(z.string().min(1)).min(1);
const repairable = z.array(z.string().min(2)).min(1);

const schema = z.strictObject({ repair: z.record(z.string(), repairable), cues: words });

/** The words that are put back, and those that only show what is spoken of. */
export interface DomainWords {
  repair: readonly string[];
  cues: readonly string[];
}

/**
 * Reads `corpus/domain-words.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export function parseDomainWords(text: string): DomainWords {
  const { repair, cues } = schema.parse(parse(text));
  return { repair: Object.values(repair).flat(), cues };
}

interface Node {
  next: Map<string, Node>;
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
    for (const key of sound.classes) {
      let child = node.next.get(key);
      if (!child) {
        child = { next: new Map(), words: [] };
        node.next.set(key, child);
      }
      this.#add(child, sounds, at + 1, word);
    }
  }

  /** The domain words that `sounds` from `start` on may be; each names where it ends. */
  heard(sounds: readonly Sound[], start: number): { word: string; end: number }[] {
    const found: { word: string; end: number }[] = [];
    let nodes: Node[] = [this.#root];
    for (let at = start; nodes.length > 0 && at < sounds.length; at++) {
      const keys = sounds[at]?.classes ?? [];
      nodes = nodes.flatMap((node) => keys.flatMap((key) => node.next.get(key) ?? []));
      for (const word of new Set(nodes.flatMap((node) => node.words))) found.push({ word, end: at + 1 });
    }
    return found;
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
    const covered = new Uint8Array(text.length);
    for (const { start, end } of this.#trie.matches(text)) covered.fill(1, start, end);
    for (let i = 0; i < text.length; i++) total[i + 1] = (total[i] ?? 0) + (covered[i] ?? 0);
    return total;
  }
}
