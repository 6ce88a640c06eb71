import { assess as assessAll } from '../../benefits/assess.js';
import { rulebookFor } from '../../benefits/select.js';
import type { Region } from '../../knowledge/types.js';
import { formatInstant, instantOf, type LocalDateTime } from '../../language/calendar.js';
import { policiesFor } from '../compose/answer.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import type { Work } from '../work.js';
import { asRuleFacts, tellsOfCase } from './person.js';
import { relevantBenefits } from './relevant.js';
import { renderAssessment } from './render.js';
import { standingOf } from './standing.js';

/** Asks what the person gets, not what a policy says in general. */
const GAIN =
  /领|享受|补|钱|份|条件|资格|够不够|免费|能不能|可以|能.{0,12}(吗|不|么)|有没有|待遇|帮|给|多少|什么/u;

/**
 * A question about what somebody gets, by what was told of her, is decided by the rules (promises 1, 3 and 7);
 * any other goes on.
 */
export function assessCase(work: Work, house: House, now: LocalDateTime): Work {
  const [place] = work.places;
  const [ask] = work.understanding.asks;
  if (work.places.length !== 1 || place === undefined || ask === undefined) return work;
  if (!tellsOfCase(work.person) || !GAIN.test(ask.text)) return work;
  const standing = standingIn(work, ask, place, house, now);
  if (standing === null) return work;
  const reply = renderAssessment({ standing, place, person: work.person, question: null }, house);
  const reckoned = standing.failed.flatMap((a) => a.conditions.flatMap((c) => c.shortfall?.text ?? []));
  return { ...work, reply, reckoned };
}

function standingIn(work: Work, ask: Ask, place: Region, house: House, now: LocalDateTime) {
  const policies = policiesFor(place, house.library.documents);
  const about = new Set(relevantBenefits(ask, place, policies, house).map((b) => b.id));
  if (about.size === 0) return null;
  const asOf = formatInstant(instantOf(now)).slice(0, 10);
  const book = rulebookFor(house.benefits, { adcode: place.adcode, subject: 'person', asOf });
  const assessments = assessAll(book, asRuleFacts(work.person, place.adcode)).filter((a) =>
    about.has(a.benefit.id),
  );
  const standing = standingOf(assessments);
  // What nothing told so far speaks for is not guessed at: the policy's own words answer.
  const supported =
    standing.eligible.length > 0 || [...standing.open, ...standing.failed].some((a) => bearsOn(a.conditions));
  return supported ? standing : null;
}

/** Whether something told of the person, beside where she lives, decides one of the conditions. */
const bearsOn = (conditions: readonly { fact: string; met: boolean | null }[]): boolean =>
  conditions.some((c) => c.met !== null && c.fact !== 'hukou' && c.fact !== 'residence');
