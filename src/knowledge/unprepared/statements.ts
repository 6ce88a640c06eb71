import { withWideMarks } from '../../language/marks.js';
import { isEvidence } from '../library.js';
import type { Provision } from '../provisions/provision.js';
import { itemNumber } from '../reading/numbering.js';
import type { Segment } from '../segments.js';
import type { Clause, PolicyDocument } from '../types.js';

/** What a document states in one sentence, as a provision that nobody has put plainly, and what stands around it. */
export interface OwnStatement {
  provision: Provision;
  /** The sentence, with what it leans on or the list that it opens. */
  sentence: string;
  /** Headings from the top down, and the words that introduce the list that it is an item of. */
  heading: string;
  /** The sentences before and after it in its clause. */
  beside: string;
  /** Of the document: what it is about is said of all its sentences. */
  title: string;
}

/** 符合下列条件之一的： opens a list. */
const OPENS_LIST = /[：:]$/u;
/** Says nothing without the sentence before: 其中…, …享受前款优待. */
const LEANS =
  /^(?:其中|同时|上述|前述|前款|前项|该|此项|此类|对此|否则|逾期|其(?!他))|前款|前两款|前项|前述|上述/u;
/** 申请。 before what is said of it. */
const BARE = /^(?:[^，。；、：]*|[^，。；、：]{1,8}。)$/u;
/** 为做好…工作，结合实际，制定本方案。 */
const PREAMBLE = /^(?:为|根据|按照|依据).*制定(?:本|如下|以下)[^，。]{0,8}[。：:]?$/u;
/** Characters of a list that is told with the words that open it. */
const LONGEST_LIST = 360;
const LONGEST_LEAN = 200;

interface Listed {
  clause: Clause;
  segments: readonly Segment[];
}

/** The document's own statements, in reading order; `segmentsOf` parts a clause into sentences and list items. */
export function ownStatements(
  document: PolicyDocument,
  segmentsOf: (clause: Clause) => readonly Segment[],
): OwnStatement[] {
  const listed = document.clauses
    .filter(isEvidence)
    .map((clause) => ({ clause, segments: segmentsOf(clause) }));
  const leads = new Map(listed.map(({ clause, segments }) => [clause.id, leadOf(segments)]));
  return listed.flatMap((held, at) => {
    const lead = leads.get(parentOf(held.clause.id)) ?? null;
    const { trail } = held.clause;
    return held.segments.flatMap((_, i) => {
      const own = ownWords(held, i, itemsBelow(listed, at));
      if (own === null) return [];
      const quotes = i === 0 && lead !== null ? [lead, ...own] : own;
      return [
        {
          provision: provisionOf(held.clause, i, quotes),
          sentence: own.map(bare).join(''),
          heading: [...trail, lead ?? ''].join('。'),
          beside: [held.segments[i - 1], held.segments[i + 1]].map((s) => s?.text ?? '').join(''),
          title: document.meta.title,
        },
      ];
    });
  });
}

const parentOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));

/** The words with which a clause opens the list of the items below it. */
function leadOf(segments: readonly Segment[]): string | null {
  const last = segments.at(-1)?.text ?? '';
  return OPENS_LIST.test(last) ? last : null;
}

/** First sentences of the items right below a clause. */
function itemsBelow(listed: readonly Listed[], at: number): string[] {
  const id = listed[at]?.clause.id ?? '';
  const items: string[] = [];
  for (const { clause, segments } of listed.slice(at + 1)) {
    if (!clause.id.startsWith(`${id}.`)) break;
    const first = segments[0]?.text;
    if (parentOf(clause.id) === id && first !== undefined) items.push(first);
  }
  return items;
}

/** A sentence with what it leans on, or the list that it opens; null for a bare heading. */
function ownWords({ segments }: Listed, i: number, below: readonly string[]): string[] | null {
  const text = segments[i]?.text ?? '';
  const before = segments[i - 1]?.text;
  const own = bare(text);
  if (OPENS_LIST.test(text)) {
    const items = i === segments.length - 1 ? below : segments.slice(i + 1).map((s) => s.text);
    return [text, ...fitting(items, LONGEST_LIST - text.length)];
  }
  if (BARE.test(own) && segments.length > 1 && i === 0) return null;
  if (PREAMBLE.test(own)) return null;
  if (before !== undefined && LEANS.test(own) && before.length + text.length <= LONGEST_LEAN)
    return [before, text];
  return [text];
}

/** The first items that together hold so many characters, one at least. */
function fitting(items: readonly string[], most: number): string[] {
  let length = 0;
  return items.filter((item, i) => {
    length += item.length;
    return i === 0 || length <= most;
  });
}

function provisionOf(clause: Clause, i: number, quotes: string[]): Provision {
  const plain = quotes.map(bare).join('');
  return {
    id: `${clause.documentId}.${clause.id}.${i}`,
    documentId: clause.documentId,
    clause: clause.path,
    force: 'rule',
    for: ['person'],
    short: plain,
    plain,
    quotes,
    asks: [],
  };
}

/** Without white space and without the number in front (第六条, （一）), its marks in full width. */
function bare(text: string): string {
  return withWideMarks(text.slice(itemNumber(text)?.length ?? 0)).replace(/\s+/gu, '');
}
