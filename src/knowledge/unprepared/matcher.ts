import type { ProvisionMatch, Question } from '../provisions/matcher.js';
import type { Provision } from '../provisions/provision.js';
import { OWN } from '../provisions/provision-index.js';
import type { Features } from '../provisions/vocabulary.js';
import type { Prepared } from './kin.js';
import { mixer } from './mixer.js';
import { type Entry, postingsOf } from './postings.js';
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
  const postings = postingsOf(entries());
  return { provisions: statements.map(({ provision }) => provision), match };

  function* entries(): Generator<Entry> {
    for (const [row, statement] of statements.entries()) {
      const own = read(statement.sentence);
      const heading = read(statement.heading);
      const around = [
        { features: own, part: 1 },
        { features: heading, part: HEADING },
        { features: read(statement.beside), part: BESIDE },
      ];
      const kin = prepared.nearest(own, heading, KIN);
      for (const { feature, part, own: isOwn } of mix(around, kin)) {
        const score = Math.log1p((OWN * part) / shareOf(feature));
        yield { feature, row, score, own: isOwn };
      }
    }
  }

  function match({ all, asking }: Question, limit: number): ProvisionMatch[] {
    const evidence = new Float32Array(statements.length);
    const found = new Float32Array(statements.length);
    let most = 0;
    let askedMass = 0;
    for (const [feature, weight] of all) {
      const held = postings.of(feature);
      // The person's own figures (her age, her house number) say nothing against a statement.
      if (held === undefined && feature.startsWith('#')) continue;
      const asked = (idf[numbers.get(feature) ?? -1] ?? mostIdf) * (asking.get(feature) ?? 0);
      most += weight * Math.log1p(OWN / shareOf(feature));
      askedMass += asked;
      if (held === undefined) continue;
      for (let at = held.from; at < held.to; at++) {
        const row = postings.rows[at] ?? 0;
        evidence[row] = (evidence[row] ?? 0) + weight * (postings.scores[at] ?? 0);
        if (postings.own[at] === 1) found[row] = (found[row] ?? 0) + asked;
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
