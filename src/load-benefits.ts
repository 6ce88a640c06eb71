import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBenefits } from './benefits/parse.js';
import type { Benefit } from './benefits/schema.js';

/** The benefits of every file of a folder; one that is absent holds none. Throws with the faulty file's name. */
export async function loadBenefits(folder: string): Promise<Benefit[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map(async (name) => {
        const text = await readFile(join(folder, name), 'utf8');
        try {
          return parseBenefits(text);
        } catch (error) {
          throw new Error(`${join(folder, name)}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }),
  );
  return files.flat();
}
