import { featuresOf } from './features.js';
import type { Lexicon } from './lexicon.js';
import { PAUSES } from './pauses.js';

/** The features of a short answer: those of any text, and every three characters of it, its beginning and its end. */
export function spokenFeatures(text: string, lexicon: Lexicon): Set<string> {
  const plain = text.replace(PAUSES, '，').replace(/^，|，$/gu, '');
  const whole = `^${plain}$`;
  const features = new Set(featuresOf(plain, lexicon).keys());
  for (let i = 0; i + 3 <= whole.length; i++) features.add(`~${whole.slice(i, i + 3)}`);
  return features;
}
