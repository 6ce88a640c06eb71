import type { Provision } from '../../knowledge/provisions/provision.js';
import type { PolicyDocument } from '../../knowledge/types.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import type { Ranked } from './rank.js';
import { HEAVY } from './select.js';

/** What of these policies was told before, where only a side of it is asked now (要钱不, 怎么申请). */
export function toldBefore(
  ask: Ask,
  policies: readonly PolicyDocument[],
  { provisions }: House,
): Provision[] {
  const { told = [] } = ask;
  if (told.length === 0) return [];
  return policies.flatMap(({ meta }) => provisions.of(meta.id)).filter(({ id }) => told.includes(id));
}

/**
 * Whether it may tell a side of what was told before: of the same clause, or of the same subject and with what is
 * wanted. The question alone would lead to whatever speaks of money.
 */
export function isOfTheSame(before: readonly Provision[]): (ranked: Ranked) => boolean {
  const clauses = new Set(before.map(placeOf));
  return ({ provision, signs, heaviestUnmet }) =>
    clauses.has(placeOf(provision)) || (signs.shape === 'met' && heaviestUnmet < HEAVY);
}

/** Of what is chosen to tell a side, the first, and what stands in the clauses that told of the subject. */
export function isSideBySide(before: readonly Provision[]): (ranked: Ranked, i: number) => boolean {
  const clauses = new Set(before.map(placeOf));
  return ({ provision }, i) => i === 0 || clauses.has(placeOf(provision));
}

const placeOf = ({ documentId, clause }: Provision): string => `${documentId} ${clause}`;
