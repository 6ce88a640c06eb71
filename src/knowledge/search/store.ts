import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openGraph } from './dense.js';
import { syncDirectory, writeDurably } from './durable.js';
import type { SearchIndex } from './index.js';
import { FORMAT, type IndexSource, type Manifest, manifestSchema } from './manifest.js';
import type { Postings, Rows } from './postings.js';
import { pack, type SectionArray, unpack } from './sections.js';
import type { Chunk } from './types.js';

/**
 * A stored index is a directory named by the hash of what it was made from; `CURRENT` names the one in use. Each is
 * written under another name and renamed when it is whole and on the disk, so that one half written is never opened.
 */
const CURRENT = 'CURRENT';
const PARTIAL = '.partial-';

const statusSchema = z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']);
const chunkSchema: z.ZodType<Chunk> = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  clauseId: z.string().nullable(),
  text: z.string(),
  overlap: z.int().nonnegative(),
  context: z.string(),
  region: z.string().nullable(),
  status: statusSchema,
});
const chunksSchema = z.array(chunkSchema);

/** Stores the index and makes it the current one; what is older goes. */
export function storeIndex(directory: string, index: SearchIndex, source: IndexSource): void {
  mkdirSync(directory, { recursive: true });
  const partial = join(directory, PARTIAL + randomBytes(8).toString('hex'));
  mkdirSync(partial);
  const { sections, bytes } = pack(arraysOf(index));
  const manifest: Manifest = {
    format: FORMAT,
    ...source,
    counts: { vocabulary: index.vocabulary.size },
    dense: index.dense && { dimension: index.dense.dimension, model: index.dense.model !== null },
    sections,
  };
  writeDurably(join(partial, 'arrays.bin'), bytes);
  writeDurably(join(partial, 'chunks.json'), JSON.stringify(index.chunks));
  if (index.dense) {
    const graph = join(partial, 'graph.hnsw');
    index.dense.graph.writeIndexSync(graph);
    writeDurably(graph, readFileSync(graph));
  }
  writeDurably(join(partial, 'manifest.json'), JSON.stringify(manifest));
  moveTo(partial, join(directory, source.hash));
  const next = `${partial}.next`;
  writeDurably(next, source.hash);
  renameSync(next, join(directory, CURRENT));
  syncDirectory(directory);
  for (const name of readdirSync(directory)) {
    if (name === CURRENT || name === source.hash || isBeingWritten(directory, name)) continue;
    remove(join(directory, name));
  }
}

/** Longer than any index takes to be written, in ms: what is older was left by a process that was killed. */
const LONGEST_WRITING = 600_000;

/** Whether another process may be writing it just now: several may begin at once on a new folder. */
function isBeingWritten(directory: string, name: string): boolean {
  if (!name.startsWith(PARTIAL)) return false;
  const written = statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written < LONGEST_WRITING;
}

/** Puts a whole index in its place; where another process has just put the same there, that one stays. */
function moveTo(partial: string, home: string): void {
  const before = `${partial}.before`;
  try {
    renameSync(home, before);
  } catch {
    // There is none yet.
  }
  try {
    renameSync(partial, home);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    remove(partial);
  }
  remove(before);
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

/** Manifest of the current index; null where there is none that this version can read. */
function readManifest(directory: string): Manifest | null {
  try {
    const hash = readFileSync(join(directory, CURRENT), 'utf8');
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const parsed = manifestSchema.safeParse(
      JSON.parse(readFileSync(join(directory, hash, 'manifest.json'), 'utf8')),
    );
    return parsed.success && parsed.data.hash === hash ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the current index was made from just this. */
export function isFresh(directory: string, source: IndexSource): boolean {
  return readManifest(directory)?.hash === source.hash;
}

/** The current index; null where there is none, or it is damaged. */
export function openIndex(directory: string): SearchIndex | null {
  const manifest = readManifest(directory);
  if (manifest === null) return null;
  try {
    return readIndex(join(directory, manifest.hash), manifest);
  } catch {
    return null;
  }
}

function arraysOf(index: SearchIndex): Record<string, SectionArray> {
  const { vocabulary, rows, dense } = index;
  const arrays: Record<string, SectionArray> = {
    documentOf: index.documentOf,
    'vocabulary.keys': vocabulary.keys.subarray(0, vocabulary.size),
    'vocabulary.slots': vocabulary.slots,
    'rows.text.terms': rows.text.terms,
    'rows.context.terms': rows.context.terms,
    characters: index.characters,
  };
  for (const field of ['text', 'context', 'document'] as const) {
    arrays[`rows.${field}.begins`] = rows[field].begins;
    arrays[`rows.${field}.ends`] = rows[field].ends;
    for (const part of ['starts', 'owners', 'weights', 'idf'] as const)
      arrays[`${field}.${part}`] = index[field][part];
  }
  if (dense) arrays.vectors = dense.vectors;
  if (dense?.model) {
    arrays['model.rowOf'] = dense.model.rowOf;
    arrays['model.vectors'] = dense.model.vectors;
  }
  return arrays;
}

function readIndex(home: string, manifest: Manifest): SearchIndex {
  const { u32, i32, f32 } = unpack(manifest.sections, readFileSync(join(home, 'arrays.bin')));
  const chunks = chunksSchema.parse(JSON.parse(readFileSync(join(home, 'chunks.json'), 'utf8')));
  const rows = (field: string, terms: Uint32Array): Rows => ({
    terms,
    begins: u32(`rows.${field}.begins`),
    ends: u32(`rows.${field}.ends`),
  });
  const postings = (field: string): Postings => ({
    starts: u32(`${field}.starts`),
    owners: u32(`${field}.owners`),
    weights: f32(`${field}.weights`),
    idf: f32(`${field}.idf`),
  });
  const text = rows('text', u32('rows.text.terms'));
  const { dense } = manifest;
  return {
    chunks,
    documentIds: [...new Set(chunks.map(({ documentId }) => documentId))],
    documentOf: u32('documentOf'),
    vocabulary: {
      size: manifest.counts.vocabulary,
      keys: i32('vocabulary.keys'),
      slots: i32('vocabulary.slots'),
    },
    rows: {
      text,
      context: rows('context', u32('rows.context.terms')),
      document: rows('document', text.terms),
    },
    text: postings('text'),
    context: postings('context'),
    document: postings('document'),
    characters: f32('characters'),
    dense: dense && {
      embedderId: manifest.embedderId ?? '',
      dimension: dense.dimension,
      vectors: f32('vectors'),
      graph: openGraph(join(home, 'graph.hnsw'), dense.dimension),
      model: dense.model
        ? { dimension: dense.dimension, rowOf: i32('model.rowOf'), vectors: f32('model.vectors') }
        : null,
    },
  };
}
