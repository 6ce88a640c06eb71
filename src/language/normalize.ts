import type { DomainWords } from './homophones/domain.js';
import type { EverydayWords } from './homophones/everyday.js';
import { applied, type Reading, Repairer } from './homophones/repair.js';
import { simplify } from './traditional.js';

/**
 * `normalized` has the length of the text given, so that spans of the one hold in the other. `changes` are the
 * words put back, in order, `from` as written; characters made simplified are not listed.
 */
interface Normalized extends Reading {
  normalized: string;
}

export type Normalize = (text: string) => Normalized;

/**
 * Makes the function that puts back domain words where a recogniser wrote their homophones, and makes traditional
 * characters simplified; nothing else changes, unless `everyday` words are to be put back too. Loads jieba's dictionary: about 0.4 s, once a process.
 */
export function createNormalize(words: DomainWords, everyday?: EverydayWords): Normalize {
  const repairer = new Repairer(words, everyday);
  return (text) => {
    const simplified = simplify(text);
    const { changes, cost, odd } = repairer.read(simplified);
    return {
      normalized: applied(simplified, changes),
      cost,
      odd,
      changes: changes.map((change) => ({ ...change, from: text.slice(change.start, change.end) })),
    };
  };
}
