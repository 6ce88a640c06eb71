import type { ProvisionMatch, ProvisionMatcher, Question } from '../provisions/matcher.js';
import type { Provision } from '../provisions/provision.js';
import type { Features, Vocabulary } from '../provisions/vocabulary.js';
import { nearestTo } from './nearest.js';
import type { OwnStatement } from './statements.js';

/** How much of what is said is said of anything, whatever it is about. */
const BACKGROUND = 0.3;
const OWN = (1 - BACKGROUND) / BACKGROUND;
/** How much headings and neighbours count, measured by the sentence's own words. */
const HEADING = 0.5;
const BESIDE = 0.2;
/** So many provisions of prepared documents lend what they say and are asked, each by how like the sentence it is. */
const KIN = 12;
/** What kin make no likelier than this is left out. */
const LEAST_SCORE = 0.5;

interface Postings {
  rows: number[];
  scores: number[];
  /** Whether the document itself says it there, or only its kin. */
  own: boolean[];
}

/**
 * A document that nobody has prepared, as its own statements: query likelihood over what each says, what stands
 * around it, and what the provisions most like it, of the documents that are prepared, say and are asked. `texts`:
 * features of those provisions; `read`: of any text.
 */
export function matcherOf(
  statements: readonly OwnStatement[],
  vocabulary: Vocabulary,
  texts: readonly Features[],
  read: (text: string) => Features,
): Pick<ProvisionMatcher, 'match'> & { provisions: readonly Provision[] } {
  const { numbers, idf, mostIdf, share, leastShare } = vocabulary;
  const shareOf = (feature: string): number => share[numbers.get(feature) ?? -1] ?? leastShare;
  const nearest = nearestTo(vocabulary);
  const postings = new Map<string, Postings>();
  for (const [row, statement] of statements.entries()) {
    const own = read(statement.sentence);
    const around = [
      { features: own, part: 1 },
      { features: read(statement.heading), part: HEADING },
      { features: read(statement.beside), part: BESIDE },
    ];
    const kin = nearest([own, read(statement.heading)], KIN).map(({ row: at, likeness }) => ({
      features: texts[at] ?? NONE,
      part: likeness,
    }));
    const said = mixed([...around, ...kin]);
    const here = new Set(around.flatMap(({ features }) => [...features.keys()]));
    for (const [feature, part] of said) {
      const score = Math.log1p((OWN * part) / shareOf(feature));
      const isOwn = here.has(feature);
      if (!isOwn && score < LEAST_SCORE) continue;
      const held = postings.get(feature) ?? { rows: [], scores: [], own: [] };
      postings.set(feature, held);
      held.rows.push(row);
      held.scores.push(score);
      held.own.push(isOwn);
    }
  }
  return { provisions: statements.map(({ provision }) => provision), match };

  function match({ all, asking }: Question, _: string, limit: number): ProvisionMatch[] {
    const evidence = new Float32Array(statements.length);
    const found = new Float32Array(statements.length);
    let most = 0;
    let askedMass = 0;
    for (const [feature, weight] of all) {
      const held = postings.get(feature);
      // The person's own figures (her age, her house number) say nothing against a statement.
      if (held === undefined && feature.startsWith('#')) continue;
      const asked = (idf[numbers.get(feature) ?? -1] ?? mostIdf) * (asking.get(feature) ?? 0);
      most += weight * Math.log1p(OWN / shareOf(feature));
      askedMass += asked;
      for (const [i, row] of held?.rows.entries() ?? []) {
        evidence[row] = (evidence[row] ?? 0) + weight * (held?.scores[i] ?? 0);
        if (held?.own[i]) found[row] = (found[row] ?? 0) + asked;
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

const NONE: Features = new Map();

/** The shares of features in texts of which each counts by its part. */
function mixed(texts: readonly { features: Features; part: number }[]): Map<string, number> {
  const total = new Map<string, number>();
  let whole = 0;
  for (const { features, part } of texts) {
    let length = 0;
    for (const weight of features.values()) length += weight;
    if (length === 0) continue;
    whole += part;
    for (const [feature, weight] of features)
      total.set(feature, (total.get(feature) ?? 0) + (part * weight) / length);
  }
  for (const [feature, weight] of total) total.set(feature, weight / whole);
  return total;
}
