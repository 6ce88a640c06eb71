import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { z } from 'zod';
import { readClauses } from './reading/read.js';
import type { DocumentMeta, PolicyDocument } from './types.js';

const day = z.iso.date();
const regionSchema = z.strictObject({
  name: z.string().min(2),
  adcode: z.string().regex(/^\d{6}$/),
  level: z.enum(['province', 'city', 'county']),
});
const metaSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(1),
  number: z.string().min(1).nullable(),
  issuers: z.array(z.string().min(1)),
  region: regionSchema,
  issued: day.nullable(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  status: z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']),
  supersedes: z.array(z.string().min(1)),
  source: z.string().min(1).nullable(),
});

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** A corpus that cannot be used as it stands: the message names the file and the reason. */
export class CorpusError extends Error {
  override name = 'CorpusError';
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** Every `*.md` of a directory, by id. Throws `CorpusError`; a directory without documents is an empty corpus. */
export async function loadCorpus(dir: string): Promise<PolicyDocument[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const document = parseDocument(join(dir, file), await readFile(join(dir, file), 'utf8'));
      if (`${document.meta.id}.md` !== file)
        throw new CorpusError(join(dir, file), `the id is ${document.meta.id}`);
      return document;
    }),
  );
}

/** A document from the content of its corpus file; `file` is for messages. Throws `CorpusError`. */
export function parseDocument(file: string, content: string): PolicyDocument {
  const match = FRONT_MATTER.exec(content);
  if (match === null) throw new CorpusError(file, 'no front matter between --- lines');
  const meta = parseMeta(file, match[1] ?? '');
  const text = content.slice(match[0].length).replaceAll('\r\n', '\n').trim();
  if (text === '') throw new CorpusError(file, 'no text after the front matter');
  return { meta, text, clauses: readClauses(text, meta.id) };
}

function parseMeta(file: string, yaml: string): DocumentMeta {
  let raw: unknown;
  try {
    raw = load(yaml);
  } catch (error) {
    throw new CorpusError(
      file,
      `front matter is no YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = metaSchema.safeParse(raw);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
  );
  throw new CorpusError(file, issues.join('; '));
}

/** The content of a corpus file; `parseDocument` reads it back. */
export function formatDocument(meta: DocumentMeta, text: string): string {
  return `---\n${dump(meta, { lineWidth: -1 })}---\n${text}\n`;
}
