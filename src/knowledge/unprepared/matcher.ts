import type { ProvisionMatch, Question } from '../provisions/matcher.js';
import { type Entry, postingsOf } from '../provisions/postings.js';
import type { Provision } from '../provisions/provision.js';
import { OWN } from '../provisions/provision-index.js';
import type { Features } from '../provisions/vocabulary.js';
import type { Prepared } from './kin.js';
import { mixer } from './mixer.js';
import type { OwnStatement } from './statements.js';

/** How much headings and neighbours count, measured by the sentence's own words. */
const HEADING = 0.5;
const BESIDE = 0.2;
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
  const { numbers, idf, mostIdf, share, leastShare } = prepared.vocabulary;
  const mix = mixer(prepared);
  const shareOf = (feature: string): number => share[numbers.get(feature) ?? -1] ?? leastShare;
  /** Of the features of these statements: the vocabulary has those of what is prepared. */
  const ownNumbers = new Map<string, number>();
  const entries = statements.flatMap(entriesOf);
  const { starts, rows, likelier, own: owned } = postingsOf(entries, ownNumbers.size);
  return { provisions: statements.map(({ provision }) => provision), match };

  function entriesOf(statement: OwnStatement, row: number): Entry[] {
    const own = read(statement.sentence);
    const heading = read(statement.heading);
    const around = [
      { features: own, part: 1 },
      { features: heading, part: HEADING },
      { features: read(statement.beside), part: BESIDE },
    ];
    return mix(around, prepared.nearest(own, heading, KIN)).map(({ feature, part, own: isOwn }) => {
      const number = ownNumbers.get(feature) ?? ownNumbers.size;
      ownNumbers.set(feature, number);
      return { feature: number, row, likelier: Math.log1p((OWN * part) / shareOf(feature)), own: isOwn };
    });
  }

  function match({ all, asking }: Question, limit: number): ProvisionMatch[] {
    const evidence = new Float32Array(statements.length);
    const found = new Float32Array(statements.length);
    let most = 0;
    let askedMass = 0;
    for (const [feature, weight] of all) {
      const number = ownNumbers.get(feature);
      // The person's own figures (her age, her house number) say nothing against a statement.
      if (number === undefined && feature.startsWith('#')) continue;
      const asked = (idf[numbers.get(feature) ?? -1] ?? mostIdf) * (asking.get(feature) ?? 0);
      most += weight * Math.log1p(OWN / shareOf(feature));
      askedMass += asked;
      if (number === undefined) continue;
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
        const row = rows[at] ?? 0;
        evidence[row] = (evidence[row] ?? 0) + weight * (likelier[at] ?? 0);
        if (owned[at] === 1) found[row] = (found[row] ?? 0) + asked;
      }
    }
    return statements
      .map(({ provision }, row) => ({
        provision,
        likeness: (evidence[row] ?? 0) / (most || 1),
        evidence: evidence[row] ?? 0,
        coverage: (found[row] ?? 0) / (askedMass || 1),
      }))
      .filter((m) => m.evidence > 0)
      .sort((a, b) => b.evidence - a.evidence)
      .slice(0, limit);
  }
}
