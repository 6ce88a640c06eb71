import { characterRarity } from './characters.js';
import { type DenseIndex, denseIndex, latentDense } from './dense.js';
import { buildPostings, type Postings, type Rows } from './postings.js';
import { termKeys } from './tokens.js';
import type { Chunk } from './types.js';
import { emptyVocabulary, intern, type Vocabulary } from './vocabulary.js';

/** Everything a search reads; nothing in it changes once built. */
export interface SearchIndex {
  /** Those of one document stand together, in its order. */
  chunks: readonly Chunk[];
  documentIds: readonly string[];
  /** Index into `documentIds` of each chunk. */
  documentOf: Uint32Array;
  vocabulary: Vocabulary;
  /** Terms in reading order of each chunk, its context, and each document; a chunk's are a part of its document's. */
  rows: { text: Rows; context: Rows; document: Rows };
  /** BM25 over each of the three. */
  text: Postings;
  context: Postings;
  document: Postings;
  /** idf of single characters among the chunks. */
  characters: Float32Array;
  /** Null where there are no vectors. */
  dense: DenseIndex | null;
}

/** Vectors of the chunks that another embedder made, one a chunk in the order given. */
export interface ChunkVectors {
  embedderId: string;
  vectors: readonly Float32Array[];
}

interface BuildOptions {
  /** By default the built-in embedder is trained on the chunks; null leaves the dense part out. */
  vectors?: ChunkVectors | null;
}

/** Dimension of the built-in embedder's vectors. */
const LATENT_DIMENSION = 64;

/** Term keys of a chunk: of its text, of its context, and how many of the text's repeat the chunk before. */
interface ChunkKeys {
  text: Int32Array;
  context: Int32Array;
  repeated: number;
}

function chunkKeys(chunk: Chunk): ChunkKeys {
  return {
    text: termKeys(chunk.text),
    context: termKeys(chunk.context),
    repeated: chunk.overlap === 0 ? 0 : termKeys(chunk.text.slice(0, chunk.overlap)).length,
  };
}

/** Length normalisation (BM25's b) of chunks, contexts and documents. */
const B = { text: 0.5, context: 0.5, document: 0.6 };

export function buildIndex(input: readonly Chunk[], { vectors }: BuildOptions = {}): SearchIndex {
  const { chunks, documentIds, documentOf, order } = byDocument(input);
  const keys = chunks.map(chunkKeys);
  const vocabulary = emptyVocabulary();
  const rows = {
    text: emptyRows(
      chunks.length,
      sum(keys, ({ text, repeated }) => text.length - repeated),
    ),
    context: emptyRows(
      chunks.length,
      sum(keys, ({ context }) => context.length),
    ),
    document: emptyRows(documentIds.length, 0),
  };
  rows.document.terms = rows.text.terms;
  let text = 0;
  let context = 0;
  for (const [i, chunk] of keys.entries()) {
    const document = documentOf[i] ?? 0;
    if (i === 0 || documentOf[i - 1] !== document) rows.document.begins[document] = text;
    rows.text.begins[i] = text - chunk.repeated;
    for (let at = chunk.repeated; at < chunk.text.length; at++) {
      rows.text.terms[text++] = intern(vocabulary, chunk.text[at] ?? 0);
    }
    rows.text.ends[i] = rows.document.ends[document] = text;
    rows.context.begins[i] = context;
    for (const key of chunk.context) rows.context.terms[context++] = intern(vocabulary, key);
    rows.context.ends[i] = context;
  }
  const textPostings = buildPostings(rows.text, vocabulary.size, B.text);
  return {
    chunks,
    documentIds,
    documentOf,
    vocabulary,
    rows,
    text: textPostings,
    context: buildPostings(rows.context, vocabulary.size, B.context),
    document: buildPostings(rows.document, vocabulary.size, B.document),
    characters: characterRarity(chunks.map(({ text }) => text)),
    dense:
      vectors === undefined
        ? latentDense(rows.text, textPostings, LATENT_DIMENSION)
        : vectors && givenDense(vectors, order),
  };
}

function givenDense({ embedderId, vectors }: ChunkVectors, order: readonly number[]): DenseIndex {
  const dimension = vectors[0]?.length ?? 0;
  const all = new Float32Array(order.length * dimension);
  for (const [to, from] of order.entries()) {
    const vector = vectors[from];
    if (vector?.length !== dimension)
      throw new RangeError(`index: chunk ${from} has no vector of ${dimension}`);
    all.set(vector, to * dimension);
  }
  return denseIndex(embedderId, dimension, all, null);
}

function byDocument(
  input: readonly Chunk[],
): Pick<SearchIndex, 'chunks' | 'documentIds' | 'documentOf'> & { order: readonly number[] } {
  const numbers = new Map<string, number>();
  const numberOf = input.map(({ documentId }) => {
    const number = numbers.get(documentId) ?? numbers.size;
    numbers.set(documentId, number);
    return number;
  });
  const order = input.map((_, i) => i).sort((a, b) => (numberOf[a] ?? 0) - (numberOf[b] ?? 0) || a - b);
  return {
    chunks: order.flatMap((i) => input[i] ?? []),
    documentIds: [...numbers.keys()],
    documentOf: Uint32Array.from(order, (i) => numberOf[i] ?? 0),
    order,
  };
}

function emptyRows(owners: number, terms: number): Rows {
  return {
    terms: new Uint32Array(terms),
    begins: new Uint32Array(owners),
    ends: new Uint32Array(owners),
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
