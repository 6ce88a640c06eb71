import type { Lexicon } from '../../../language/lexicon.js';
import { type Gist, gistOf } from './gist.js';
import { type Per, persOf, type Quantity, quantitiesOf } from './quantities.js';
import { NEGATIONS, NO_DENIAL } from './words.zh.js';

/** A stretch between commas: the least that says something. */
export interface Piece {
  text: string;
  gist: Gist;
  /** Whether it denies, forbids or leaves out. */
  denies: boolean;
  /** Number of its sentence in the text. */
  sentence: number;
  quantities: Figure[];
}

/** A figure with what is said around it. */
export interface Figure extends Quantity {
  /** What it is said of: from the last figure of its measure in the sentence up to it, or to the end of its piece. */
  context: Gist;
  /** Its words. */
  text: string;
  /** Periods and units named in its piece; in its sentence where its piece names none. */
  pers: ReadonlySet<Per>;
}

/** As the gates compare: one width, no white space. */
export const squared = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const SENTENCE_ENDS = /[^。！？!?\n；;]*[。！？!?\n；;]*/gu;
const PIECES = /[^，,：:]+/gu;
/** A list is parted where its parts have figures of their own: 三无老人200元、低保老人150元. */
const LISTED = /[^、]+/gu;

/** Sentences, each with its closing mark. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE_ENDS) ?? []).filter((s) => s !== '');

export function denies(text: string): boolean {
  const plain = text.replace(NO_DENIAL, '');
  NEGATIONS.lastIndex = 0;
  return NEGATIONS.test(plain);
}

function partsOf(sentence: string): string[] {
  return (sentence.match(PIECES) ?? []).flatMap((piece) => {
    const listed = piece.match(LISTED) ?? [];
    const figured = listed.filter((part) => quantitiesOf(part).length > 0);
    return figured.length > 1 ? listed : [piece];
  });
}

/** The pieces of a text, in order. Linear in its length. */
export function piecesOf(text: string, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = [];
  for (const [sentence, words] of sentencesOf(squared(text)).entries()) {
    const inSentence = persOf(words);
    // What was said since the last figure of each measure.
    let since: { text: string; measures: Set<string> }[] = [];
    for (const part of partsOf(words)) {
      const gist = gistOf(part, lexicon);
      const found = quantitiesOf(part);
      const own = persOf(part);
      const quantities = found.map((q, i): Figure => {
        const before = since.slice(since.findLastIndex((s) => s.measures.has(q.measure)) + 1);
        const previous = found
          .slice(0, i)
          .findLast((other) => other.measure === q.measure && other.start < q.start);
        const next = found.find((other) => other.measure === q.measure && other.start > q.start);
        const around = part.slice(previous?.end ?? 0, next?.start ?? part.length);
        const context = `${before.map((s) => s.text).join('，')}，${around}`;
        return {
          ...q,
          text: part.slice(q.start, q.end),
          context: before.length === 0 && around === part ? gist : gistOf(context, lexicon),
          pers: own.size > 0 ? own : inSentence,
        };
      });
      since = [...since, { text: part, measures: new Set(found.map((q) => q.measure)) }];
      pieces.push({ text: part, gist, denies: denies(part), sentence, quantities });
    }
  }
  return pieces;
}
