import { occasionOf } from '../../benefits/answers.js';
import { type Assessment, assess as assessAll } from '../../benefits/assess.js';
import { atomsOf } from '../../benefits/atoms.js';
import type { FactName } from '../../benefits/facts.js';
import { nextQuestion } from '../../benefits/question.js';
import type { Rulebook } from '../../benefits/rulebook.js';
import type { Benefit } from '../../benefits/schema.js';
import { rulebookFor } from '../../benefits/select.js';
import { customaryName } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { formatInstant, instantOf, type LocalDateTime } from '../../language/calendar.js';
import { policiesFor } from '../compose/answer.js';
import { asksOfInsurance } from '../compose/money.js';
import { shapeFor } from '../compose/shapes.js';
import type { House } from '../house.js';
import { replies } from '../replies.zh.js';
import type { Reply } from '../reply.js';
import { type Ask, type Want, weightOf } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { isAsking } from '../understand/wants.js';
import type { Work } from '../work.js';
import type { AskedFact } from './hear-answer.js';
import { asRuleFacts, type Person, tellsOfCase } from './person.js';
import { allBenefits, asksForAnything, relevantBenefits } from './relevant.js';
import { renderAssessment } from './render.js';
import { renderQuestion } from './render-question.js';
import { hasSupport, type Standing, standingOf } from './standing.js';

/** Asks what the person gets, not what a policy says in general. */
const GAIN =
  /领|拿得|得[到不]|享受|补|钱|份|条件|资格|够不够|免费|能不能|可以|能.{0,12}(吗|不|么)|有没有|待遇|帮|给|多少|几多|好多|什么|有份|我的份/u;
/** Somebody of one's own is meant, not a class of people. */
const ONES_OWN = /[我俺咱]|(?<![金名总数余限差超])额(?![度外])|自家|家里|老头子|老婆子|老太婆/u;
/** Words of a case weigh little; with more, something is asked for without an asking word (签约率 目标). */
const MOST_TOLD = 1.8;

/** What is being found out: which benefits, for whom, where. */
interface Case {
  place: Region;
  benefits: readonly string[];
  /** Whether whatever there is was asked for, not one benefit. */
  general: boolean;
  book: Rulebook;
}

/**
 * A question about what somebody gets, by what was told of her, is decided by the rules (promises 1, 3 and 7), and
 * what they still need is asked for, one thing at a time; any other question goes on.
 */
export function assessCase(work: Work, house: House, now: LocalDateTime): Work {
  const found = caseOf(work, house, now);
  if (found === null) return work;
  const { place, benefits, general } = found;
  const { standing, later } = standingIn(found, work.person);
  const fresh = work.answered === null;
  if (fresh && isOfAClass(work) && standing.eligible.length + standing.failed.length === 0) return work;
  const asking = work.answered?.heard === 'enough' ? null : questionFor(found, work.person, standing);
  if (
    fresh &&
    !isSupported(standing) &&
    (asking === null || !(opens(work) || onlyTells(work) || isForAnother(work)))
  )
    return work;
  const assessing = {
    place: place.adcode,
    benefits: [...benefits],
    general,
    asks: work.understanding.asks,
    titles: [...standing.eligible, ...standing.open.filter(hasSupport)].map((a) => a.benefit.title),
  };
  const reckoned = standing.failed.flatMap((a) => a.conditions.flatMap((c) => c.shortfall?.text ?? []));
  const told = { ...work, assessing, asking, reckoned };
  const telling = !general || [...standing.eligible, ...standing.open].some(hasSupport);
  const lead = fresh && asksForMoney(work) && isMoneyless(found) ? replies.noMoney(customaryName(place)) : '';
  if (asking === null || (fresh && telling)) {
    const asked = { sums: wants(work, 'amount'), contents: !general && wants(work, 'list') };
    const reply = renderAssessment({ standing, later, person: work.person, asking, ...asked }, house);
    if (fresh && !general && answersOtherwise(work, reply)) return work;
    return { ...told, reply: led(lead, reply) };
  }
  const certain = (person: Person): Assessment[] => standingIn(found, person, null).standing.eligible;
  const known = fresh ? [] : certain(work.conversation.people[work.about] ?? {});
  const gained = certain(work.person).filter((a) => !known.some((k) => k.benefit.id === a.benefit.id));
  const progress = { heard: work.answered, previous: previousQuestion(work), asking, gained };
  return { ...told, reply: led(lead, renderQuestion(progress, house)) };
}

