import { isPrepared } from '../../knowledge/provisions/provision.js';
import type { Ask } from '../understand/ask.js';
import { soughtText } from './embed.js';
import { asRanked, type Prefer } from './prefer.js';
import { isPartOf, likestOf, type Ranked, wantsFigure } from './rank.js';
import { IN_CHARGE } from './shapes.js';

/** Whether it may be about the same thing, though it need not answer: a case told at length is like no question. */
export const isNear = (r: Ranked): boolean => !r.other && r.odds >= NEAR;
const NEAR = -1;

/** That something is not written is said only of the very thing that is asked about. */
const SURE = 1.2;
/** What meets less of the words meets them by chance, whatever the odds: in nats, or as a share of the asking words. */
const LEAST_EVIDENCE = 32;
const LEAST_COVERAGE = 0.12;
/** So sure one must be where another is more like the question, and does not answer it. */
const AFTER_ANOTHER = 0.5;
/** What is less like the question than this share of another's likeness is of another matter, however sure it is. */
const FAR_BEHIND = 0.75;
const answers =
  ({ carried }: Ask) =>
  (r: Ranked): boolean =>
    !r.other && r.odds >= (r.signs.shape === 'open' ? SURE : 0) && (carried !== '' || meetsEnough(r));

const meetsEnough = ({ provision, signs }: Ranked): boolean =>
  isPrepared(provision) ? signs.evidence >= LEAST_EVIDENCE : signs.coverage >= LEAST_COVERAGE;

/** Of what nothing answers: odds, lead and evidence from which the likest is told as no more than that. */
const NEAREST = { odds: -1, ahead: 0.1, evidence: 20 };

/**
 * The provision nearest to a question that none surely answers, to be told as such; null where another matter is nearer,
 * or where a figure is wanted: whoever asks how much takes any amount for the answer.
 */
export function nearestTo(ask: Ask, ranked: readonly Ranked[]): Ranked | null {
  const likest = likestOf(ranked);
  if (likest === undefined || ask.told !== undefined || !isPrepared(likest.provision)) return null;
  if (wantsFigure(ask)) return null;
  const { ahead, evidence, elsewhere, shape, concepts, lacking } = likest.signs;
  const isNearest = likest.odds >= NEAREST.odds && ahead >= NEAREST.ahead && evidence >= NEAREST.evidence;
  return isNearest && elsewhere <= 0 && shape === 'met' && !lacking && concepts > 0 ? likest : null;
}

/** A further statement must come this close to the first; one that meets what the first leaves open, less close. */
const CLOSE = 0.72;
const CLOSING = 0.66;
const MOST = 2;
const MOST_OF_SEVERAL = 3;
/** A concept that weighs so much is what the question is about. */
export const HEAVY = 0.5;

const MONEY = /[0-9.]+(?=\s*(?:万)?元)/gu;
/** Asks for the one and the other: each lacks what only the other speaks of. */
const EACH = /分别/u;
/** Asks for several things of a kind at once. */
const SEVERAL = /各|分别|都|哪几|哪些|几样|几档|几类|一并|三类/u;

/**
 * The provision that answers and those that say more of it. One that names another amount is another class's rule
 * (200元, 150元), and is left out unless several are asked for: the policy separates them.
 */
export function select(ask: Ask, ranked: readonly Ranked[], prefer: Prefer = asRanked): Ranked[] {
  const answering = ranked.filter(answers(ask));
  const likest = likestOf(ranked);
  const overtaken = answering[0] !== likest;
  if (overtaken && (answering[0]?.odds ?? 0) < AFTER_ANOTHER) return [];
  if (overtaken && (answering[0]?.likeness ?? 0) < FAR_BEHIND * (likest?.likeness ?? 0)) return [];
  const good = prefer(soughtText(ask), answering, ({ provision, likeness }) => ({
    words: provision.plain,
    likeness,
  }));
  const [first] = good;
  if (first === undefined) return [];
  const chosen = [first];
  const several = SEVERAL.test(ask.text) && !IN_CHARGE.test(ask.text);
  for (const next of good.slice(1)) {
    if (chosen.length === (several || isSumBeside(ask, first, next) ? MOST_OF_SEVERAL : MOST)) break;
    if (chosen.some((one) => isPartOf(one, next))) continue;
    if (isSumBeside(ask, first, next)) {
      chosen.push(next);
      continue;
    }
    const sibling = next.provision.clause === first.provision.clause && EACH.test(ask.text);
    if (!sibling && next.heaviestUnmet > first.heaviestUnmet && next.heaviestUnmet >= HEAVY) continue;
    const open = first.unmet.filter((surface) => chosen.every((c) => c.unmet.includes(surface)));
    const closes = open.some((surface) => !next.unmet.includes(surface));
    if (next.likeness < (closes ? CLOSING : CLOSE) * first.likeness) continue;
    if (!several && givesAnother(ask, first, next)) continue;
    if (several || !namesOtherAmount(chosen, next)) chosen.push(next);
  }
  return chosen;
}

/**
 * A document's own clause gives each class its sum, and which of them is asked about is not told: who hears the one alone
 * takes it for hers.
 */
const isSumBeside = (ask: Ask, first: Ranked, next: Ranked): boolean =>
  !isPrepared(first.provision) &&
  ask.wants.includes('amount') &&
  next.provision.clause === first.provision.clause &&
  [first, next].every(({ provision, signs }) => signs.shape === 'met' && SUM.test(provision.plain));
const SUM = /[0-9.]+\s*(?:万|百|千)?元/u;

/**
 * Where the likest says that the figure is left open, that of another clause is of another matter. A document's own
 * statements are not parted by matters: where one gives the figure, another's is of something else, and where the
 * likest gives none, so is any.
 */
function givesAnother(ask: Ask, first: Ranked, next: Ranked): boolean {
  if (!wantsFigure(ask) || next.signs.shape !== 'met') return false;
  const elsewhere = next.provision.clause !== first.provision.clause;
  if (isPrepared(next.provision)) return first.signs.shape === 'open' && elsewhere;
  return first.signs.shape !== 'met' || elsewhere;
}

/** After one that gives an amount, or says that none is written, another amount is of another matter. */
function namesOtherAmount(chosen: readonly Ranked[], next: Ranked): boolean {
  const said = amountsOf(chosen.map((c) => c.provision.plain).join(''));
  if (said.size === 0 && chosen.every((c) => c.signs.shape !== 'open')) return false;
  return [...amountsOf(next.provision.plain)].some((amount) => !said.has(amount));
}

const amountsOf = (text: string): Set<string> => new Set(text.match(MONEY) ?? []);
