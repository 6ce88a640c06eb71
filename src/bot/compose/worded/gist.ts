import { type Lexicon, lookUp } from '../../../language/lexicon.js';
import { STOP_WORDS } from '../../../language/stop-words.js';
import { tagWords } from '../../../language/words.js';
import { QUALIFIERS } from './words.zh.js';

/** What a stretch of text speaks of: its meanings and words by weight. Figures are no part of it. */
export type Gist = ReadonlyMap<string, number>;

const MEANING = 1;
const PAIR = 0.4;
const HAN = /\p{Script=Han}/u;
const NUMERAL = /^[\d.%零〇一二三四五六七八九十百千万亿两半]+$/u;

export function gistOf(text: string, lexicon: Lexicon): Map<string, number> {
  const gist = new Map<string, number>();
  for (const match of lookUp(text, lexicon)) {
    if (match.kind !== 'term' && match.kind !== 'dialect') continue;
    for (const meaning of match.means) gist.set(`=${meaning}`, MEANING);
    if (match.kind === 'term') gist.set(`=${match.say}`, MEANING);
  }
  for (const { name, says } of QUALIFIERS) if (says.test(text)) gist.set(`@${name}`, MEANING);
  for (const { text: word } of tagWords(text)) {
    if (word.length > 1 && HAN.test(word) && !NUMERAL.test(word) && !STOP_WORDS.has(word))
      gist.set(`=${word}`, MEANING);
  }
  let before = '';
  for (const c of text) {
    const counts = HAN.test(c) && !NUMERAL.test(c);
    if (counts && before !== '') gist.set(`~${before}${c}`, PAIR);
    before = counts ? c : '';
  }
  return gist;
}

export const massOf = (gist: Gist): number => {
  let mass = 0;
  for (const weight of gist.values()) mass += weight;
  return mass;
};

/** Mass of what both speak of. */
export function shared(a: Gist, b: Gist): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let mass = 0;
  for (const [feature, weight] of small) if (large.has(feature)) mass += weight;
  return mass;
}

/** How much of the smaller of two is in the other, in [0, 1]. */
export function likeness(a: Gist, b: Gist): number {
  const least = Math.min(massOf(a), massOf(b));
  return least === 0 ? 0 : shared(a, b) / least;
}

/** Everything in any of them. */
export function union(gists: readonly Gist[]): Gist {
  return new Map(gists.flatMap((gist) => [...gist]));
}
