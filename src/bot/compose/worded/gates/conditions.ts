import { type Gist, likeness, massOf, names, shared, union } from '../gist.js';
import type { Ground } from '../ground.js';
import type { Piece } from '../pieces.js';
import { sameMeasure } from '../quantities.js';
import { HEDGES, QUALIFIERS, SILENCE, WISHES } from '../words.zh.js';
import type { Claim, Stopped } from './gate.js';

/** So much of what a piece of the rule speaks of must come back, whatever the words. */
const KEPT = 0.2;
/** Of longer pieces, which share more with their neighbours. */
const MOSTLY_KEPT = 0.3;
const MUCH = 6;
/** Pieces that speak of less have nothing to lose but their qualifiers. */
const LEAST_MASS = 2;
/** A claim that is so alike a sentence of the rule says it, or a part of it. */
const RELATED = 0.35;

/** Headings of a rule's outcome (`replies.zh.ts`). */
const LABELS = /对得上的条件|还要看|差在这里|前提|规定是|按您说的/gu;
const LABELLED =
  /^(?:对得上的条件|还要看|差在这里|前提|规定是|按您说的|可以享受|可能可以享受|现在还不符合)$/u;

/** A sentence that says which units are in charge limits nobody. */
const AT_LEISURE = /负责|牵头|配合|可以问|请问|请打|归谁/u;

/** So nearly as alike as the sentence it is most like: a claim that merges two says both. */
const NEAR = 0.15;

/** Which limiting words of what was used the claims have not said yet; null where all are said. */
export function conditions(claims: readonly Claim[]): Stopped | null {
  for (const ground of new Set(claims.flatMap((c) => c.grounds))) {
    const own = claims.filter((c) => c.grounds.includes(ground)).map((claim) => likened(claim, ground));
    if (WISHES.test(ground.item.plain) && !own.some(({ claim }) => HEDGES.test(claim.text))) return 'force';
    for (const [number, sentence] of ground.sentences.entries()) {
      if (AT_LEISURE.test(sentence.text)) continue;
      const related = own.filter(({ likes, most }) => (likes[number] ?? 0) >= Math.max(RELATED, most - NEAR));
      const pieces = ground.plain.filter((p) => p.sentence === number && !SILENCE.test(p.text));
      const said = (related.length > 0 ? related : own).map((s) => s.claim);
      if (pieces.length > 0 && !kept(pieces, said)) return 'condition';
    }
  }
  return null;
}

/** How like a claim is to each sentence of the ground. */
function likened(claim: Claim, ground: Ground) {
  const gist = union(claim.pieces.map((p) => p.gist));
  const likes = ground.sentences.map((s) => likeness(gist, s.gist));
  return { claim, likes, most: Math.max(0, ...likes) };
}

function kept(pieces: readonly Piece[], claims: readonly Claim[]): boolean {
  const rule = pieces
    .map((p) => p.text)
    .join('，')
    .replace(LABELS, '');
  const text = claims.map((c) => c.text).join('');
  const said = claims.flatMap((c) => c.pieces);
  const gist = union(said.map((p) => p.gist));
  const figures = said.flatMap((p) => p.quantities);
  return (
    QUALIFIERS.every(({ says }) => !says.test(rule) || says.test(text)) &&
    gradesOf(rule).every((grade) => gradesOf(text).includes(grade)) &&
    pieces.every((p) => figuresKept(p, figures) && gistKept(p, gist))
  );
}

function gistKept({ gist, text }: Piece, said: Gist): boolean {
  const mass = massOf(gist);
  if (!names(gist) || LABELLED.test(text) || mass < LEAST_MASS) return true;
  return shared(gist, said) >= (mass < MUCH ? KEPT : MOSTLY_KEPT) * mass;
}

/** 二级及以上: a grade with its bound. */
const gradesOf = (text: string): string[] =>
  [...text.matchAll(/([一二三])级(?:及|或)?(?:者)?以([上下])/gu)].map(
    ([, grade, bound]) => `${grade}${bound}`,
  );

const DATES: ReadonlySet<string> = new Set(['year', 'month', 'day', 'clause', 'number']);

/** Every figure of the rule comes back, in whatever script. */
const figuresKept = (piece: Piece, said: readonly Piece['quantities'][number][]): boolean =>
  piece.quantities.every(
    (q) =>
      DATES.has(q.measure) ||
      (q.value === 1 && q.bound === 'exact') ||
      said.some(
        (s) =>
          Math.abs(s.value - q.value) < 1e-6 &&
          sameMeasure(s.measure, q.measure) &&
          (q.value !== 1 || s.bound === q.bound),
      ),
  );
