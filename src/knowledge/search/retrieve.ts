import { z } from 'zod';
import { chunksOfText } from './chunks.js';
import { buildIndex, type SearchIndex } from './index.js';
import { search } from './search.js';
import type { Chunk, Hit } from './types.js';

const documentSchema = z.looseObject({ id: z.string().min(1), text: z.string() });
const questionSchema = z.looseObject({ id: z.string().min(1), question: z.string() });

/** Lines of a file and the name it is known by in errors. */
export interface Lines {
  name: string;
  lines: Iterable<string> | AsyncIterable<string>;
}

/** A line that cannot be used; the message names file, line and reason. */
export class LineError extends Error {}

export interface Retrieved {
  id: string;
  /** Documents, best first. */
  ranked: string[];
  /** The best passages of the whole collection, best first, each of at most 400 characters. */
  passages: { docId: string; text: string }[];
}

/** Hits looked at for each document wanted, since several may be of one document. */
const HITS_PER_DOCUMENT = 5;

/**
 * Indexes `{"id","text"}` lines and answers `{"id","question"}` lines in their order.
 * @param top documents and passages wanted for each question, at least 1
 * @throws LineError for a line that is not such an object, and for an id that comes twice
 */
export async function* retrieve(documents: Lines, questions: Lines, top: number): AsyncGenerator<Retrieved> {
  const index = buildIndex(await chunksOf(documents));
  for await (const { value } of parseLines(questions, questionSchema)) {
    yield answer(index, value.id, value.question, top);
  }
}

function answer(index: SearchIndex, id: string, question: string, top: number): Retrieved {
  const hits = search(index, { text: question }, { limit: top * HITS_PER_DOCUMENT });
  const ranked = [...new Set(hits.map(({ chunk }) => chunk.documentId))].slice(0, top);
  const passages = hits
    .slice(0, top)
    .map(({ chunk }: Hit) => ({ docId: chunk.documentId, text: chunk.text }));
  return { id, ranked, passages };
}

async function chunksOf(documents: Lines): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const seen = new Set<string>();
  for await (const { number, value } of parseLines(documents, documentSchema)) {
    if (seen.has(value.id)) throw new LineError(`${documents.name}:${number}: id "${value.id}" comes twice`);
    seen.add(value.id);
    for (const chunk of chunksOfText(value.id, value.text)) chunks.push(chunk);
  }
  return chunks;
}

async function* parseLines<T>(
  { name, lines }: Lines,
  schema: z.ZodType<T>,
): AsyncGenerator<{ number: number; value: T }> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const text = number === 1 ? line.replace(/^\ufeff/u, '') : line;
    if (text.trim() === '') continue;
    yield { number, value: parseLine(`${name}:${number}`, text, schema) };
  }
}

function parseLine<T>(place: string, line: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineError(`${place}: not JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new LineError(`${place}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'invalid'}`);
}
