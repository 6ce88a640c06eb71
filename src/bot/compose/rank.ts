import { coverageOf } from '../../knowledge/coverage.js';
import { type Question, sum } from '../../knowledge/provisions/matcher.js';
import type { Provision } from '../../knowledge/provisions/provision.js';
import type { Clause } from '../../knowledge/types.js';
import { benefitsNamedIn } from '../../language/benefit-names.js';
import { featuresOf } from '../../language/features.js';
import type { Lexicon } from '../../language/lexicon.js';
import type { House } from '../house.js';
import type { Ask, Want } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { withoutIncome } from '../understand/concepts.js';
import { readWants } from '../understand/wants.js';
import { isForThatSize } from './bounds.js';
import { givesOthers, goesOtherWay } from './money.js';
import { oddsOf, type Shape, type Signs } from './odds.js';
import { BODY, IN_CHARGE, SAYS_IT_IS_SILENT, shapeFor } from './shapes.js';

export interface Ranked {
  provision: Provision;
  /** What it is ranked by. */
  score: number;
  /** How like the question it is, odds aside: what others are held against to say more of the same. */
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
const WEIGHTS = { likeness: 1, concepts: 0.05, background: 0.04, want: 0.1 };
/** How much the odds count in the ranking; they say little among provisions that all answer. */
const ODDS_SHARE = 0.08;
/** How much the way of asking that is nearest counts in it. */
const NEAREST_SHARE = 0.25;
/** For places of the very size that is named. */
const THAT_SIZE = 0.15;
const ODDS_OF_SIZE = 1.5;
/** Something else is asked of a place of that size where a concept is unmet that weighs more (要几个护工). */
const LIGHT = 0.5;
/** What somebody gets is what is meant where no side of it is asked for: 想问下体检的事. */
const GETS = 0.08;
/** Of two that tell of a sum, the one that says it at once. */
const SUM_FIRST = 0.05;
const CANDIDATES = 12;

/** A question read: its features, and how rare each of its asking words is. */
interface Asked extends Question {
  rarities: readonly { feature: string; weight: number; rarity: number }[];
  /** The sum of weight by rarity. */
  mass: number;
}

/** By house: the same is asked of the policies of the place, of its city and of its province. */
const known = new WeakMap<House, WeakMap<Ask, Asked>>();

function askedOf(ask: Ask, house: House): Asked {
  const ofHouse = known.get(house) ?? new WeakMap<Ask, Asked>();
  known.set(house, ofHouse);
  const asked = ofHouse.get(ask) ?? read(ask, house);
  ofHouse.set(ask, asked);
  return asked;
}

function read(ask: Ask, { lexicon, provisions }: House): Asked {
  const asking = featuresOf(ask.text, lexicon);
  const rarities = Array.from(asking, ([feature, weight]) => ({
    feature,
    weight,
    rarity: provisions.rarity(feature),
  }));
  const mass = rarities.reduce((sum, { weight, rarity }) => sum + weight * rarity, 0);
  if (ask.story === '' && ask.carried === '') return { all: asking, asking, rarities, mass };
  const beside = [featuresOf(ask.story, lexicon), featuresOf(ask.carried, lexicon)];
  return { all: sum([asking, ...beside], [1, STORY, CARRIED]), asking, rarities, mass };
}

/** Provisions of the document that speak of what is asked, best first. */
export function rankProvisions(ask: Ask, documentId: string, house: House): Ranked[] {
  const asked = askedOf(ask, house);
  const named =
    [ask.text, ask.carried]
      .map((text) => benefitsNamedIn(withoutIncome(text), house.benefitNames))
      .find((names) => names.length > 0) ?? [];
  const asksNoSide = ask.wants.every((want) => want === 'what');
  const classes = classesNamedIn(`${ask.story}${ask.text}`);
  return house.provisions
    .match(asked, documentId, CANDIDATES)
    .map(({ provision, likeness, evidence, coverage }) => {
      const clause = clauseOf(provision, house);
      const text = textOf(provision, clause, house);
      const shape = shapeOf(ask, provision, clause?.departments ?? []);
      // What is not written is not written of its own matter, not of all that its heading names.
      const focus = coverageOf(ask.focus, shape === 'open' ? ownTextOf(provision) : text);
      const background = coverageOf(ask.background, text);
      const signs: Signs = {
        evidence,
        coverage,
        concepts: focus.share,
        lacking: focus.unmet.some((c) => c.essential),
        shape,
        otherWay: goesOtherWay(ask, `${provision.short}${provision.plain}`),
      };
      const size = isForThatSize(`${ask.story}${ask.text}`, provision.plain);
      const heaviestUnmet = Math.max(0, ...focus.unmet.map((c) => c.weight));
      const odds = oddsOf(signs) + (size === true && heaviestUnmet <= LIGHT ? ODDS_OF_SIZE : 0);
      const like =
        WEIGHTS.likeness * likeness +
        WEIGHTS.concepts * focus.share +
        WEIGHTS.background * background.share +
        WEIGHTS.want * wantAgreement(ask.wants, provision);
      return {
        provision,
        signs,
        odds,
        unmet: focus.unmet.map((c) => c.surface),
        other:
          named.some((names) => !names.some((n) => text.includes(n))) ||
          isOtherClass(classes, provision) ||
          size === false ||
          givesOthers(ask, provision),
        heaviestUnmet,
        likeness: like,
        score:
          like +
          ODDS_SHARE * odds +
          NEAREST_SHARE * nearestAsk(asked, provision, house) +
          (size === true ? THAT_SIZE : 0) +
          (opensWithSum(ask, provision) ? SUM_FIRST : 0) +
          (asksNoSide && provision.force === 'right' ? GETS : 0),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a sum is asked for and its first words give one. */
const opensWithSum = ({ wants, text }: Ask, { short }: Provision): boolean =>
  wants[0] === 'amount' && shapeFor('amount', text)?.test(short) === true;

/** Wants that anything may answer. */
const OPEN_WANTS: ReadonlySet<Want> = new Set(['whether', 'list', 'what']);

/** Whether what is wanted (an amount, an age, a body in charge …) stands in what would be said. */
function shapeOf(ask: Ask, { short, plain }: Provision, departments: readonly string[]): Shape {
  const said = `${short}${plain}`;
  const shows = (want: Want): boolean =>
    want === 'who' && IN_CHARGE.test(ask.text)
      ? departments.length > 0 || BODY.test(said)
      : (shapeFor(want, ask.text)?.test(said) ?? true);
  const told = ask.wants.filter((want) => !OPEN_WANTS.has(want));
  const silent = SAYS_IT_IS_SILENT.test(said);
  if (told.length === 0 || told.some(shows)) return silent && goesOtherWay(ask, said) ? 'open' : 'met';
  return silent ? 'open' : 'missing';
}

/** 低保老人 150元 is no answer to somebody who says 三无. */
function isOtherClass(named: ReadonlySet<string>, { short, plain }: Provision): boolean {
  const own = classesNamedIn(`${short}${plain}`);
  return named.size > 0 && own.size > 0 && ![...named].some((name) => own.has(name));
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

/** By feature: which of the ways of asking have it, and how much. */
type AskIndex = ReadonlyMap<string, readonly { way: number; held: number }[]>;

const askIndexes = new WeakMap<Provision, AskIndex>();

function askIndexOf(provision: Provision, lexicon: Lexicon): AskIndex {
  const known = askIndexes.get(provision);
  if (known !== undefined) return known;
  const index = new Map<string, { way: number; held: number }[]>();
  for (const [way, text] of provision.asks.entries())
    for (const [feature, held] of featuresOf(text, lexicon)) {
      const ways = index.get(feature) ?? [];
      ways.push({ way, held });
      index.set(feature, ways);
    }
  askIndexes.set(provision, index);
  return index;
}

/** Share of the rarity of the asking words that stands in one way of asking for this: the one with most, in [0, 1]. */
function nearestAsk({ rarities, mass }: Asked, provision: Provision, { lexicon }: House): number {
  if (mass === 0) return 0;
  const index = askIndexOf(provision, lexicon);
  const shared = provision.asks.map(() => 0);
  for (const { feature, weight, rarity } of rarities)
    for (const { way, held } of index.get(feature) ?? NONE)
      shared[way] = (shared[way] ?? 0) + Math.min(weight, held) * rarity;
  return Math.max(...shared) / mass;
}

const NONE: readonly never[] = [];

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
