import type { Assessment } from '../../benefits/assess.js';
import type { Provision } from '../../knowledge/provisions/provision.js';
import { cite, clauseHolding, squeeze } from '../compose/cite.js';
import { inOrder, sourceLines } from '../compose/sources.js';
import { speakable } from '../compose/speech.js';
import type { House } from '../house.js';
import { replies, whoToAsk } from '../replies.zh.js';
import type { Citation, Reply } from '../reply.js';
import type { AskedFact } from './hear-answer.js';
import type { Person } from './person.js';
import { hasSupport, type Standing } from './standing.js';
import { suggestionsFor } from './suggestions.js';

/** So many are told in full; the rest by name. */
const IN_FULL = 2;

interface AssessedCase {
  /** Benefits that are for an occasion that has not come: told by name. */
  later: readonly Assessment[];
  standing: Standing;
  person: Person;
  /** What is asked next; null where nothing is open, or nothing that may be asked. */
  asking: AskedFact | null;
  /** Whether it was asked how much: what comes to a sum is then told first. */
  sums: boolean;
  /** Whether it was asked what is given: the rule that lists it is then told too. */
  contents: boolean;
}

/** What the person gets, on what condition, from which clause, who to go to; or what is missing, or still open. */
export function renderAssessment(
  { standing, later, person, asking, sums, contents }: AssessedCase,
  house: House,
): Reply {
  const { eligible, open, failed } = standing;
  const settled = new Set(eligible.flatMap((a) => a.benefit.exclusiveGroup ?? []));
  const likely = open
    .filter((a) => a.benefit.exclusiveGroup === undefined || !settled.has(a.benefit.exclusiveGroup))
    .slice(0, 1)
    .filter((a) => eligible.length === 0 || hasSupport(a));
  const told = [...eligible.slice(0, IN_FULL), ...likely];
  if (sums) told.sort((a, b) => Number(b.amount !== null) - Number(a.amount !== null));
  const missed = failed.filter(
    (a) =>
      told.length === 0 || (asking === null && isNearMiss(a) && !settled.has(a.benefit.exclusiveGroup ?? '')),
  );
  told.push(...missed.slice(0, 1));
  const paragraphs = told.map((a) => paragraph(a, person));
  const rule = eligible.length === 0 || contents ? ruleOf(told[0], house) : null;
  // Who asked what there is hears that first: not everything is said on a telephone.
  if (rule && contents) paragraphs.unshift(replies.ruleIs(rule.plain));
  else if (rule) paragraphs.push(replies.ruleIs(rule.plain));
  const more = eligible.slice(IN_FULL).map((a) => a.benefit.title);
  if (more.length > 0) paragraphs.push(replies.alsoEligible(more));
  if (
    new Set(eligible.flatMap((a) => a.benefit.exclusiveGroup ?? [])).size <
    eligible.filter((a) => a.benefit.exclusiveGroup).length
  ) {
    paragraphs.push(replies.classesNotAdded);
  }
  if (later.length > 0 && asking === null) paragraphs.push(replies.later(later.map((a) => a.benefit.title)));
  if (asking !== null) paragraphs.push(asking.text);
  else if (eligible.length > 0) paragraphs.push(replies.wouldChange);
  const citations = inOrder([
    ...[...told, ...eligible, ...(asking === null ? later : [])].flatMap((a) => citationsOf(a, house)),
    ...(rule ? rule.quotes.flatMap((quote) => citationOf(rule.documentId, quote, rule.clause, house)) : []),
  ]);
  const said = paragraphs.join('\n');
  return {
    kind: 'assessment',
    text: [said, ...sourceLines(citations)].join('\n'),
    speech: speakable(said),
    citations,
    suggestions: asking === null ? ['怎么申请', '帮我预约', '转人工'] : suggestionsFor(asking),
    actions: [],
  };
}

/** Something told speaks for it, and little against it: worth knowing when it changes. */
const isNearMiss = (a: Assessment): boolean =>
  hasSupport(a) && a.conditions.filter((c) => c.met === false).length <= FEW;
const FEW = 2;

/** How far it is, where it is near: 还差12年 helps nobody, and is a figure that no clause has. */
const near = (shortfall: { by: number; text: string } | null): string =>
  shortfall !== null && shortfall.by <= NEAR ? `（${shortfall.text}）` : '';
const NEAR = 10;

/** Taken for granted, not told: said as a proviso. */
const isAssumed = (fact: string, { hukou, residence, answered }: Person): boolean =>
  (fact === 'hukou' && hukou === undefined && answered?.hukou === undefined) ||
  (fact === 'residence' && residence === undefined && answered?.residence === undefined);

function paragraph({ benefit, outcome, conditions }: Assessment, person: Person): string {
  const assumed = conditions.filter((c) => isAssumed(c.fact, person));
  const stated = conditions.filter((c) => !assumed.includes(c));
  const texts = (met: boolean | null): string[] =>
    stated.filter((c) => c.met === met).map((c) => `${c.text}${near(c.shortfall)}`);
  const lines = [
    outcome === 'eligible'
      ? replies.eligible(benefit.title)
      : outcome === 'unknown'
        ? replies.maybeEligible(benefit.title)
        : replies.notEligible(benefit.title),
    outcome === 'ineligible' ? replies.failing(texts(false)) : replies.meeting(texts(true)),
    outcome === 'unknown' ? replies.stillOpen(texts(null)) : '',
    outcome !== 'ineligible' && assumed.length > 0 ? replies.provided(assumed.map((c) => c.text)) : '',
    outcome === 'ineligible'
      ? ''
      : replies.runBy(benefit.runBy ?? whoToAsk(benefit.title), benefit.apply?.text ?? null),
  ];
  return lines.filter((line) => line !== '').join('');
}

/** The provision that puts the benefit plainly: the one whose quotes hold most of the benefit's own. */
function ruleOf(assessment: Assessment | undefined, house: House): Provision | null {
  if (assessment === undefined) return null;
  const { benefit, conditions } = assessment;
  const own = [benefit.given.quote, ...conditions.map((c) => c.quote)].map(squeeze);
  const held = (p: Provision): number => {
    const quotes = squeeze(p.quotes.join('\n'));
    return own.filter((quote) => quotes.includes(quote)).length;
  };
  const candidates = house.provisions
    .of(benefit.documentId)
    .filter((p) => squeeze(p.quotes.join('\n')).includes(squeeze(benefit.given.quote)));
  return candidates.sort((a, b) => held(b) / b.quotes.length - held(a) / a.quotes.length)[0] ?? null;
}

/** The words that an assessment rests on, with their clauses. */
export function citationsOf({ benefit, conditions }: Assessment, house: House): Citation[] {
  const quotes = [
    benefit.given.quote,
    ...benefit.amounts.map((a) => a.quote),
    ...conditions.map((c) => c.quote),
  ];
  return [...new Set(quotes)].flatMap((quote) =>
    citationOf(benefit.documentId, quote, benefit.clause, house),
  );
}

function citationOf(documentId: string, quote: string, path: string, house: House): Citation[] {
  const document = house.library.document(documentId);
  const clause = clauseHolding(house.library, documentId, quote, path);
  return document && clause ? [cite(document, clause, quote)] : [];
}
