import { type Gist, shared } from '../gist.js';
import type { Figure, Piece } from '../pieces.js';
import { PERIODS, sameMeasure } from '../quantities.js';
import type { Claim, Gate } from './gate.js';

/** One of something is no figure: 一个月给两百, 一位老人. */
const COUNTS_ONE = new Set(['count', 'bed', 'bare', 'months', 'days', 'hours', 'times', 'year']);
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
  return said.every((p) => held.includes(p));
}

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

function backed(claim: Figure, held: readonly Figure[], piece: Piece): boolean {
  const same = held.filter((f) => equal(claim, f));
  const fitting = same.filter((f) => samePeriod(claim, f) && sameBound(claim, f));
  const rivals = held.filter((f) => f.measure === claim.measure && !equal(claim, f));
  if (fitting.some((f) => !rivals.some((r) => belongsTo(claim, f, r)))) return true;
  return isOne(claim, piece, held);
}

/** 一个月 where the source says 每月; 一位老人. Not 一年内 where it says 一个月内. */
function isOne(claim: Figure, piece: Piece, held: readonly Figure[]): boolean {
  const unit = claim.measure === 'months' ? [1, 12] : [1];
  if (!unit.includes(claim.value) || !COUNTS_ONE.has(claim.measure)) return false;
  if (claim.measure === 'count' || claim.measure === 'bare') return !/[\d]/u.test(claim.text);
  if (WITHIN.test(piece.text.slice(claim.end))) return false;
  const per = {
    months: claim.value === 12 ? 'year' : 'month',
    days: 'day',
    hours: 'hour',
    bed: 'bed',
    times: 'once',
  }[claim.measure as 'months' | 'days' | 'hours' | 'bed' | 'times'];
  return held.some((f) => [...f.pers].some((p) => p === per));
}

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
  const held = claim.grounds.flatMap((g) => figuresOf([...g.plain, ...g.quoted, ...g.named]));
  const told = figuresOf(heard.pieces);
  for (const piece of claim.pieces) {
    for (const figure of piece.quantities) {
      if (figure.measure === 'clause' || figure.measure === 'number') continue;
      if (hotlines.has(figure.value) && figure.measure === 'bare') continue;
      if (!backed(figure, held, piece) && !isTold(figure, piece, told)) return 'figure';
    }
  }
  return inOrder(claim) ? null : 'order';
};

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
const LEVEL = /[一二三四五六][级等类档星期]|三甲|二甲|[A-E甲乙丙丁]类|[0-9][级类档]/gu;

/** Numbers of clauses and documents, and grades, stand in the source letter for letter. */
export const names: Gate = ({ text, grounds }) => {
  const said = [...(text.match(CLAUSE) ?? []), ...(text.match(NUMBERED) ?? []), ...(text.match(LEVEL) ?? [])];
  const held = (words: string): boolean => grounds.some((g) => g.text.includes(words));
  return said.every(held) ? null : 'clause';
};
