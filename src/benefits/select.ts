import { isWithin } from './place.js';
import { createRulebook, type Rulebook } from './rulebook.js';
import type { Benefit, Subject } from './schema.js';

/** Whose benefits, where and when. `adcode`: the place; `asOf`: a local day. */
interface Selection {
  adcode: string;
  subject: Subject;
  asOf: string;
}

/** Rules of a place and of the places that it lies in: a city's reach its districts, a province's its counties. */
export function benefitsOf(benefits: readonly Benefit[], adcode: string, subject?: Subject): Benefit[] {
  return benefits.filter(
    (one) => isWithin(adcode, one.region.adcode) && (subject === undefined || one.subject === subject),
  );
}

/** Rulebooks by the benefits that they are made of: a new corpus has new ones. */
const made = new WeakMap<readonly Benefit[], Map<string, Rulebook>>();
const MAX_BOOKS = 64;

/** The rulebook of a selection, made once and kept while it is among the last that were asked for. */
export function rulebookFor(benefits: readonly Benefit[], selection: Selection): Rulebook {
  const { adcode, subject, asOf } = selection;
  const books = made.get(benefits) ?? new Map<string, Rulebook>();
  made.set(benefits, books);
  const key = `${adcode} ${subject} ${asOf}`;
  const book = books.get(key) ?? createRulebook(benefitsOf(benefits, adcode, subject), asOf);
  books.delete(key);
  books.set(key, book);
  const oldest = books.keys().next().value;
  if (books.size > MAX_BOOKS && oldest !== undefined) books.delete(oldest);
  return book;
}
