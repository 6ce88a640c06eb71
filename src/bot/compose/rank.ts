import { coverageOf } from '../../knowledge/coverage.js';
import type { Question } from '../../knowledge/provisions/likelihood.js';
import { isPrepared, type Provision } from '../../knowledge/provisions/provision.js';
import { sum } from '../../knowledge/provisions/vocabulary.js';
import type { Clause } from '../../knowledge/types.js';
import { broadFeaturesOf, type Features, featuresOf } from '../../language/features.js';
import type { House } from '../house.js';
import type { Ask, Want } from '../understand/ask.js';
import { askedIn, FIGURES, readWants } from '../understand/wants.js';
import { isForThatSize } from './bounds.js';
import { broadened } from './broadened.js';
import { goesOtherWay } from './money.js';
import { oddsOf, type Shape, type Signs } from './odds.js';
import { ofOthers } from './of-others.js';
import { particularsIn } from './particulars.js';
import { BODY, DECIDES, IN_CHARGE, NUMBER_TO_RING, SAYS_IT_IS_SILENT, shapeFor, showsOf } from './shapes.js';

export interface Ranked {
  provision: Provision;
  /** What it is ranked by. */
  score: number;
  /** How like the question it is, all else aside: what others are held against to say more of the same. */
  likeness: number;
  signs: Signs;
  /** Log-odds that it answers, by its signs. */
  odds: number;
  unmet: string[];
  /** It is about another benefit, or another class of people, than the one named. */
  other: boolean;
  /** Weight of the heaviest concept that it does not speak of, in [0, 1]. */
  heaviestUnmet: number;
}

/** What the case is, and what was asked before, count less than what is asked. */
const STORY = 0.8;
const CARRIED = 0.5;
/** What else than likeness decides among provisions that all may answer. */
const WEIGHTS = { odds: 0.01, want: 0.02, size: 0.05, sum: 0.02 };
/** For places of the very size that is named. */
const ODDS_OF_SIZE = 1.5;
/** Something else is asked of a place of that size where a concept is unmet that weighs more (要几个护工). */
const LIGHT = 0.5;
/**
 * Three sentences as near as this are near by what all of the document is about: none of them answers. One that speaks
 * of all that weighs in the question is held against those alone that may answer too.
 */
const FLAT = 0.97;
const ODDS_OF_FLAT = -2;
const CANDIDATES = 12;
/** Of a document's own statements: all of it may speak of the one matter, and what answers be no more like it. */
const CANDIDATES_OWN = 30;
const MOST_AHEAD = 0.5;
/** What is less like a question is as unlike it as anything. */
const UNLIKE = 0.02;

type Readings = WeakMap<House, WeakMap<Ask, Question>>;
/** By house: the same is asked of the policies of the place, of its city and of its province. */
const known: Readings = new WeakMap();
/** The same as they are held against documents that nobody has prepared. */
const knownBroad: Readings = new WeakMap();

function questionOf(ask: Ask, documentId: string, house: House): Question {
  const { lexicon, thesaurus, provisions } = house;
  return provisions.documentIds.has(documentId)
    ? readOnce(known, ask, house, (text) => featuresOf(text, lexicon))
    : readOnce(knownBroad, ask, house, (text) => broadFeaturesOf(text, lexicon, thesaurus));
}

function readOnce(
  readings: Readings,
  ask: Ask,
  house: House,
  features: (text: string) => Features,
): Question {
  const ofHouse = readings.get(house) ?? new WeakMap<Ask, Question>();
  readings.set(house, ofHouse);
  const question = ofHouse.get(ask) ?? read(ask, features);
  ofHouse.set(ask, question);
  return question;
}

function read(ask: Ask, features: (text: string) => Features): Question {
  const asking = features(ask.text);
  if (ask.story === '' && ask.carried === '') return { all: asking, asking };
  const beside = [features(ask.story), features(ask.carried)];
  return { all: sum([asking, ...beside], [1, STORY, CARRIED]), asking };
}

