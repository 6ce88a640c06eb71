import { coverageOf } from '../../knowledge/coverage.js';
import type { Provision } from '../../knowledge/provisions/provision.js';
import type { House } from '../house.js';
import type { Ask, Want } from '../understand/ask.js';
import { readWants } from '../understand/wants.js';

export interface Ranked {
  provision: Provision;
  score: number;
  /** Cosine of the question and the closest way in which people ask for this, in [0, 1]. */
  likeness: number;
  /** Share of the question's concepts that the provision speaks of, in [0, 1]. */
  coverage: number;
  unmet: string[];
  /** Concepts without which it answers another question. */
  lacking: string[];
}

const WEIGHTS = { likeness: 0.45, topic: 0.2, coverage: 0.3, background: 0.1, want: 0.1 };
const CANDIDATES = 12;

/** Provisions of these documents that speak of what is asked, best first. */
export function rankProvisions(ask: Ask, documentIds: ReadonlySet<string>, house: House): Ranked[] {
  const own = [ask.text, ask.carried].filter((t) => t !== '').join('，');
  const matches = house.provisions.match(own, documentIds);
  const withStory = ask.story === '' ? matches : house.provisions.match(`${ask.story}，${own}`, documentIds);
  const storied = new Map(withStory.map((m) => [m.provision, m]));
  const all = new Set([...matches, ...withStory].map((m) => m.provision));
  const plain = new Map(matches.map((m) => [m.provision, m]));
  const rough = [...all].map((provision) => {
    const a = plain.get(provision);
    const b = storied.get(provision);
    return {
      provision,
      likeness: Math.max(a?.likeness ?? 0, b?.likeness ?? 0),
      topic: ((a?.topic ?? 0) + (b?.topic ?? 0)) / 2,
    };
  });
  rough.sort((a, b) => WEIGHTS.likeness * (b.likeness - a.likeness) + WEIGHTS.topic * (b.topic - a.topic));
  return rough
    .slice(0, CANDIDATES)
    .map(({ provision, likeness, topic }) => {
      const text = textOf(provision, house);
      const focus = coverageOf(ask.focus, text);
      const background = coverageOf(ask.background, text);
      return {
        provision,
        likeness,
        coverage: focus.share,
        unmet: focus.unmet.map((c) => c.surface),
        lacking: focus.unmet.filter((c) => c.essential).map((c) => c.surface),
        score:
          WEIGHTS.likeness * likeness +
          WEIGHTS.topic * topic +
          WEIGHTS.coverage * focus.share +
          WEIGHTS.background * background.share +
          WEIGHTS.want * wantAgreement(ask.wants, provision),
      };
    })
    .sort((a, b) => b.score - a.score);
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
