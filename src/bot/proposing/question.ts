import { regionsNamedIn } from '../../knowledge/regions.js';
import { figuresIn } from '../check/figures.js';
import { guard } from '../guard/index.js';
import type { Ask } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';

const LONGEST = 80;
/** What weighs so much is what the question is about. */
const HEAVY = 0.5;

/**
 * Whether a question made whole asks the same: no place, figure or class of people that was not said, nothing of what
 * was asked left out, nothing of weight put in. `said`: the turn and what it carries on.
 */
export function asksTheSame(
  question: string,
  said: string,
  own: readonly Ask[],
  asks: readonly Ask[],
): boolean {
  if (question.length < 4 || question.length > LONGEST || guard(question).kind !== 'clear') return false;
  const figures = new Set(figuresIn(said));
  if (figuresIn(question).some((f) => !figures.has(f))) return false;
  const places = new Set(adcodesIn(said));
  if (adcodesIn(question).some((p) => !places.has(p))) return false;
  const classes = classesNamedIn(said);
  if ([...classesNamedIn(question)].some((c) => !classes.has(c))) return false;
  const kept = own.flatMap((a) => a.focus).filter((c) => c.weight >= HEAVY);
  const put = asks.flatMap((a) => a.focus).filter((c) => c.weight >= HEAVY);
  return kept.every((c) => speaksOf(question, c)) && put.every((c) => speaksOf(said, c) || own.length === 0);
}

const adcodesIn = (text: string): string[] =>
  regionsNamedIn(text).flatMap((m) => m.candidates.map((c) => c.adcode));

const speaksOf = (text: string, { surface, alternatives }: Ask['focus'][number]): boolean =>
  text.includes(surface) || alternatives.some((a) => text.includes(a));
