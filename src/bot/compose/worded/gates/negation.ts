import { likeness, names } from '../gist.js';
import type { Ground } from '../ground.js';
import type { Piece } from '../pieces.js';
import { ALIKE, type Claim, type Stopped } from './gate.js';

/**
 * What the clause allows is not denied, what it forbids not allowed. Pieces that speak of the same are taken together,
 * however they were merged or parted: they must deny as often as the source does, or as often but for pairs (不得不).
 */
export function negation(claims: readonly Claim[]): Stopped | null {
  for (const ground of new Set(claims.flatMap((c) => c.grounds))) {
    const said = claims.filter((c) => c.grounds.includes(ground)).flatMap((c) => c.pieces);
    if (
      turned(
        said.filter((p) => names(p.gist)),
        ground,
      )
    )
      return 'negation';
  }
  return null;
}

function turned(said: readonly Piece[], ground: Ground): boolean {
  const sources = ground.plain.filter((s) => names(s.gist));
  const links = said.map((piece) => sources.filter((s) => likeness(piece.gist, s.gist) >= ALIKE));
  const left = new Set(said.keys());
  while (left.size > 0) {
    const [first = 0] = left;
    const { pieces, matched } = together(first, said, links);
    for (const at of pieces) left.delete(at);
    const claimed = sum([...pieces].map((at) => said[at]?.denials ?? 0));
    const held = sum([...matched].map((s) => s.denials));
    const again = [...pieces].some((at) => said[at]?.again === true);
    if (matched.size > 0 ? (claimed - held) % 2 !== 0 && !again : claimed > 0 && !deniesAnywhere(ground))
      return true;
  }
  return false;
}

/** The pieces that hang together with one by the sources they share, and those sources. */
function together(first: number, said: readonly Piece[], links: readonly (readonly Piece[])[]) {
  const pieces = new Set([first]);
  const matched = new Set<Piece>();
  for (const at of pieces) {
    for (const source of links[at] ?? []) {
      if (matched.has(source)) continue;
      matched.add(source);
      for (const other of said.keys()) if (links[other]?.includes(source)) pieces.add(other);
    }
  }
  return { pieces, matched };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const deniesAnywhere = (ground: Ground): boolean =>
  [...ground.plain, ...ground.quoted].some((p) => p.denials > 0);
