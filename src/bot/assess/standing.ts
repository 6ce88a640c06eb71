import type { Assessment } from '../../benefits/assess.js';

/** Where a person stands with the benefits that were asked about. */
export interface Standing {
  eligible: Assessment[];
  /** Not ruled out, the one with most conditions met first. */
  open: Assessment[];
  /** Ruled out, the nearest miss first. */
  failed: Assessment[];
}

const metIn = ({ conditions }: Assessment): number => conditions.filter((c) => c.met === true).length;
const failedIn = ({ conditions }: Assessment): number => conditions.filter((c) => c.met === false).length;

export function standingOf(assessments: readonly Assessment[]): Standing {
  return {
    eligible: assessments.filter((a) => a.outcome === 'eligible'),
    open: assessments.filter((a) => a.outcome === 'unknown').sort((a, b) => metIn(b) - metIn(a)),
    failed: assessments
      .filter((a) => a.outcome === 'ineligible')
      .sort((a, b) => failedIn(a) - failedIn(b) || metIn(b) - metIn(a)),
  };
}
