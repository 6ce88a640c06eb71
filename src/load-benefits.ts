import { parseBenefits } from './benefits/parse.js';
import type { Benefit } from './benefits/schema.js';
import { readYamlFolder } from './knowledge/yaml-folder.js';

/** The benefits of every file of a folder; one that is absent holds none. Throws with the faulty file's name. */
export async function loadBenefits(folder: string): Promise<Benefit[]> {
  const files = await readYamlFolder(folder);
  return files.flatMap(({ path, text }) => {
    try {
      return parseBenefits(text);
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
