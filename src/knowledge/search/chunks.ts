import type { PolicyDocument } from '../types.js';
import { cutPassages, type PassageSize } from './passages.js';
import type { Chunk } from './types.js';

/** A clause longer than this is parted at sentence ends. */
const CLAUSE_SIZE: PassageSize = { limit: 400, overlap: 80 };
/** Passages of plain text. */
const PASSAGE_SIZE: PassageSize = { limit: 400, overlap: 150 };
const LONGEST_TITLE = 80;

/** Chunks of a policy: each clause that is evidence, long ones in parts. */
export function chunksOfPolicy({ meta, clauses }: PolicyDocument): Chunk[] {
  return clauses
    .filter(({ kind }) => kind === 'clause' || kind === 'preamble')
    .flatMap((clause) =>
      cutPassages(clause.text, CLAUSE_SIZE).map(({ start, end, overlap }) => ({
        id: `${meta.id}#${clause.id}@${start}`,
        documentId: meta.id,
        clauseId: clause.id,
        text: clause.text.slice(start, end),
        overlap,
        context: [meta.region.name, meta.title, ...clause.trail].join('。'),
        region: meta.region.adcode,
        status: meta.status,
      })),
    );
}

/** Chunks of plain text: passages of at most 400 characters, with the first line (at most 80) as context. */
export function chunksOfText(documentId: string, text: string, size: PassageSize = PASSAGE_SIZE): Chunk[] {
  const title = /\S[^\n。！？]*/u.exec(text)?.[0].slice(0, LONGEST_TITLE).trim() ?? '';
  return cutPassages(text, size).map(({ start, end, overlap }) => ({
    id: `${documentId}@${start}`,
    documentId,
    clauseId: null,
    text: text.slice(start, end),
    overlap,
    context: title,
    region: null,
    status: 'unknown',
  }));
}
