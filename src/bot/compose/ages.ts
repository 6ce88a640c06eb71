import { spokenAges } from '../../language/ages/spoken.js';
import { fold } from '../../language/fold.js';
import { replies } from '../replies.zh.js';
import type { Facts } from '../understand/facts/index.js';
import { agesSaid } from './bounds.js';
import type { Finding } from './finding.js';

/** The age, in 周岁, from which a rule holds for anybody at all; null where it names none. */
function leastAge(said: string): number | null {
  const ages = agesSaid(said).map(({ from }) => from);
  return ages.length === 0 ? null : Math.min(...ages);
}

/** 六十岁能免费体检吗: the one age, in 周岁, that is asked about; bounds (六十岁以上) are none. */
function ageAsked(text: string): number | null {
  if (!text.includes('岁')) return null;
  const [only, ...others] = spokenAges(text, fold(text));
  if (only === undefined || others.length > 0 || typeof only.years !== 'number') return null;
  return /岁$/u.test(only.text) && /^(?:了|的)?(?:就|也)?(?:能|可以|可不可以|免)/u.test(text.slice(only.end))
    ? only.years
    : null;
}

/**
 * Opens with it that somebody is too young for the rule that is told, where her age was told with the question, or
 * is what the question is about.
 */
export function forTheirAge(finding: Finding, { age }: Pick<Facts, 'age'>, asked: string): Finding {
  const years = age?.years ?? ageAsked(asked);
  if (finding.kind !== 'found' || years === null) return finding;
  const [first, ...others] = finding.statements;
  const least = first === undefined ? null : leastAge(first.text);
  if (first === undefined || least === null || Math.max(...[years].flat()) >= least) return finding;
  const short = `${replies.tooYoung(least)}${first.short ?? ''}`;
  return { ...finding, statements: [{ ...first, short }, ...others] };
}
