import type { Lexicon } from '../../../language/lexicon.js';
import { type Gist, gistOf, names } from './gist.js';
import { type Per, persOf, type Quantity, quantitiesOf } from './quantities.js';
import { BOUNDS, NEGATIONS, NO_DENIAL, SILENCE } from './words.zh.js';

/** A stretch between commas: the least that says something. */
export interface Piece {
  text: string;
  gist: Gist;
  /** How often it, and what beside it names nothing, denies, forbids or leaves out. */
  denials: number;
  /** Whether it denies once more what was denied before it (也不得). */
  again: boolean;
  /** Number of its sentence in the text. */
  sentence: number;
  quantities: Figure[];
}

/** A figure with what is said around it. */
export interface Figure extends Quantity {
  /** What it is said of: its piece between figures of its measure; where that names nothing, what leads up to it. */
  context: Gist;
  /** Its words. */
  text: string;
  /** Periods and units named in its piece; where it names none, in its sentence. */
  pers: ReadonlySet<Per>;
  /** Those of the whole text. */
  around: ReadonlySet<Per>;
  /** Years named in its piece: 到2022年达到50%. */
  years: readonly number[];
}

const RATIO = /(?<=[\d一二两三四五六七八九十百千万])[:∶](?=[\d一二两三四五六七八九十百千万])/gu;

/** As the gates compare: one width, no white space, 1:1 as it is said. */
export const squared = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, '').replace(RATIO, '比');

const SENTENCE_ENDS = /[^。！？!?\n；;]*[。！？!?\n；;]*/gu;
const PIECES = /[^，,：:]+/gu;
/** A list is parted where its parts have figures of their own: 三无老人200元、低保老人150元. */
const LISTED = /[^、]+/gu;

/** Sentences, each with its closing mark. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE_ENDS) ?? []).filter((s) => s !== '');

/** How often a text denies; 是不是, 给不给 ask, and 没有写 is of the text itself. */
function denials(text: string): number {
  return (
    text.replace(ASKED, '').replace(NO_DENIAL, '').replace(SILENCE, '').replace(BOUNDS, '').match(NEGATIONS)
      ?.length ?? 0
  );
}

/** 不得提高收费，也不得增加负担: said again of the same. */
const AGAIN = /[也又](?:都)?不(?=[得许准能可要用])/u;
const ASKED = /(\p{Script=Han})不\1/gu;

function partsOf(sentence: string): string[] {
  return (sentence.match(PIECES) ?? []).flatMap((piece) => {
    const listed = piece.match(LISTED) ?? [];
    const figures = listed.map(quantitiesOf).filter((found) => found.length > 0);
    // In 满60、80周岁 the first has no unit of its own, and the list is one.
    const apart = figures.length > 1 && figures.flat().every((q) => q.measure !== 'bare');
    return apart ? listed : [piece];
  });
}

/** The pieces of a text, in order. Linear in its length. */
export function piecesOf(text: string, lexicon: Lexicon): Piece[] {
  const whole = squared(text);
  const pers = persOf(whole);
  return sentencesOf(whole).flatMap((words, sentence) => ofSentence(words, sentence, pers, lexicon));
}

function ofSentence(words: string, sentence: number, inText: ReadonlySet<Per>, lexicon: Lexicon): Piece[] {
  const inSentence = persOf(words);
  // What was said since the last figure of each measure.
  const before: { text: string; measures: Set<string> }[] = [];
  const contextOf = (around: string, piece: Gist, since: readonly string[]): Gist => {
    const near = gistOf(around, lexicon);
    if (names(near)) return near;
    return names(piece) ? piece : gistOf([...since, around].join('，'), lexicon);
  };
  const pieces = partsOf(words).map((text): Piece => {
    const gist = gistOf(text, lexicon);
    const found = quantitiesOf(text);
    const own = persOf(text);
    const years = found.filter((q) => q.measure === 'year').map((q) => q.value);
    const quantities = found.map((q): Figure => {
      const since = before.slice(before.findLastIndex((s) => s.measures.has(q.measure)) + 1);
      const alike = found.filter((other) => other.measure === q.measure);
      const previous = alike.findLast((other) => other.start < q.start);
      const next = alike.find((other) => other.start > q.start);
      const around = text.slice(previous?.end ?? 0, next?.start ?? text.length);
      return {
        ...q,
        text: text.slice(q.start, q.end),
        context: contextOf(
          around,
          gist,
          since.map((s) => s.text),
        ),
        pers: own.size > 0 ? own : inSentence,
        around: inText,
        years,
      };
    });
    before.push({ text, measures: new Set(found.map((q) => q.measure)) });
    return { text, gist, denials: 0, again: AGAIN.test(text), sentence, quantities };
  });
  return pieces.map((piece, i) => ({ ...piece, denials: denialsAround(pieces, i) }));
}

/** Denials of a piece and of those beside it that name nothing: before it, and after the last that names something. */
function denialsAround(pieces: readonly Piece[], at: number): number {
  let count = denials(pieces[at]?.text ?? '');
  const empty = (piece: Piece | undefined): piece is Piece => piece !== undefined && !names(piece.gist);
  for (let i = at - 1; empty(pieces[i]); i--) count += denials(pieces[i]?.text ?? '');
  const rest = pieces.slice(at + 1);
  if (rest.every(empty)) for (const piece of rest) count += denials(piece.text);
  return count;
}
