import type { Citation } from '../reply.js';

/** 来源 lines, one a clause, in the order of the citations. */
export function sourceLines(citations: readonly Citation[]): string[] {
  const lines = citations.map(
    (c) => `来源：《${c.title}》${c.document === c.title ? '' : `（${c.document}）`}${section(c.clause)}`,
  );
  return [...new Set(lines)];
}

/** Where to look, in words that can be read out: an item's running number above ten is left to the citation. */
const section = (path: string): string => path.replace(/(?<=）)[0-9]{2,}$/u, '');

/** Without repeats; those whose quote opens with a figure first, so that no two figures run together when read as one. */
export function inOrder(citations: readonly Citation[]): Citation[] {
  const key = (c: Citation): string => `${c.documentId}#${c.clauseId}#${c.quote}`;
  return citations
    .filter((c, i) => citations.findIndex((other) => key(other) === key(c)) === i)
    .sort((a, b) => Number(opensWithFigure(b)) - Number(opensWithFigure(a)));
}

const opensWithFigure = (c: Citation): boolean => /^[0-9０-９]/u.test(c.quote);
