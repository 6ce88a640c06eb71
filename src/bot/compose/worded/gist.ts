import { type Lexicon, lookUp } from '../../../language/lexicon.js';
import { STOP_WORDS } from '../../../language/stop-words.js';
import { tagWords } from '../../../language/words.js';
import { QUALIFIERS, SCAFFOLD } from './words.zh.js';

/** What a stretch of text speaks of: its meanings and words by weight. Figures are no part of it. */
export type Gist = ReadonlyMap<string, number>;

const MEANING = 1;
const PAIR = 0.4;
const HAN = /\p{Script=Han}/u;
const NUMERAL =
  /^[\d.%零〇一二三四五六七八九十百千万亿两半]+(?:周?岁|元|块|块钱|张|个|月|年|天|日|次|家|所|名|位|人)?$/u;
/** Whether a thing is denied is no part of what is spoken of. */
const DENIAL = /^(?:[不没未无莫勿别]|严禁|禁止)[得能准许可会要用予再是有必需须该应]{0,2}$/u;

export function gistOf(words: string, lexicon: Lexicon): Map<string, number> {
  const text = words.replace(SCAFFOLD, '，');
  const gist = new Map<string, number>();
  for (const match of lookUp(text, lexicon)) {
    if (match.kind !== 'term' && match.kind !== 'dialect') continue;
    for (const meaning of match.means) gist.set(`=${meaning}`, MEANING);
    if (match.kind === 'term') gist.set(`=${match.say}`, MEANING);
  }
  for (const { name, says } of QUALIFIERS) if (says.test(words)) gist.set(`@${name}`, MEANING);
  for (const { text: word } of tagWords(text)) {
    if (
      word.length > 1 &&
      HAN.test(word) &&
      !NUMERAL.test(word) &&
      !DENIAL.test(word) &&
      !STOP_WORDS.has(word)
    )
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

const masses = new WeakMap<Gist, number>();

export function massOf(gist: Gist): number {
  const known = masses.get(gist);
  if (known !== undefined) return known;
  let mass = 0;
  for (const weight of gist.values()) mass += weight;
  masses.set(gist, mass);
  return mass;
}

/** Whether it names anything: 文件没有写, 可以享受 do not, and belong to what stands beside them. */
export function names(gist: Gist): boolean {
  for (const feature of gist.keys()) if (!feature.startsWith('~')) return true;
  return false;
}

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