/** Provisions of the document that speak of what is asked, best first. */
export function rankProvisions(ask: Ask, documentId: string, house: House): Ranked[] {
  const question = questionOf(ask, documentId, house);
  const asked = askedIn(ask.text);
  const prepared = house.provisions.documentIds.has(documentId);
  const concepts = prepared ? ask.focus : broadened(ask, house);
  const matches = house.provisions.match(question, documentId, prepared ? CANDIDATES : CANDIDATES_OWN);
  const isOther = ofOthers(
    ask,
    house,
    matches.map(({ provision }) => provision),
    prepared,
  );
  const candidates = matches.map(({ provision, likeness, evidence, coverage }) => {
    const clause = clauseOf(provision, house);
    const text = textOf(provision, clause, house);
    const shape = shapeOf(ask, asked, provision, clause?.departments ?? []);
    // What is not written is not written of its own matter, not of all that its heading names.
    const focus = coverageOf(concepts, shape === 'open' ? ownTextOf(provision) : text);
    return {
      provision,
      likeness,
      size: isForThatSize(`${ask.story}${ask.text}`, provision.plain),
      signs: {
        evidence,
        coverage,
        concepts: focus.share,
        lacking: focus.unmet.some((c) => c.essential),
        shape,
        otherWay: goesOtherWay(ask, `${provision.short}${provision.plain}`, prepared ? '' : text),
      },
      unmet: focus.unmet.map((c) => c.surface),
      heaviestUnmet: Math.max(0, ...focus.unmet.map((c) => c.weight)),
      other: isOther({ provision, text }),
    };
  });
  const policy = house.library.document(documentId);
  const [likest, ...rest] = candidates.filter(({ other }) => !other);
  const first = likest?.likeness ?? 0;
  const apart = rest.filter((one) => !isPartOf(one, likest));
  const second = apart[0]?.likeness ?? 0;
  const isFlat = (third: typeof likest): boolean =>
    !prepared && third !== undefined && third.likeness >= FLAT * first;
  const flat = isFlat(apart[1]);
  const flatOfAnswers = isFlat(apart.filter(mayAnswer)[1]);
  const figure = wantsFigure(ask);
  const aheadOf = (likeness: number, other: boolean): number =>
    other || figure || likeness < first ? 0 : Math.min(MOST_AHEAD, 1 - second / likeness);
  const neighbour = policy === undefined ? 0 : house.neighbours.nearest(question, policy);
  const elsewhere = Math.log(Math.max(neighbour, UNLIKE) / Math.max(first, UNLIKE));
  return candidates
    .map(({ size, signs: own, ...candidate }) => {
      const signs = {
        ...own,
        elsewhere,
        lead: first - second,
        ahead: aheadOf(candidate.likeness, candidate.other),
      };
      const ofSize = size === true && candidate.heaviestUnmet <= LIGHT;
      const odds =
        oddsOf(signs, isPrepared(candidate.provision)) +
        (ofSize ? ODDS_OF_SIZE : 0) +
        ((candidate.heaviestUnmet > LIGHT ? flat : flatOfAnswers) ? ODDS_OF_FLAT : 0);
      const score =
        candidate.likeness +
        WEIGHTS.odds * odds +
        WEIGHTS.want * wantAgreement(ask.wants, candidate.provision) +
        (size === true ? WEIGHTS.size : 0) +
        (opensWithSum(ask, asked, candidate.provision) ? WEIGHTS.sum : 0);
      return { ...candidate, signs, odds, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** A sentence, and the clause or list that it stands in: who is like the one is like the other. */
export const isPartOf = (
  one: { provision: Provision },
  other: { provision: Provision } | undefined,
): boolean =>
  other !== undefined &&
  !isPrepared(one.provision) &&
  (one.provision.plain.includes(other.provision.plain) ||
    other.provision.plain.includes(one.provision.plain));

/** Whether a sum is asked for and its first words give one. */
const opensWithSum = ({ wants }: Ask, asked: string, { short }: Provision): boolean =>
  wants[0] === 'amount' && shapeFor('amount', asked)?.test(short) === true;

export const wantsFigure = ({ wants }: Ask): boolean => wants.some((want) => FIGURES.has(want));

/**
 * The one most like the question, other matters aside; of a document's own statements those aside that show nothing of
 * the particular that is asked.
 */
export const likestOf = (ranked: readonly Ranked[]): Ranked | undefined => ranked.find(mayAnswer);

/** What is known of a candidate before its odds are. */
type Judged = Pick<Ranked, 'other' | 'provision'> & { signs: Pick<Signs, 'shape'> };

const mayAnswer = ({ other, signs, provision }: Judged): boolean =>
  !other && (signs.shape !== 'lacking' || isPrepared(provision));

/** Wants that anything may answer. */
const OPEN_WANTS: ReadonlySet<Want> = new Set(['whether', 'list', 'what']);

/** Whether what is wanted (an amount, an age, a body in charge …) stands in what would be said. */
function shapeOf(ask: Ask, asked: string, provision: Provision, departments: readonly string[]): Shape {
  const said = `${provision.short}${provision.plain}`;
  const shows = (want: Want): boolean => {
    if (want === 'who' && IN_CHARGE.test(ask.text)) return departments.length > 0 || BODY.test(said);
    return isPrepared(provision) ? (shapeFor(want, asked)?.test(said) ?? true) : showsOf(want, asked, said);
  };
  const wants = ask.wants.filter((want) => !OPEN_WANTS.has(want));
  // 上哪儿去办: a document's own words that say how, and name no place, answer nothing.
  const told = !isPrepared(provision) && wants.includes('where') ? (['where'] as const) : wants;
  const silent = SAYS_IT_IS_SILENT.test(said);
  const particulars = particularsIn(ask.text, asked);
  if (particulars.some(({ shown }) => !shown.test(said))) return silent ? 'open' : 'lacking';
  // 电话是多少 asks for no sum.
  if (particulars.some(({ name }) => name === '电话') && NUMBER_TO_RING.test(said)) return 'met';
  if (told.length === 0 || told.some(shows)) return silent && goesOtherWay(ask, said) ? 'open' : 'met';
  return silent && !DECIDES.test(ask.text) ? 'open' : 'missing';
}

const clauseOf = (provision: Provision, house: House): Clause | undefined =>
  house.library.document(provision.documentId)?.clauses.find((c) => c.path === provision.clause);

const ownTextOf = ({ short, plain, quotes, asks }: Provision): string =>
  [short, plain, ...quotes, ...asks].join('\n');

const texts = new WeakMap<Provision, string>();

/** All that a provision says and is asked, with its document's title and the heading it stands under. */
function textOf(provision: Provision, clause: Clause | undefined, house: House): string {
  const known = texts.get(provision);
  if (known !== undefined) return known;
  const text = [
    provision.short,
    provision.plain,
    ...provision.quotes,
    ...provision.asks,
    ...(clause?.trail ?? []),
    house.library.document(provision.documentId)?.meta.title ?? '',
  ].join('\n');
  texts.set(provision, text);
  return text;
}

const wantsOf = new WeakMap<Provision, ReadonlySet<Want>>();

/** Share of the wants that people have who ask for this, in [0, 1]. */
function wantAgreement(wants: readonly Want[], provision: Provision): number {
  let known = wantsOf.get(provision);
  if (!known) {
    known = new Set(provision.asks.flatMap((a) => readWants(a)));
    wantsOf.set(provision, known);
  }
  const told = wants.filter((w) => w !== 'what');
  return told.length === 0 ? 0.5 : told.filter((w) => known.has(w)).length / told.length;
}
