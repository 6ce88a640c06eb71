import type { Clause } from '../types.js';
import { definitionsIn } from './definitions.js';
import { departmentsOf } from './departments.js';
import { unflattened } from './flat.js';
import { type Part, partsOf } from './parts.js';
import { closingApart, membersApart, monstrousApart, paragraphItems } from './pieces.js';
import { type Item, isLoneHeading, itemsOf } from './tree.js';

type Role = Exclude<Part['role'], 'body'>;

const NAMES: Readonly<Record<Role, { id: string; path: string; kind: Clause['kind'] }>> = {
  letterhead: { id: 'head', path: '文头', kind: 'letterhead' },
  heading: { id: 'title', path: '标题', kind: 'heading' },
  signature: { id: 'sign', path: '落款', kind: 'signature' },
  annexes: { id: 'annexes', path: '附件目录', kind: 'heading' },
  members: { id: 'members', path: '名单', kind: 'members' },
  distribution: { id: 'cc', path: '抄送', kind: 'distribution' },
};

/**
 * A mended text (one paragraph a line) as clauses in reading order: every character, white space aside, in exactly
 * one clause, word for word, and every id once. Never throws; an empty text has no clauses. Linear in the text.
 */
export function readClauses(text: string, documentId: string): Clause[] {
  const lines = text
    .split('\n')
    .flatMap(unflattened)
    .filter((line) => line.trim() !== '');
  const parts = partsOf(lines);
  const annexes = Math.max(0, ...parts.map((part) => part.annex ?? 0));
  const used = new Map<string, number>();
  return parts.flatMap((part) =>
    itemsOfPart(part).map((item) => clauseOf(inAnnex(item, part.annex, annexes), documentId, used)),
  );
}

function itemsOfPart({ role, lines }: Part): Item[] {
  if (role !== 'body') return [{ ...NAMES[role], trail: [], paragraphs: lines }];
  const items = itemsOf(lines);
  if (items.every((item) => item.kind === 'preamble')) return paragraphItems(lines);
  const last = items.at(-1);
  const hasArticles = items.some(({ path }) => path.endsWith('条'));
  const parted = last === undefined || hasArticles ? items : [...items.slice(0, -1), ...closingApart(last)];
  return parted
    .map((item, i) => (isLoneHeading(item, parted[i + 1]) ? { ...item, kind: 'heading' as const } : item))
    .flatMap(membersApart)
    .flatMap(monstrousApart);
}

/** `a1.2.1`, `附件 二、（一）`; where there are several annexes, `附件2 …`. */
function inAnnex(item: Item, annex: number | null, annexes: number): Item {
  if (annex === null) return item;
  const name = annexes > 1 ? `附件${annex}` : '附件';
  return {
    ...item,
    id: `a${annex}.${item.id}`,
    path: item.kind === 'members' ? name : `${name} ${item.path}`,
  };
}

/** A document that uses a number twice gets `2.1-2` for the second: an id names one clause. */
function clauseOf(item: Item, documentId: string, used: Map<string, number>): Clause {
  const count = (used.get(item.id) ?? 0) + 1;
  used.set(item.id, count);
  const text = item.paragraphs.join('\n');
  const proves = item.kind === 'clause' || item.kind === 'preamble';
  return {
    id: count === 1 ? item.id : `${item.id}-${count}`,
    documentId,
    path: item.path,
    trail: item.trail,
    kind: item.kind,
    text,
    departments: proves ? departmentsOf(text) : [],
    definitions: proves ? definitionsIn(text) : [],
  };
}
