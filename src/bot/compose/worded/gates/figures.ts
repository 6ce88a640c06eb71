import { figuresIn } from '../../../check/figures.js';
import { type Gist, likeness, shared } from '../gist.js';
import type { Figure, Piece } from '../pieces.js';
import { type Measure, PERIODS, type Per, persOf, sameMeasure } from '../quantities.js';
import { ALIKE, type Claim, type Gate } from './gate.js';

const WITHIN = /^.{0,3}[内后前]/u;

const figuresOf = (pieces: readonly Piece[]): Figure[] => pieces.flatMap((p) => p.quantities);

const equal = (a: Figure, b: Figure): boolean =>
  Math.abs(a.value - b.value) < 1e-6 && sameMeasure(a.measure, b.measure);

/** Whether two figures are given for the same time: a period that only one of them names is another one. */
function samePeriod(claim: Figure, source: Figure): boolean {
  if (claim.measure !== 'money' && claim.measure !== 'times' && claim.measure !== 'bare') return true;
  const said = PERIODS.filter((p) => claim.pers.has(p));
  const held = PERIODS.filter((p) => source.pers.has(p));
  if (said.length === 0) return held.length === 0 || claim.measure !== 'money';
  return said.every((p) => (held.length > 0 ? held.includes(p) : source.around.has(p)));
}

/** What is aimed at for one year is not told of another. */
const sameYear = (claim: Figure, source: Figure): boolean =>
  claim.years.length === 0 || source.years.length === 0 || claim.years.some((y) => source.years.includes(y));

/** A bound may not be dropped, made or turned. */
const sameBound = (claim: Figure, source: Figure): boolean =>
  claim.bound === source.bound || (claim.measure === 'bare' && source.measure === 'bare');

/** Of what only one of two figures is said. */
const only = (of: Gist, without: Gist): Gist => new Map([...of].filter(([feature]) => !without.has(feature)));

/** Whether what is said around the figure is what the source says of another figure. */
function belongsTo(claim: Figure, source: Figure, rival: Figure): boolean {
  const own = shared(claim.context, only(source.context, rival.context));
  const others = shared(claim.context, only(rival.context, source.context));
  return others > 0.5 && others > 1.5 * own;
}

/** What the clauses of a claim give for its figures. */
interface Source {
  figures: readonly Figure[];
  /** Periods and units that they name anywhere. */
  pers: ReadonlySet<Per>;
  text: string;
}

function backed(claim: Figure, { figures, pers, text }: Source, piece: Piece): boolean {
  const fitting = figures.filter(
    (f) => equal(claim, f) && samePeriod(claim, f) && sameBound(claim, f) && sameYear(claim, f),
  );
  const rivals = figures.filter((f) => f.measure === claim.measure && !equal(claim, f));
  if (fitting.some((f) => !rivals.some((r) => belongsTo(claim, f, r)))) return true;
  return isHalf(claim, text) || isOne(claim, piece, pers);
}

/** 减半拿 is a word there, 减半的 a figure here. */
const isHalf = ({ value, measure }: Figure, source: string): boolean =>
  measure === 'share' && value === 0.5 && /减半|一半|对半|半价/u.test(source);

/** 一个月 where the source says 每月; 一位老人. Not 一年内 where it says 一个月内. */
function isOne(claim: Figure, piece: Piece, pers: ReadonlySet<Per>): boolean {
  if (claim.value !== 1 && !(claim.measure === 'months' && claim.value === 12)) return false;
  if (claim.measure === 'count' || claim.measure === 'bare') return !/\d/u.test(claim.text);
  const per = claim.measure === 'months' && claim.value === 12 ? 'year' : PER_OF[claim.measure];
  return per !== undefined && pers.has(per) && !WITHIN.test(piece.text.slice(claim.end));
}

const PER_OF: Partial<Record<Measure, Per>> = { months: 'month', days: 'day', hours: 'hour', bed: 'bed' };

/** 您今年76岁: the person's own figure, said of the person. */
function isTold(claim: Figure, piece: Piece, told: readonly Figure[]): boolean {
  return (
    claim.bound === 'exact' &&
    /您|你|老伴|大[爷妈娘]|老人家|父亲|母亲|[爸妈爷奶]/u.test(piece.text) &&
    !/满|够|以上|规定|才能|要求/u.test(piece.text) &&
    told.some((f) => equal(claim, f))
  );
}

