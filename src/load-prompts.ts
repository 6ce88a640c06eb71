import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a model is told for each of its uses (`prompts/`); versions and what justified them: docs/models.md. */
export interface Prompts {
  understand: string;
  rerank: string;
  compose: string;
}

export async function loadPrompts(folder: string): Promise<Prompts> {
  const read = (name: string): Promise<string> => readFile(join(folder, `${name}.zh.md`), 'utf8');
  const [understand, rerank, compose] = await Promise.all([
    read('understand'),
    read('rerank'),
    read('compose'),
  ]);
  return { understand, rerank, compose };
}
