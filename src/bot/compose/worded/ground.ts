import { regionsNamedIn } from '../../../knowledge/regions.js';
import type { Region } from '../../../knowledge/types.js';
import type { Lexicon } from '../../../language/lexicon.js';
import type { Citation } from '../../reply.js';
import { type Gist, gistOf, union } from './gist.js';
import { type Piece, piecesOf, sentencesOf, squared } from './pieces.js';

/** One thing that may be said, as the model is given it: a statement of a policy or a rule's outcome. */
export interface Item {
  /** The answer in one breath; '' where there is none. */
  short: string;
  /** In the answer's own words, figures and conditions included: checked before a model is asked. */
  plain: string;
  citations: readonly Citation[];
  /** Whose rule it is. */
  region: Region | null;
}

export interface Sentence {
  text: string;
  gist: Gist;
}

/** An item as the gates see it. */
export interface Ground {
  item: Item;
  /** All that it rests on, squared. */
  text: string;
  /** Pieces of its plain words, then of its quotes. */
  plain: readonly Piece[];
  quoted: readonly Piece[];
  /** Title, number and clause of its sources. */
  named: readonly Piece[];
  sentences: readonly Sentence[];
  /** Its quotes, each as one. */
  quotes: readonly Sentence[];
  gist: Gist;
  /** Adcodes of places it names, and its own. */
  places: ReadonlySet<string>;
}

const known = new WeakMap<Item, Ground>();

/** Reads an item once. */
export function groundOf(item: Item, lexicon: Lexicon): Ground {
  const ready = known.get(item);
  if (ready) return ready;
  const { short, plain, citations, region } = item;
  const withGist = (words: string): Sentence => ({ text: words, gist: gistOf(words, lexicon) });
  const quotes = [short, ...citations.map((c) => c.quote)].map(squared);
  const source = citations.map((c) => squared(`${c.title}，${c.document}，${c.clause}，${c.region}`));
  const text = [squared(plain), ...quotes, ...source].join('。');
  const pieces = piecesOf(plain, lexicon);
  const quoted = quotes.flatMap((quote) => piecesOf(quote, lexicon));
  const ground: Ground = {
    item,
    text,
    plain: pieces,
    quoted,
    named: source.flatMap((s) => piecesOf(s, lexicon)),
    sentences: sentencesOf(squared(plain)).map(withGist),
    quotes: quotes.filter((q) => q !== '').map(withGist),
    gist: union([...pieces, ...quoted].map((p) => p.gist).concat(source.map((s) => gistOf(s, lexicon)))),
    places: new Set([
      ...(region === null ? [] : [region.adcode]),
      ...regionsNamedIn(text).flatMap((m) => m.candidates.map((c) => c.adcode)),
    ]),
  };
  known.set(item, ground);
  return ground;
}
