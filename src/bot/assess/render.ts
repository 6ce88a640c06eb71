import type { Assessment } from '../../benefits/assess.js';
import type { Provision } from '../../knowledge/provisions/provision.js';
import { customaryName } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { cite, clauseHolding, squeeze } from '../compose/cite.js';
import { inOrder, sourceLines } from '../compose/sources.js';
import { speakable } from '../compose/speech.js';
import type { House } from '../house.js';
import { replies } from '../replies.zh.js';
import type { Citation, Reply } from '../reply.js';
import type { Person } from './person.js';
import type { Standing } from './standing.js';

/** So many are told in full; the rest by name. */
const IN_FULL = 2;

export interface AssessedCase {
  standing: Standing;
  place: Region;
  person: Person;
  /** What to ask next; null where nothing is open, or nothing that may be asked. */
  question: string | null;
}

/** What the person gets, on what condition, from which clause, who to go to; or what is missing, or still open. */
export function renderAssessment({ standing, place, person, question }: AssessedCase, house: House): Reply {
  const { eligible, open, failed } = standing;
  const settled = new Set(eligible.flatMap((a) => a.benefit.exclusiveGroup ?? []));
  const likely = open
    .filter((a) => a.benefit.exclusiveGroup === undefined || !settled.has(a.benefit.exclusiveGroup))
    .slice(0, 1)
    .filter((a) => eligible.length === 0 || hasSupport(a));
  const told = [...eligible.slice(0, IN_FULL), ...likely];
  if (told.length === 0) told.push(...failed.slice(0, 1));
  const paragraphs = told.map((a) => paragraph(a, place, person));
  const rule = eligible.length === 0 ? ruleOf(told[0], house) : null;
  if (rule) paragraphs.push(replies.ruleIs(rule.plain));
  const more = eligible.slice(IN_FULL).map((a) => a.benefit.title);
  if (more.length > 0) paragraphs.push(replies.alsoEligible(more));
  if (
    new Set(eligible.flatMap((a) => a.benefit.exclusiveGroup ?? [])).size <
    eligible.filter((a) => a.benefit.exclusiveGroup).length
  ) {
    paragraphs.push(replies.classesNotAdded);
  }
  if (question !== null) paragraphs.push(question);
  const citations = inOrder([
    ...[...told, ...eligible].flatMap((a) => citationsOf(a, house)),
    ...(rule ? rule.quotes.flatMap((quote) => citationOf(rule.documentId, quote, rule.clause, house)) : []),
  ]);
  const said = paragraphs.join('\n');
  return {
    kind: 'assessment',
    text: [said, ...sourceLines(citations)].join('\n'),
    speech: speakable(said),
    citations,
    suggestions: ['怎么申请', '归谁管', '再说一遍'],
    actions: [],
  };
}

/** Something told speaks for it, and not only an age that most old people have. */
const hasSupport = ({ conditions }: Assessment): boolean =>
  conditions.some((c) => c.met === true && !ASSUMED.has(c.fact) && c.fact !== 'age');

/** How far it is, where it is near: 还差12年 helps nobody, and is a figure that no clause has. */
const near = (shortfall: { by: number; text: string } | null): string =>
  shortfall !== null && shortfall.by <= NEAR ? `（${shortfall.text}）` : '';
const NEAR = 10;

const ASSUMED: ReadonlySet<string> = new Set(['hukou', 'residence']);

function paragraph({ benefit, outcome, conditions }: Assessment, place: Region, person: Person): string {
  const stated = conditions.filter((c) => !ASSUMED.has(c.fact));
  const texts = (met: boolean | null): string[] =>
    stated.filter((c) => c.met === met).map((c) => `${c.text}${near(c.shortfall)}`);
  const assumed = conditions.filter(
    (c) => ASSUMED.has(c.fact) && person[c.fact === 'hukou' ? 'hukou' : 'residence'] === undefined,
  );
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
      : replies.runBy(benefit.runBy, benefit.apply?.text ?? null, customaryName(place)),
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

function citationsOf({ benefit, conditions }: Assessment, house: House): Citation[] {
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