const led = (lead: string, reply: Reply): Reply =>
  lead === '' ? reply : { ...reply, text: `${lead}${reply.text}`, speech: `${lead}${reply.speech}` };

const wants = ({ understanding: { asks } }: Work, want: Want): boolean =>
  asks.some((ask) => ask.wants.includes(want));

/** How long something takes is written, whoever asks. */
const LASTS = /多(?:长时间|久|大会儿?|少天)|几天/u;

/** 一年查几回: a reply without so many 回, or a time, is none; how long it takes is no case. */
const answersOtherwise = ({ understanding: { asks } }: Work, { text }: Reply): boolean =>
  asks.some(({ wants: [want = 'what'], text: asked }) => {
    if (want === 'when' && LASTS.test(asked)) return true;
    const given = want === 'when' ? text.replaceAll(AGE_OR_EACH, '') : text;
    return (want === 'count' || want === 'when') && shapeFor(want, asked)?.test(given) === false;
  });
const AGE_OR_EACH = /\d+\s*周?岁|年满|每[年月][^，。；]{0,6}[次元]/gu;

const asksForMoney = ({ understanding: { asks } }: Work): boolean =>
  asks.some((ask) => ask.wants.includes('amount') && asksForAnything(ask));

const isMoneyless = ({ book, benefits }: Case): boolean =>
  book.rules.every(({ benefit }) => !benefits.includes(benefit.id) || benefit.amounts.length === 0);

const previousQuestion = ({ conversation: { pending } }: Work): AskedFact | null =>
  pending?.kind === 'fact' ? pending.question : null;

/** The case that goes on, or the one that the turn opens; null where it is about no case. */
function caseOf(work: Work, house: House, now: LocalDateTime): Case | null {
  const [place] = work.places;
  const [ask] = work.understanding.asks;
  if (work.places.length !== 1 || place === undefined || ask === undefined) return null;
  const asOf = formatInstant(instantOf(now)).slice(0, 10);
  const book = rulebookFor(house.benefits, { adcode: place.adcode, subject: 'person', asOf });
  const { assessing } = work.conversation;
  if (assessing !== null && (work.answered !== null || isForAnother(work))) {
    const { benefits, general } = assessing;
    return { place, book, benefits, general };
  }
  if (asksHowToGo(ask) || asksOfInsurance(ask.text) || (!tellsOfCase(work.person) && !opens(work)))
    return null;
  const told = onlyTells(work);
  if (!told && !GAIN.test(`${ask.carried}${ask.text}`) && !asksForAnything(ask)) return null;
  const { benefits, general } = told
    ? allBenefits(place, house)
    : relevantBenefits(ask, place, policiesFor(place, house.library.documents), house);
  return benefits.length === 0 ? null : { place, book, benefits: benefits.map((b) => b.id), general };
}

/** 半护理的三无老人最低多少岁能享受: what the rule says, and of nobody. */
const isOfAClass = ({ person, understanding: { text } }: Work): boolean =>
  person.relation === undefined && person.age === undefined && !ONES_OWN.test(text);

/** 找哪个部门办, 要带什么: of what was just told, and no more. */
const asksHowToGo = ({ subject, wants }: Ask): boolean =>
  subject !== undefined && wants.some((want) => HOW_TO_GO.has(want));
const HOW_TO_GO: ReadonlySet<Want> = new Set(['how', 'where', 'who']);

