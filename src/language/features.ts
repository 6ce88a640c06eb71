import { type Lexicon, lookUp } from './lexicon.js';
import { STOP_WORDS } from './stop-words.js';
import { tagWords } from './words.js';

/** What a text is about, as weighted features: equal features of two texts mean the same thing. */
export type Features = ReadonlyMap<string, number>;

/** Parts of speech that can be what a text is about. */
const CONTENT = /^(n|v|a|i|l|j|b|z|s|x|eng|m)/;
const PAIR_WEIGHT = 0.35;

/**
 * Features of a text: the meanings of its lexicon words (瘫在床上 and 失能 share one), its other content words, and
 * the character pairs of both, which meet where word boundaries differ. Kinship words and fillers add nothing.
 */
export function featuresOf(text: string, lexicon: Lexicon): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, Math.max(features.get(feature) ?? 0, weight));
  };
  const matches = lookUp(text, lexicon);
  for (const match of matches) {
    if (match.kind !== 'term') continue;
    const share = 1 / Math.sqrt(match.means.length);
    for (const meaning of match.means) add(`=${meaning}`, share);
    addPairs(match.say, add);
  }
  for (const word of tagWords(text)) {
    const end = word.start + word.text.length;
    if (!CONTENT.test(word.tag) || STOP_WORDS.has(word.text)) continue;
    if (matches.some((m) => m.start < end && word.start < m.end)) continue;
    if (word.text.length > 1) add(word.text, 1);
    addPairs(word.text, add);
  }
  return features;
}

function addPairs(word: string, add: (feature: string, weight: number) => void): void {
  for (let i = 0; i + 1 < word.length; i++) add(`~${word.slice(i, i + 2)}`, PAIR_WEIGHT);
}
