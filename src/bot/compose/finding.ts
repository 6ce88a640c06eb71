import type { Region } from '../../knowledge/types.js';
import type { Citation } from '../reply.js';

/** One thing said, with the words it rests on. */
export interface Statement {
  /** The answer in one breath, where one is known. */
  short: string | null;
  text: string;
  /** Said after it: what kind of rule it is, what the policy leaves open. */
  notes: string[];
  citations: Citation[];
  /** Set where nothing surely answers, and this only comes nearest. */
  nearest?: true;
  /** The provision that it puts, by id; none where a policy speaks in its own words. */
  provision?: string;
}

/** What came of looking for an answer for one place. */
export type Finding =
  | {
      kind: 'found';
      place: Region;
      statements: Statement[] /** Set where the rule is a higher place's. */;
      rulesOf: Region | null;
    }
  | { kind: 'silent'; place: Region }
  | {
      kind: 'uncovered';
      place: Region /** Places inside it that policies are held for. */;
      inside: Region[];
    };
