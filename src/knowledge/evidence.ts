import { type Concept, degree } from './coverage.js';
import type { Library } from './library.js';
import type { EmbeddedQuery } from './search/embedded-index.js';
import { search } from './search/search.js';
import type { Segment } from './segments.js';
import type { Clause, PolicyDocument } from './types.js';

/** What evidence is sought for. */
export interface Sought {
  text: string;
  focus: readonly Concept[];
  background: readonly Concept[];
  /** What a segment must show to be of the kind asked for (an amount, an age, a date …); null: any. */
  shape: RegExp | null;
}

export interface Evidence {
  document: PolicyDocument;
  clause: Clause;
  segment: Segment;
  score: number;
  /** Share of the question's weight that the segment and what stands over it meet, in [0, 1]. */
  coverage: number;
  /** Concepts that neither segment nor clause meets, by surface. */
  missing: string[];
  /** Essential concepts that are missing. */
  lacking: string[];
  /** Whether the segment shows the kind of answer asked for. */
  shaped: boolean;
}

/** How far a concept counts by where it is met. */
const IN_SEGMENT = 1;
const IN_HEADING = 0.85;
const IN_NEIGHBOUR = 0.6;
const IN_CLAUSE = 0.5;
const IN_TITLE = 0.4;
const BACKGROUND = 0.35;
const SHAPE_BONUS = 0.35;
const CANDIDATES = 24;

/**
 * Sentences and list items that answer, best first. `regions`: adcodes whose policies may be used. `embedded`: the
 * question with a model's vector, where there is one.
 */
export function findEvidence(
  library: Library,
  sought: Sought,
  regions: readonly string[],
  embedded: EmbeddedQuery | null = null,
): Evidence[] {
  const terms = [...sought.focus, ...sought.background].flatMap((c) =>
    c.alternatives.slice(1).map((text) => ({ text, weight: 0.6 * c.weight })),
  );
  const hits = search(
    embedded?.index ?? library.index,
    { text: sought.text, terms, ...(embedded ? { vector: embedded.vector } : {}) },
    { limit: CANDIDATES, regions },
  );
  const seen = new Set<Clause>();
  const found: Evidence[] = [];
  for (const { chunk } of hits) {
    if (chunk.clauseId === null) continue;
    const document = library.document(chunk.documentId);
    const clause = library.clause(chunk.documentId, chunk.clauseId);
    if (!document || !clause || seen.has(clause)) continue;
    seen.add(clause);
    found.push(...weigh(library, sought, document, clause));
  }
  return found.sort((a, b) => b.score - a.score);
}

function weigh(library: Library, sought: Sought, document: PolicyDocument, clause: Clause): Evidence[] {
  const segments = library.segments(clause);
  const heading = `${clause.trail.join('')}${segments[0]?.text ?? ''}`;
  const title = document.meta.title;
  const whole = clause.text.replace(/\s+/g, '');
  const inClause = (concept: Concept): number =>
    Math.max(
      degree(concept, heading) * IN_HEADING,
      degree(concept, whole) * IN_CLAUSE,
      degree(concept, title) * IN_TITLE,
    );
  const outer = new Map([...sought.focus, ...sought.background].map((c) => [c, inClause(c)]));

  return segments.map((segment, i) => {
    const near = [segments[i - 1], segments[i + 1]].filter(
      (s) => s?.sentence === segment.sentence || s === segments[i - 1],
    );
    const neighbours = near.map((s) => s?.text ?? '').join('');
    const meet = (concept: Concept): number =>
      Math.max(
        degree(concept, segment.text) * IN_SEGMENT,
        degree(concept, neighbours) * IN_NEIGHBOUR,
        outer.get(concept) ?? 0,
      );
    let met = 0;
    let mass = 0;
    const missing: string[] = [];
    const lacking: string[] = [];
    for (const concept of sought.focus) {
      const degreeMet = meet(concept);
      met += concept.weight * degreeMet;
      mass += concept.weight;
      if (degreeMet < 0.3) missing.push(concept.surface);
      if (concept.essential && degreeMet < 0.3) lacking.push(concept.surface);
    }
    let story = 0;
    for (const concept of sought.background) story += concept.weight * meet(concept);
    const coverage = mass === 0 ? 0 : met / mass;
    const shaped = sought.shape === null || sought.shape.test(segment.text);
    const score = met + BACKGROUND * story + (shaped ? SHAPE_BONUS * Math.min(1, met) : 0);
    return { document, clause, segment, score, coverage, missing, lacking, shaped };
  });
}
