import { likeliest, OWN, type ProvisionMatch, type Question } from '../provisions/likelihood.js';
import { type Entry, postingsOf } from '../provisions/postings.js';
import type { Provision } from '../provisions/provision.js';
import type { Features } from '../provisions/vocabulary.js';
import type { Prepared } from './kin.js';
import { mixer } from './mixer.js';
import type { OwnStatement } from './statements.js';

/** How much headings and neighbours count, measured by the sentence's own words. */
const HEADING = 0.5;
const BESIDE = 0.2;
const TITLE = 0.3;
/** So many provisions of prepared documents lend what they say and are asked, each by how like the sentence it is. */
const KIN = 12;

/** The matcher of one document that nobody has prepared. */
export interface OwnMatcher {
  /** Its statements, in reading order. */
  provisions: readonly Provision[];
  /** Those most like the question, best first. */
  match(question: Question, limit: number): ProvisionMatch[];
}

/**
 * A document that nobody has prepared, as its own statements: query likelihood over what each says, what stands
 * around it, and what the prepared provisions most like it say and are asked. `read`: the features of a text.
 */
export function matcherOf(
  statements: readonly OwnStatement[],
  prepared: Prepared,
  read: (text: string) => Features,
): OwnMatcher {
  const { numbers, share, leastShare } = prepared.vocabulary;
  const mix = mixer(prepared);
  /** Of features that only these statements have, after the numbers of the vocabulary. */
  const more = new Map<string, number>();
  const number = (feature: string): number => numbers.get(feature) ?? more.get(feature) ?? -1;
  const provisions = statements.map(({ provision }) => provision);
  const entries = statements.flatMap(entriesOf);
  const postings = postingsOf(entries, numbers.size + more.size);
  const held = { provisions, postings, scale: prepared.vocabulary, number };
  return { provisions, match: (question, limit) => likeliest(question, held, limit) };

  function entriesOf(statement: OwnStatement, row: number): Entry[] {
    const own = read(statement.sentence);
    const heading = read(statement.heading);
    const around = [
      { features: own, part: 1 },
      { features: heading, part: HEADING },
      { features: read(statement.beside), part: BESIDE },
      { features: read(statement.title), part: TITLE },
    ];
    return mix(around, prepared.nearest(own, heading, KIN)).map(({ feature, part, own: isOwn }) => {
      const known = number(feature);
      const at = known < 0 ? numbers.size + more.size : known;
      if (known < 0) more.set(feature, at);
      return { feature: at, row, likelier: Math.log1p((OWN * part) / (share[at] ?? leastShare)), own: isOwn };
    });
  }
}
