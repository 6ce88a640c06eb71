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
 * Opens a rule with it that somebody is too young for it, where her age was told with the question, or is what the
 * question is about.
 */
export function forTheirAge(finding: Finding, { age }: Pick<Facts, 'age'>, asked: string): Finding {
  const years = age?.years ?? ageAsked(asked);
  if (finding.kind !== 'found' || years === null) return finding;
  const oldest = Math.max(...[years].flat());
  const said = new Set<number>();
  const statements = finding.statements.map((statement) => {
    const least = leastAge(statement.text);
    if (least === null || oldest >= least || said.has(least)) return statement;
    said.add(least);
    return { ...statement, short: `${replies.tooYoung(least)}${statement.short ?? ''}` };
  });
  return { ...finding, statements };
}