/** Promise 1 on what a model wrote: figure, unit, period and bound stand together in a clause that it names. */
export const figures: Gate = (claim, { heard, hotlines }) => {
  const text = claim.grounds.map((g) => g.text).join('，');
  const source: Source = {
    figures: claim.grounds.flatMap((g) => figuresOf([...g.plain, ...g.quoted, ...g.named])),
    pers: persOf(text),
    text,
  };
  const told = figuresOf(heard.pieces);
  for (const piece of claim.pieces) {
    for (const figure of piece.quantities) {
      if (figure.measure === 'clause') continue;
      if (hotlines.has(figure.value) && figure.measure === 'bare') continue;
      if (!backed(figure, source, piece) && !isTold(figure, piece, told)) return 'figure';
    }
  }
  if (!periods(claim) || !dates(claim)) return 'figure';
  return inOrder(claim) ? null : 'order';
};

/** How often something is done is as often as the clause says, with or without a figure. */
function periods({ pieces, grounds }: Claim): boolean {
  const sources = grounds.flatMap((g) => [...g.plain, ...g.quoted]);
  return pieces.every((piece) => {
    const said = PERIODS.filter((p) => persOf(piece.text).has(p));
    if (said.length === 0) return true;
    const held = (of: readonly Piece[]): boolean => {
      const all = new Set(of.flatMap((s) => [...persOf(s.text)]));
      return said.every((p) => all.has(p));
    };
    const alike = sources.filter((s) => likeness(s.gist, piece.gist) >= ALIKE && persOf(s.text).size > 0);
    return held(alike.length > 0 ? alike : sources);
  });
}

/** Dates stand whole in one place of the source: its year with another's month is another date. */
function dates({ pieces, grounds }: Claim): boolean {
  const held = grounds.flatMap((g) => [...g.plain, ...g.quoted]).flatMap(datesOf);
  return pieces
    .flatMap(datesOf)
    .every((date) => held.some((other) => date.every((part) => other.some((o) => equal(o, part)))));
}

/** Runs of year, month and day in a piece, of two parts at least. */
function datesOf({ quantities }: Piece): Figure[][] {
  const runs: Figure[][] = [];
  for (const q of quantities) {
    if (!DATE.has(q.measure)) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.end === q.start) run.push(q);
    else runs.push([q]);
  }
  return runs.filter((run) => run.length > 1);
}

const DATE: ReadonlySet<string> = new Set(['year', 'month', 'day']);

/** 分别按6000元、8000元: which is whose is told by their order alone. */
function inOrder({ pieces, grounds }: Claim): boolean {
  const said = figuresOf(pieces);
  return grounds.every((g) =>
    g.plain.every((source) => {
      if (!/分别|依次|各/u.test(g.item.plain)) return true;
      const row = source.quantities.filter((q) => q.measure === 'money' || q.measure === 'share');
      const places = row.map((q) => said.findIndex((s) => equal(s, q))).filter((at) => at >= 0);
      return places.every((at, i) => i === 0 || at >= (places[i - 1] ?? 0));
    }),
  );
}

const CLAUSE = /第[\d零〇一二三四五六七八九十百]+[条款项章节]|[（(][\d一二三四五六七八九十]+[)）]/gu;
const NUMBERED = /[〔[（(]?(?:19|20)\d\d[〕\]）)]?第?\d+号|[\p{Script=Han}]{1,4}发〔?\d+/gu;
const RATIO = /[\d一二两三四五六七八九十百千万]+比[\d一二两三四五六七八九十百千万]+/gu;
const LEVEL = /[一二三四五六][级等类档星期]|三甲|二甲|[A-E甲乙丙丁]类|[0-9][级类档]/gu;

/** Numbers of clauses and documents, and grades, stand in the source letter for letter. */
export const names: Gate = ({ text, grounds }) => {
  const said = [...(text.match(CLAUSE) ?? []), ...(text.match(NUMBERED) ?? []), ...(text.match(LEVEL) ?? [])];
  const held = (words: string): boolean => grounds.some((g) => g.text.includes(words));
  if (!said.every(held)) return 'clause';
  const ratios = (t: string): string[] => (t.match(RATIO) ?? []).map((r) => figuresIn(r).join(':'));
  const known = grounds.flatMap((g) => ratios(g.text));
  return ratios(text).every((r) => known.includes(r)) ? null : 'figure';
};
