import { type Lexicon, lookUp } from './lexicon.js';
import { scanNumerals } from './numerals.js';
import { joinSeparable } from './separable.js';
import { STOP_WORDS } from './stop-words.js';
import { sensesIn, type Thesaurus } from './thesaurus.js';
import { tagWords } from './words.js';

/** What a text is about, as weighted features: equal features of two texts mean the same thing. */
export type Features = Map<string, number>;

/** How much each kind of feature counts; fitted on provisions with one of their asks left out. */
const MEANING = 1;
const WORD = 0.5;
const NUMBER = 1;
/** 九十张 and 200 张 are both so many 张. */
const MEASURED = 0.5;
const PAIR = 0.5;
const CHARACTER = 1;
/** A word of the thesaurus, for each of its senses. */
const SENSE = 1;

/** A share is never so many of anything: 80% says nothing of somebody aged 80. */
const PERCENT = /[%％]/u;
const HAN_OR_ALNUM = /[\p{Script=Han}A-Za-z0-9]/u;

/**
 * Features of a text: the meanings of its lexicon words (瘫在床上 and 失能 share one), its words, the values
 * of its numbers, its character pairs and characters; each counted as often as it occurs. Dialect words count as the plain words they stand for.
 */
export function featuresOf(text: string, lexicon: Lexicon): Features {
  const plain = plainMandarin(text, lexicon);
  const features: Features = new Map();
  const add = (feature: string, weight: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + weight);
  };
  for (const match of lookUp(plain, lexicon)) {
    if (match.kind !== 'term') continue;
    const share = MEANING / Math.sqrt(match.means.length);
    for (const meaning of match.means) add(`=${meaning}`, share);
  }
  for (const { text: word } of tagWords(plain)) {
    if (word.length > 1 && HAN_OR_ALNUM.test(word) && !STOP_WORDS.has(word)) add(word, WORD);
  }
  for (const { value, counts, end } of scanNumerals(plain)) {
    if (!counts) continue;
    const measure = plain.slice(end).trimStart().charAt(0);
    add(PERCENT.test(measure) ? `#${value}%` : `#${value}`, NUMBER);
    if (HAN_OR_ALNUM.test(measure)) add(`#${measure}`, MEASURED);
  }
  let before = '';
  for (const character of plain) {
    const counts = HAN_OR_ALNUM.test(character);
    if (counts) add(`.${character}`, CHARACTER);
    if (counts && before !== '') add(`~${before}${character}`, PAIR);
    before = counts ? character : '';
  }
  return features;
}

/** 重度Ⅱ级 is 重度二级 to whoever says it. */
const ROMAN_NUMERALS = 'ⅠⅡⅢⅣⅤⅥ';
const ROMAN = new RegExp(`[${ROMAN_NUMERALS}]`, 'gu');
const GRADES = '一二三四五六';

/** The same with the senses of the thesaurus, for what nobody has put in people's words. */
export function broadFeaturesOf(text: string, lexicon: Lexicon, thesaurus: Thesaurus): Features {
  const plain = text.replace(ROMAN, (numeral) => GRADES.charAt(ROMAN_NUMERALS.indexOf(numeral)));
  const features = featuresOf(plain, lexicon);
  for (const sense of sensesIn(plainMandarin(plain, lexicon), thesaurus))
    features.set(`≈${sense}`, (features.get(`≈${sense}`) ?? 0) + SENSE);
  return features;
}

/** 么的 is 什么 by itself, and nothing in 干什么的; 甚 is, and nothing in 甚至. */
const MIDWORD = /^(?:[什怎这那多要]么|.?甚[至而或于微高佳])/u;
const isMidword = (text: string, start: number): boolean =>
  MIDWORD.test(text.charAt(start - 1) + text.slice(start, start + 2));

/** 医院嘞床, 俺哩钱: 的 to what follows, and 呢 at an end. */
const JOINS = /^[嘞哩](?=\p{Script=Han})/u;

/** Dialect words in plain Mandarin (咋办 -> 怎么办), verbs that came apart whole; the rest unchanged. */
export function plainMandarin(text: string, lexicon: Lexicon): string {
  let plain = '';
  let at = 0;
  for (const match of lookUp(text, lexicon)) {
    if (match.kind !== 'dialect' || isMidword(text, match.start)) continue;
    const [means = match.say] = match.means;
    plain += text.slice(at, match.start) + (JOINS.test(text.slice(match.start)) ? '的' : means);
    at = match.end;
  }
  return joinSeparable(plain + text.slice(at));
}
