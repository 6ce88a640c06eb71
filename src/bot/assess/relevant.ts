import type { Benefit } from '../../benefits/schema.js';
import { benefitsOf } from '../../benefits/select.js';
import type { PolicyDocument, Region } from '../../knowledge/types.js';
import { figuresIn } from '../check/figures.js';
import { squeeze } from '../compose/cite.js';
import { rankProvisions } from '../compose/rank.js';
import { isNear } from '../compose/select.js';
import type { House } from '../house.js';
import { Recent } from '../recent.js';
import type { Ask } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';

/** Asks for whatever there is. */
const ANYTHING =
  /(能|可以|有)?(领|享受|得|拿|申请)(到)?(点|些)?(什么|哪些|啥)|有(什么|哪些|啥)(补助|补贴|政策|待遇|好处|照顾|优惠|福利)|(什么|哪些)(补助|补贴|待遇|福利)|有没有(什么|这个|那个|咯个|个)?(补助|补贴|政策|照顾|福利)|(补助|补贴|津贴|待遇).{0,8}(多少|吗|不|么)|能(不能)?(领|享受)/u;
/** Provisions looked at for what the question is about. */
const NEAREST = 4;
/** A provision must come this close to the best. */
const CLOSE = 0.75;

/** A concept of this weight says what is asked about. */
const SPECIFIC = 0.5;

/**
 * The benefits for people that the question is about: those that rest on the words of the provisions nearest to it,
 * with the classes that are alternatives to them; all, where it asks for whatever there is.
 */
export function relevantBenefits(
  ask: Ask,
  place: Region,
  policies: readonly PolicyDocument[],
  house: House,
): readonly Benefit[] {
  const kept = recent.get(house) ?? new Recent<readonly Benefit[]>(2000);
  recent.set(house, kept);
  const key = [place.adcode, ask.text, ask.story, ask.carried].join('\n');
  return kept.get(key, () => findRelevant(ask, place, policies, house));
}

const recent = new WeakMap<House, Recent<readonly Benefit[]>>();

function findRelevant(ask: Ask, place: Region, policies: readonly PolicyDocument[], house: House): Benefit[] {
  const held = benefitsOf(house.benefits, place.adcode, 'person').filter((b) => b.kind === 'entitlement');
  if (held.length === 0) return [];
  const ranked = policies
    .flatMap((p) => rankProvisions(ask, p.meta.id, house))
    .filter((r) => isNear(ask, r))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  const quotes = ranked
    .slice(0, NEAREST)
    .filter((r) => r.score >= CLOSE * best)
    .flatMap((r) => r.provision.quotes.map(squeeze));
  const about = held.filter((benefit) => rests(benefit, quotes));
  if (ANYTHING.test(ask.text) && isGeneric(ask)) return held;
  const groups = new Set(about.flatMap((b) => b.exclusiveGroup ?? []));
  const alike = held.filter(
    (b) => about.includes(b) || (b.exclusiveGroup !== undefined && groups.has(b.exclusiveGroup)),
  );
  return pointedAt(ask, alike);
}

/** Whether nothing in the question says which benefit is meant. */
const isGeneric = (ask: Ask): boolean =>
  ask.focus.every((c) => c.weight <= SPECIFIC || c.unheard) && !/养老院|敬老院|机构|医院/u.test(ask.text);

/** Those that the question points at by amount or class (空巢的八十块); all, where it points at none. */
function pointedAt(ask: Ask, benefits: readonly Benefit[]): Benefit[] {
  const classes = classesNamedIn(ask.text);
  const figures = new Set(figuresIn(ask.text));
  const byClass = benefits.filter((b) => [...classesNamedIn(b.title)].some((name) => classes.has(name)));
  const byAmount = benefits.filter((b) => b.amounts.some((a) => figures.has(a.value)));
  const both = byClass.filter((b) => byAmount.includes(b));
  return [both, byAmount, byClass].find((some) => some.length > 0) ?? [...benefits];
}

/** Whether what the benefit gives is granted by one of the quotes. */
function rests(benefit: Benefit, quotes: readonly string[]): boolean {
  const own = squeeze(benefit.given.quote);
  return quotes.some((quote) => quote.includes(own) || own.includes(quote));
}
