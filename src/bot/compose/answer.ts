import { type Evidence, findEvidence } from '../../knowledge/evidence.js';
import { isPrepared } from '../../knowledge/provisions/provision.js';
import { covers } from '../../knowledge/regions.js';
import type { PolicyDocument, Region } from '../../knowledge/types.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import { askedIn, readWants } from '../understand/wants.js';
import { aboutDocument } from './about-document.js';
import { defined } from './definition.js';
import { soughtText } from './embed.js';
import type { Finding, Statement } from './finding.js';
import { admitting, asNearest, tellingWhatIsOpen } from './notes.js';
import { asRanked, type Prefer } from './prefer.js';
import { type Ranked, rankProvisions } from './rank.js';
import { nearestTo, select } from './select.js';
import { SHAPES } from './shapes.js';
import { isOfTheSame, isSideBySide, toldBefore } from './side.js';
import { fromEvidence, fromProvisions } from './statements.js';

/** A document's own words answer only when they meet nearly all of the question. */
const QUOTE_COVERAGE = 0.72;

/** Policies that reach the place, the nearest first. */
export function policiesFor(place: Region, documents: readonly PolicyDocument[]): PolicyDocument[] {
  const nearness = (d: PolicyDocument): number =>
    d.meta.region.adcode === place.adcode ? 2 : d.meta.region.level === 'province' ? 0 : 1;
  return documents.filter((d) => covers(d.meta.region, place)).sort((a, b) => nearness(b) - nearness(a));
}

export function answer(ask: Ask, place: Region, house: House, prefer: Prefer = asRanked): Finding {
  const policies = policiesFor(place, house.library.documents);
  if (policies.length === 0) {
    const inside = house.held.filter((held) => covers(place, held));
    return { kind: 'uncovered', place, inside };
  }
  // A nearer place's rule comes before a higher one's; of one place's, none before another.
  const regions = [...new Map(policies.map(({ meta: { region } }) => [region.adcode, region])).values()];
  let nearest: Finding | null = null;
  for (const region of regions) {
    const ofRegion = policies.filter(({ meta }) => meta.region.adcode === region.adcode);
    const statements = stated(ask, ofRegion, house, prefer);
    const [first] = statements;
    if (first === undefined) continue;
    const rulesOf = region.adcode === place.adcode ? null : region;
    const found: Finding = { kind: 'found', place, statements, rulesOf };
    if (first.nearest !== true) return found;
    nearest ??= found;
  }
  return nearest ?? { kind: 'silent', place };
}

/** What these policies say to the question; empty where they say nothing. */
export function stated(
  ask: Ask,
  policies: readonly PolicyDocument[],
  house: House,
  prefer: Prefer = asRanked,
): Statement[] {
  const about = aboutDocument(ask, policies);
  if (about) return [about];
  const definition = ask.wants.includes('definition') ? defined(ask, policies) : null;
  if (definition) return [definition];
  const before = toldBefore(ask, policies, house);
  const ranked = policies
    .flatMap((p) => rankProvisions(ask, p.meta.id, house))
    .sort((a, b) => b.score - a.score)
    .filter(ask.told === undefined ? () => true : isOfTheSame(before));
  const chosen = select(ask, ranked, prefer).filter(
    ask.told === undefined ? () => true : isSideBySide(before),
  );
  chosen.push(...furtherOf(ask, chosen, policies, house));
  const onlyNear = chosen.every(
    (r) => r.signs.shape === 'open' || (r.signs.shape === 'missing' && !isPrepared(r.provision)),
  );
  const admitted = (statement: Statement, i: number): Statement =>
    onlyNear && i === 0 ? admitting(statement, ask) : statement;
  const telling = chosen.length > 0 ? chosen.map((r) => r.provision) : before.slice(0, 1);
  const statements =
    telling.length > 0
      ? fromProvisions(telling, ask, house).map(admitted)
      : quoted(ask, policies, house, prefer);
  const nearest = statements.length === 0 ? nearestTo(ask, ranked) : null;
  if (nearest !== null) return fromProvisions([nearest.provision], ask, house).map(asNearest);
  const last = statements.at(-1);
  return last === undefined ? [] : tellingWhatIsOpen(ask, statements, departmentsOf(last, house));
}

/** What the short further questions ask of the clause that answers the first. */
function furtherOf(
  ask: Ask,
  chosen: readonly Ranked[],
  policies: readonly PolicyDocument[],
  house: House,
): Ranked[] {
  const [first] = chosen;
  if (first === undefined) return [];
  const said = new Set(chosen.map((r) => r.provision));
  return ask.also.slice(0, MOST_FURTHER).flatMap((text) => {
    const part: Ask = {
      ...ask,
      text,
      story: [ask.story, ask.text].join('，'),
      wants: readWants(askedIn(text)),
    };
    const [best] = policies
      .flatMap((p) => rankProvisions(part, p.meta.id, house))
      .filter((r) => !r.other && r.provision.clause === first.provision.clause && !said.has(r.provision))
      .sort((a, b) => b.likeness - a.likeness);
    if (best === undefined || best.likeness < FURTHER * first.likeness) return [];
    said.add(best.provision);
    return [best];
  });
}

const MOST_FURTHER = 2;
/** So like the further question it must be, measured by how like the first is its own. */
const FURTHER = 0.5;

/** Units in charge of the clause that the statement rests on first. */
function departmentsOf({ citations: [first] }: Statement, house: House): readonly string[] {
  return first === undefined
    ? []
    : (house.library.clause(first.documentId, first.clauseId)?.departments ?? []);
}

/** Of policies that nobody has put plainly, what a model's vectors lead to: their own words need not be those asked in. */
function quoted(ask: Ask, all: readonly PolicyDocument[], house: House, prefer: Prefer): Statement[] {
  const policies = all.filter((p) => !house.provisions.documentIds.has(p.meta.id));
  if (policies.length === 0) return [];
  const shape = SHAPES[ask.wants[0] ?? 'what'] ?? null;
  const sought = {
    text: soughtText(ask),
    focus: ask.focus,
    background: ask.background,
    shape,
  };
  const regions = policies.map((p) => p.meta.region.adcode);
  const embedded = house.embedded?.queryOf(sought.text) ?? null;
  if (embedded === null) return [];
  const found = findEvidence(house.library, sought, regions, embedded).filter((e) =>
    policies.includes(e.document),
  );
  const [first] = found;
  if (first === undefined || !answersWhole(first)) return [];
  const [best = first] = prefer(sought.text, found.filter(answersWhole), ({ clause, segment, score }) => ({
    words: [...clause.trail, segment.text].join('：'),
    likeness: score,
  }));
  const nearly = found.filter(
    (e) => e !== best && e.clause === best.clause && e.score <= best.score && e.score >= 0.95 * best.score,
  );
  const same = [best, ...nearly].slice(0, 3);
  same.sort((a, b) => a.segment.start - b.segment.start);
  return [fromEvidence(same, ask)];
}

const answersWhole = ({ coverage, lacking }: Evidence): boolean =>
  coverage >= QUOTE_COVERAGE && lacking.length === 0;
