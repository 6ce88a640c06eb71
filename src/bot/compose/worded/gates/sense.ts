import { type Gist, gistOf, likeness, massOf, shared } from '../gist.js';
import type { Ground } from '../ground.js';
import type { Piece } from '../pieces.js';
import { DONE, HEDGES, QUALIFIERS, SILENCE, WIDENS, WISHES } from '../words.zh.js';
import type { Claim, Gate } from './gate.js';

/** So alike two pieces must be to say the same thing of the same matter. */
const ALIKE = 0.55;

const sourcesOf = (claim: Claim): readonly Piece[] => claim.grounds.flatMap((g) => [...g.plain, ...g.quoted]);

/** What the clause allows is not denied, what it forbids not allowed. */
export const negation: Gate = (claim) => {
  const sources = sourcesOf(claim);
  for (const piece of claim.pieces) {
    if (massOf(piece.gist) < 1) continue;
    const alike = sources.filter((s) => likeness(piece.gist, s.gist) >= ALIKE && massOf(s.gist) >= 1);
    if (alike.length > 0 && !alike.some((s) => s.denies === piece.denies)) return 'negation';
    if (alike.length === 0 && piece.denies && !anyDenies(claim.grounds)) return 'negation';
  }
  return null;
};

const anyDenies = (grounds: readonly Ground[]): boolean =>
  grounds.some((g) => g.plain.some((p) => p.denies) || g.quoted.some((p) => p.denies));

/** A wish, an aim or a trial is told as one; nothing is done or sure that the clause does not call so. */
export const force: Gate = (claim) => {
  const held = claim.grounds.map((g) => g.text).join('');
  if (DONE.test(claim.text) && !DONE.test(held)) return 'force';
  const gist = union(claim.pieces);
  const said = claim.grounds.flatMap((g) => g.sentences);
  const [best] = said.map((s) => ({ ...s, like: likeness(gist, s.gist) })).sort((a, b) => b.like - a.like);
  if (best === undefined || best.like < ALIKE) return null;
  return WISHES.test(best.text) && !HEDGES.test(claim.text) && !SILENCE.test(claim.text) ? 'force' : null;
};

const union = (pieces: readonly Piece[]): Gist => new Map(pieces.flatMap((p) => [...p.gist]));

/** What is open yet is not told as settled (按您说的，可能可以享受). */
export const outcome: Gate = (claim) => {
  const gist = union(claim.pieces);
  const open = claim.grounds
    .flatMap((g) => g.sentences)
    .filter((s) => MAYBE.test(s.text) && likeness(gist, s.gist) >= ALIKE);
  return open.length > 0 && !MAYBE.test(claim.text) ? 'outcome' : null;
};

const MAYBE = /可能|也许|或许|还要看|要看|还得看|得看|看看|不一定|说不准|未必|有希望|有机会|大概|还差|没定/u;

/** A rule for some is not made one for all, nor one for others. */
export const reach: Gate = ({ text, grounds }, { heard }) => {
  const held = grounds.map((g) => g.text).join('');
  if (WIDENS.test(text) && !WIDENS.test(held)) return 'widened';
  const strange = QUALIFIERS.some(
    ({ kind, says }) => kind === 'class' && says.test(text) && !says.test(held) && !says.test(heard.text),
  );
  return strange ? 'class' : null;
};

/** Words that any answer may use, and that promise nothing. */
const EVERYDAY =
  /您|你|我|咱|老人家|老人|大爷|大妈|阿姨|叔叔|可以|能|领|拿|给|发|钱|补贴|享受|政府|公家|国家|文件|规定|写|说|问|打听|打电话|找|去|到|办|当地|这里|那里|地方|情况|条件|符合|就是|也就是说|具体|部门|单位|机构|每|一|个|月|年|放心|清楚|明白|简单|总之|另外|还|如果|要是|的话|家里|自己|人|老|您家|事|要|得|有|是|在|由|管|负责|前提|注意|不过|但是/gu;

const STRANGE_SHARE = 0.6;
const STRANGE_MASS = 2.5;

/** Most of what a sentence says stands in its clauses or was said by the person. */
export const support: Gate = ({ text, pieces, grounds }, { lexicon, heard }) => {
  const rest = gistOf(text.replace(EVERYDAY, '，'), lexicon);
  const mass = massOf(rest);
  const held = Math.max(
    0,
    ...grounds.map((g) => shared(rest, g.gist)),
    shared(rest, new Map(grounds.flatMap((g) => [...g.gist]))),
  );
  const told = shared(rest, union(heard.pieces));
  const strange = mass - held - told;
  const core = pieces.some((p) =>
    grounds.some((g) => g.plain.some((s) => likeness(p.gist, s.gist) >= ALIKE)),
  );
  return strange > STRANGE_MASS && strange > STRANGE_SHARE * mass && !core ? 'invented' : null;
};
