import { load } from 'js-yaml';
import { z } from 'zod';
import { wordList } from '../../language/word-list.js';
import type { PolicyDocument } from '../types.js';
import type { Question } from './likelihood.js';
import { createProvisionMatcher } from './matcher.js';
import { indexProvisions } from './provision-index.js';
import type { Features } from './vocabulary.js';

const neighbour = z.strictObject({
  matter: z.string().min(1),
  /** What a policy calls it that is about it. */
  names: wordList,
  asks: z.array(z.string().min(1)).min(1),
});

/** A matter close to those of the policies held, which they need not be about (`corpus/neighbours.yaml`). */
export type Neighbour = z.infer<typeof neighbour>;

/**
 * Reads `corpus/neighbours.yaml`.
 * @throws when the text is not YAML or breaks the schema.
 */
export const parseNeighbours = (text: string): Neighbour[] => z.array(neighbour).parse(load(text));

export interface Neighbours {
  /** Of the matters that the policy is not about, how like the question the nearest is, in [0, 1]. */
  nearest(question: Question, policy: PolicyDocument): number;
}

/** Of so many matters one is none of the policy's. */
const CANDIDATES = 24;

/**
 * What else somebody may mean, as a model of all that is not held: a provision answers if it is likelier than that
 * (cohort normalisation, Rosenberg et al. 1992). `features`: of what is asked of each.
 */
export function createNeighbours(
  neighbours: readonly Neighbour[],
  features: readonly Features[],
): Neighbours {
  const matters = neighbours.map((matter) => ({ ...matter, documentId: '' }));
  const matcher = createProvisionMatcher(matters, indexProvisions(matters, features));
  const ofPolicy = new WeakMap<PolicyDocument, ReadonlySet<string>>();
  const ownOf = (policy: PolicyDocument): ReadonlySet<string> => {
    const own =
      ofPolicy.get(policy) ??
      new Set(
        neighbours.filter((n) => n.names.some((name) => policy.text.includes(name))).map((n) => n.matter),
      );
    ofPolicy.set(policy, own);
    return own;
  };
  return {
    nearest(question, policy) {
      const own = ownOf(policy);
      const found = matcher.match(question, '', CANDIDATES);
      return found.find(({ provision }) => !own.has(provision.matter))?.likeness ?? 0;
    },
  };
}
