import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Chunk } from './types.js';

/** Changed whenever what is stored, or how text becomes terms or vectors, changes. */
export const FORMAT = 1;

const sectionSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['u32', 'i32', 'f32']),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
});

const countsSchema = z.strictObject({ vocabulary: z.int().nonnegative() });

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Of everything below that the index was made from. */
  hash: z.string(),
  embedderId: z.string().nullable(),
  /** Hash of the chunks of each document, by its id. */
  documents: z.record(z.string(), z.string()),
  counts: countsSchema,
  dense: z.strictObject({ dimension: z.int().positive(), model: z.boolean() }).nullable(),
  sections: z.array(sectionSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What a stored index has to have been built from to be up to date. */
export interface IndexSource {
  hash: string;
  embedderId: string | null;
  documents: Record<string, string>;
}

/** @param embedderId null where the index has no vectors */
export function sourceOf(chunks: readonly Chunk[], embedderId: string | null): IndexSource {
  const parts = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = parts.get(chunk.documentId);
    if (group) group.push(chunk);
    else parts.set(chunk.documentId, [chunk]);
  }
  const documents = Object.fromEntries([...parts].map(([id, group]) => [id, sha256(JSON.stringify(group))]));
  return { hash: sha256(JSON.stringify([FORMAT, embedderId, documents])), embedderId, documents };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
