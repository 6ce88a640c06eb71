import type { House } from '../house.js';
import type { Work } from '../work.js';
import { answer } from './answer.js';
import type { Finding } from './finding.js';
import { render } from './render.js';

/** Finds what the policies say to each question for each place, and puts it into words. */
export function compose(work: Work, house: House): Work {
  if (work.reply !== null) return work;
  const { asks } = work.understanding;
  const findings = work.places.flatMap((place) => merge(asks.map((ask) => answer(ask, place, house))));
  return { ...work, findings, reply: render(findings, work.text) };
}

/** Several questions about one place: what one of them does not find is said only where none finds anything. */
function merge(findings: readonly Finding[]): Finding[] {
  const found = findings.filter((f) => f.kind === 'found');
  const [first] = found;
  if (first === undefined) return findings.slice(0, 1);
  return [{ ...first, statements: found.flatMap((f) => f.statements) }];
}
