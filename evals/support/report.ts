/** One figure of a component. Shares are in [0, 1]. */
export interface Measure {
  name: string;
  value: number;
  unit: 'share' | 'count' | 'ms';
  /** CI fails when the value is worse than this; null: reported only. */
  floor: number | null;
  better: 'higher' | 'lower';
}

export interface Failure {
  id: string;
  asked: string;
  why: string;
  got: string;
}

export interface ComponentReport {
  component: string;
  /** What is measured, on what, in a sentence. */
  about: string;
  cases: number;
  measures: Measure[];
  failures: Failure[];
}

export const holds = ({ value, floor, better }: Measure): boolean =>
  floor === null || (better === 'higher' ? value >= floor : value <= floor);

/** A measure that must not fall below (`higher`) or rise above (`lower`) its floor. */
export function measure(
  name: string,
  value: number,
  floor: number | null,
  options: Partial<Pick<Measure, 'unit' | 'better'>> = {},
): Measure {
  return { name, value, floor, unit: options.unit ?? 'share', better: options.better ?? 'higher' };
}
