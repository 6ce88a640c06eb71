/** Something that a question is about, with what a policy may say instead. */
export interface Concept {
  surface: string;
  /** The surface first. */
  alternatives: readonly string[];
  /** In (0, 1]: how much an answer that lacks it misses the question. */
  weight: number;
  /** An answer without it answers another question (旅游 in 旅游补贴). */
  essential: boolean;
  /** A noun that no policy held uses. */
  unheard: boolean;
}

/** The most that a part of a concept counts. */
const PARTLY = 0.6;

/** How far a text meets a concept, in [0, 1]: one alternative whole, or the share of its character pairs. */
export function degree(concept: Pick<Concept, 'alternatives'>, text: string): number {
  if (concept.alternatives.some((a) => text.includes(a))) return 1;
  let best = 0;
  for (const alternative of concept.alternatives) {
    if (alternative.length < 3) continue;
    let pairs = 0;
    for (let i = 0; i + 1 < alternative.length; i++) if (text.includes(alternative.slice(i, i + 2))) pairs++;
    best = Math.max(best, (PARTLY * pairs) / (alternative.length - 1));
  }
  return best;
}

interface Coverage {
  /** Share of the concepts' weight that the text meets, in [0, 1]; 0 where there are none. */
  share: number;
  /** Concepts that it does not meet. */
  unmet: Concept[];
}

/** Below this a concept is not met. */
const MET = 0.34;

export function coverageOf(concepts: readonly Concept[], text: string): Coverage {
  let met = 0;
  let mass = 0;
  const unmet: Concept[] = [];
  for (const concept of concepts) {
    const d = degree(concept, text);
    met += concept.weight * d;
    mass += concept.weight;
    if (d < MET) unmet.push(concept);
  }
  return { share: mass === 0 ? 0 : met / mass, unmet };
}
