import { replies } from '../replies.zh.js';
import type { Facts } from '../understand/facts/index.js';
import type { Finding } from './finding.js';

/** 60岁及以上, 满70周岁 */
const LEAST_AGE = /(满\s*)?(\d+)\s*周?岁(及?以上)?/gu;

/** The one age, in 周岁, from which a rule holds; null where it names none, or several. */
function leastAge(said: string): number | null {
  const bounds = [...said.matchAll(LEAST_AGE)].filter(
    ([, from, , up]) => from !== undefined || up !== undefined,
  );
  const ages = new Set(bounds.map(([, , age]) => Number(age)));
  const [only] = ages;
  return only !== undefined && ages.size === 1 ? only : null;
}

/** Opens with it that somebody is too young for the rule that is told, where her age was told with the question. */
export function forTheirAge(finding: Finding, { age }: Pick<Facts, 'age'>): Finding {
  if (finding.kind !== 'found' || age === undefined) return finding;
  const [first, ...others] = finding.statements;
  const least = first === undefined ? null : leastAge(first.text);
  if (first === undefined || least === null || Math.max(...[age.years].flat()) >= least) return finding;
  const short = `${replies.tooYoung(least)}${first.short ?? ''}`;
  return { ...finding, statements: [{ ...first, short }, ...others] };
}
