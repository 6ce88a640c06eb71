import type { Assessment } from '../../benefits/assess.js';

/** Where a person stands with the benefits that were asked about. */
export interface Standing {
  /** The one that comes to most first. */
  eligible: Assessment[];
  /** Not ruled out, the nearest first. */
  open: Assessment[];
  /** Ruled out, the nearest miss first. */
  failed: Assessment[];
}

const count = ({ conditions }: Assessment, met: boolean | null): number =>
  conditions.filter((c) => c.met === met).length;
/** Conditions that stand between the person and the benefit. */
const distance = (a: Assessment): number => count(a, false) + count(a, null);
const nearest = (a: Assessment, b: Assessment): number =>
  Number(hasSupport(b)) - Number(hasSupport(a)) ||
  distance(a) - distance(b) ||
  count(b, true) - count(a, true);

/** Something told speaks for it, and not only an age that most old people have, or where she lives. */
export const hasSupport = ({ conditions }: Assessment): boolean =>
  conditions.some((c) => c.met === true && !COMMON.has(c.fact));

const COMMON: ReadonlySet<string> = new Set(['age', 'hukou', 'residence']);

export function standingOf(assessments: readonly Assessment[]): Standing {
  const of = (outcome: Assessment['outcome']) => assessments.filter((a) => a.outcome === outcome);
  return {
    eligible: of('eligible').sort((a, b) => (b.amount?.value ?? 0) - (a.amount?.value ?? 0)),
    open: of('unknown').sort(nearest),
    failed: of('ineligible').sort(nearest),
  };
}
