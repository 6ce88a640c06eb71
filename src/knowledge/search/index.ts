import { buildPostings, type Postings } from './postings.js';
import { termKeys } from './tokens.js';
import type { Chunk } from './types.js';
import { emptyVocabulary, intern, type Vocabulary } from './vocabulary.js';

/** Everything a search reads; nothing in it changes once built. */
export interface SearchIndex {
  chunks: readonly Chunk[];
  documentIds: readonly string[];
  /** Index into `documentIds` of each chunk. */
  documentOf: Uint32Array;
  vocabulary: Vocabulary;
  /** BM25 over the chunks' text, their context, and whole documents. */
  text: Postings;
  context: Postings;
  documents: Postings;
}

/** Term keys of a chunk: of its text, of its context, and how many of the text's repeat the chunk before. */
export interface ChunkKeys {
  text: Int32Array;
  context: Int32Array;
  repeated: number;
}

export function chunkKeys(chunk: Chunk): ChunkKeys {
  return {
    text: termKeys(chunk.text),
    context: termKeys(chunk.context),
    repeated: chunk.overlap === 0 ? 0 : termKeys(chunk.text.slice(0, chunk.overlap)).length,
  };
}

export function buildIndex(chunks: readonly Chunk[]): SearchIndex {
  const vocabulary = emptyVocabulary();
  const documentNumbers = new Map<string, number>();
  const documentOf = new Uint32Array(chunks.length);
  const textRows: Uint32Array[] = [];
  const contextRows: Uint32Array[] = [];
  const documentRows: number[][] = [];
  for (const [i, chunk] of chunks.entries()) {
    const keys = chunkKeys(chunk);
    const document = documentNumbers.get(chunk.documentId) ?? documentNumbers.size;
    documentNumbers.set(chunk.documentId, document);
    documentOf[i] = document;
    const text = toIds(keys.text, vocabulary);
    textRows.push(text);
    contextRows.push(toIds(keys.context, vocabulary));
    const row = documentRows[document] ?? [];
    for (let at = keys.repeated; at < text.length; at++) row.push(text[at] ?? 0);
    documentRows[document] = row;
  }
  const terms = vocabulary.size;
  return {
    chunks,
    documentIds: [...documentNumbers.keys()],
    documentOf,
    vocabulary,
    text: buildPostings(textRows, terms, 0.5),
    context: buildPostings(contextRows, terms, 0.5),
    documents: buildPostings(
      documentRows.map((row) => Uint32Array.from(row)),
      terms,
      0.6,
    ),
  };
}

function toIds(keys: Int32Array, vocabulary: Vocabulary): Uint32Array {
  const ids = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) ids[i] = intern(vocabulary, keys[i] ?? 0);
  return ids;
}
