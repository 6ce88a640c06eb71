import { massOf, shared, union } from '../gist.js';
import type { Ground } from '../ground.js';
import type { Piece } from '../pieces.js';
import { sameMeasure } from '../quantities.js';
import { HEDGES, QUALIFIERS, SILENCE, WISHES } from '../words.zh.js';
import type { Claim, Stopped } from './gate.js';

/** So much of what a piece of the rule speaks of must come back, whatever the words. */
const KEPT = 0.3;
/** Pieces that speak of less have nothing to lose but their qualifiers. */
const LEAST_MASS = 2;

/** A sentence that says which units are in charge, or that something is left open, limits nobody. */
const AT_LEISURE = /负责|牵头|配合|可以问|请问|请打|归谁/u;

/** Which limiting words of what was used the claims have not said yet; null where all are said. */
export function conditions(claims: readonly Claim[]): Stopped | null {
  const used = new Set(claims.flatMap((c) => c.grounds));
  for (const ground of used) {
    const own = claims.filter((c) => c.grounds.includes(ground));
    const stopped = kept(ground, own);
    if (stopped !== null) return stopped;
  }
  return null;
}

function kept(ground: Ground, claims: readonly Claim[]): Stopped | null {
  const text = claims.map((c) => c.text).join('');
  const pieces = claims.flatMap((c) => c.pieces);
  const gist = union(pieces.map((p) => p.gist));
  const figures = pieces.flatMap((p) => p.quantities);
  if (WISHES.test(ground.item.plain) && !HEDGES.test(text)) return 'force';
  for (const [number, sentence] of ground.sentences.entries()) {
    if (SILENCE.test(sentence.text) || AT_LEISURE.test(sentence.text)) continue;
    const own = ground.plain.filter((p) => p.sentence === number);
    if (own.some((p) => !figuresKept(p, figures))) return 'condition';
    const lost = QUALIFIERS.some(({ says }) => says.test(sentence.text) && !says.test(text));
    if (lost) return 'condition';
    const gone = own.some(
      (p) => massOf(p.gist) >= LEAST_MASS && shared(p.gist, gist) < KEPT * massOf(p.gist),
    );
    if (gone) return 'condition';
  }
  return null;
}

const DATES = new Set(['year', 'month', 'day', 'clause', 'number']);

/** Every figure of the rule comes back, in whatever script. */
const figuresKept = (
  piece: Piece,
  said: readonly { value: number; measure: Piece['quantities'][0]['measure'] }[],
): boolean =>
  piece.quantities.every(
    (q) =>
      DATES.has(q.measure) ||
      q.value === 1 ||
      said.some((s) => Math.abs(s.value - q.value) < 1e-6 && sameMeasure(s.measure, q.measure)),
  );