/** 那我老伴呢: the same for somebody else. */
const isForAnother = ({ about, conversation, understanding: { asks } }: Work): boolean =>
  about !== conversation.about &&
  asks.every((ask) => ask.carried !== '' && classesNamedIn(ask.text).size === 0);

/** 老头子瘫了, and no more: what there is for him is what it is told for. */
const onlyTells = ({ told, conversation, understanding: { asks, text } }: Work): boolean =>
  tellsOfCase(told) &&
  conversation.lastAsks.length === 0 &&
  (told.relation !== undefined || ONES_OWN.test(text)) &&
  !/补贴|补助|津贴|政策|待遇/u.test(text) &&
  asks.every((ask) => !isAsking(ask.text) && weightOf(ask.focus) < MOST_TOLD);

/** 我妈能领点啥: nothing told yet, and all to be found out. */
const opens = ({ understanding: { asks, text } }: Work): boolean =>
  asks.some((ask: Ask) => asksForAnything(ask) && ONES_OWN.test(`${ask.text}${text}`));

/** `registered`: the 户籍 where it was not told; null: not taken for granted. `later`: what hangs on an occasion that may never come; of a general question only. */
function standingIn(
  { book, benefits, place, general }: Case,
  person: Person,
  registered: string | null = place.adcode,
): { standing: Standing; later: Assessment[] } {
  const about = assessAll(book, asRuleFacts(person, place.adcode, registered)).filter((a) =>
    benefits.includes(a.benefit.id),
  );
  if (!general) return { standing: standingOf(about), later: [] };
  const occasions = (a: Assessment) => new Set(a.missing.map(occasionOf));
  return {
    standing: standingOf(about.filter((a) => !a.missing.some(occasionOf))),
    later: about.filter((a) => occasions(a).has('event') && !occasions(a).has('job')),
  };
}

/**
 * The next question, of benefits that can still add something: of classes that exclude one another, none below the
 * one that is certain. The 户籍 is taken for granted in what is told, with a proviso, and asked for here.
 */
function questionFor(
  { book, benefits, place }: Case,
  person: Person,
  { eligible }: Standing,
): AskedFact | null {
  const most = new Map<string, number>();
  for (const a of eligible) {
    const group = a.benefit.exclusiveGroup;
    if (group !== undefined) most.set(group, Math.max(most.get(group) ?? 0, worth(a)));
  }
  const rules = book.rules.map((rule) => rule.benefit).filter((b) => benefits.includes(b.id));
  const among = rules.filter((b) => {
    const certain = b.exclusiveGroup === undefined ? undefined : most.get(b.exclusiveGroup);
    return certain === undefined || Math.max(0, ...b.amounts.map((a) => a.value)) >= certain;
  });
  const always = among.filter((b) => !factsIn(b).some(occasionOf));
  const question = nextQuestion(book, asRuleFacts(person, place.adcode, null), {
    declined: person.declined ?? [],
    among: new Set((always.length > 0 ? always : among).map((b) => b.id)),
  });
  if (question === null) return null;
  const { fact, text, why, help, answers, place: about, statuses } = question;
  return { fact, text, why, help, answers, place: about, statuses };
}

const factsIn = (benefit: Benefit): FactName[] =>
  benefit.conditions === undefined ? [] : atomsOf(benefit.conditions).map((atom) => atom.fact);

const worth = ({ amount }: Assessment): number => amount?.value ?? 0;

/** What nothing told so far speaks for is not guessed at: the policy's own words answer. */
const isSupported = ({ eligible, open, failed }: Standing): boolean =>
  eligible.length > 0 || [...open, ...failed].some((a) => bearsOn(a.conditions));

/** Whether something told of the person, beside where she lives, decides one of the conditions. */
const bearsOn = (conditions: readonly { fact: string; met: boolean | null }[]): boolean =>
  conditions.some((c) => c.met !== null && c.fact !== 'hukou' && c.fact !== 'residence');
