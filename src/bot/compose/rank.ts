import { coverageOf } from '../../knowledge/coverage.js';
import { sum } from '../../knowledge/provisions/matcher.js';
import type { Provision } from '../../knowledge/provisions/provision.js';
import { benefitsNamedIn } from '../../language/benefit-names.js';
import { featuresOf } from '../../language/features.js';
import type { House } from '../house.js';
import type { Ask, Want } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { readWants } from '../understand/wants.js';
import { givesOthers, goesOtherWay } from './money.js';
import { oddsOf, type Shape, type Signs } from './odds.js';
import { SAYS_IT_IS_SILENT, SHAPES } from './shapes.js';

export interface Ranked {
  provision: Provision;
  score: number;
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
const WEIGHTS = { likeness: 1, concepts: 0.05, background: 0.04, want: 0.1, odds: 0.08 };
const CANDIDATES = 12;

/** Provisions of the document that speak of what is asked, best first. */
export function rankProvisions(ask: Ask, documentId: string, house: House): Ranked[] {
  const asking = featuresOf(ask.text, house.lexicon);
  const all =
    ask.story === '' && ask.carried === ''
      ? asking
      : sum(
          [asking, featuresOf(ask.story, house.lexicon), featuresOf(ask.carried, house.lexicon)],
          [1, STORY, CARRIED],
        );
  const named = benefitsNamedIn(ask.text, house.benefitNames);
  const classes = classesNamedIn(`${ask.story}${ask.text}`);
  return house.provisions
    .match({ all, asking }, documentId, CANDIDATES)
    .map(({ provision, likeness, evidence, coverage }) => {
      const text = textOf(provision, house);
      const focus = coverageOf(ask.focus, text);
      const background = coverageOf(ask.background, text);
      const signs: Signs = {
        evidence,
        coverage,
        concepts: focus.share,
        lacking: focus.unmet.some((c) => c.essential),
        shape: shapeOf(ask.wants, provision),
        otherWay: goesOtherWay(ask, provision),
      };
      const odds = oddsOf(signs);
      return {
        provision,
        signs,
        odds,
        unmet: focus.unmet.map((c) => c.surface),
        other:
          named.some((names) => !names.some((n) => text.includes(n))) ||
          isOtherClass(classes, provision) ||
          givesOthers(ask, provision),
        heaviestUnmet: Math.max(0, ...focus.unmet.map((c) => c.weight)),
        score:
          WEIGHTS.likeness * likeness +
          WEIGHTS.concepts * focus.share +
          WEIGHTS.background * background.share +
          WEIGHTS.want * wantAgreement(ask.wants, provision) +
          WEIGHTS.odds * odds,
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** Wants that anything may answer. */
const OPEN_WANTS: ReadonlySet<Want> = new Set(['whether', 'list', 'what']);

/** Whether what is wanted (an amount, an age …) stands in what would be said. */
function shapeOf(wants: readonly Want[], { short, plain }: Provision): Shape {
  const said = `${short}${plain}`;
  const told = wants.filter((want) => !OPEN_WANTS.has(want));
  if (told.length === 0 || told.some((want) => SHAPES[want]?.test(said) ?? true)) return 'met';
  return SAYS_IT_IS_SILENT.test(said) ? 'open' : 'missing';
}

/** 低保老人 150元 is no answer to somebody who says 三无. */
function isOtherClass(named: ReadonlySet<string>, { short, plain }: Provision): boolean {
  const own = classesNamedIn(`${short}${plain}`);
  return named.size > 0 && own.size > 0 && ![...named].some((name) => own.has(name));
}

const texts = new WeakMap<Provision, string>();

/** All that a provision says and is asked, with its document's title and the heading it stands under. */
function textOf(provision: Provision, house: House): string {
  const known = texts.get(provision);
  if (known !== undefined) return known;
  const document = house.library.document(provision.documentId);
  const clause = document?.clauses.find((c) => c.path === provision.clause);
  const text = [
    provision.short,
    provision.plain,
    ...provision.quotes,
    ...provision.asks,
    ...(clause?.trail ?? []),
    document?.meta.title ?? '',
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
