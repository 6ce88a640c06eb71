import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBenefits } from '../../src/benefits/parse.js';
import type { Benefit } from '../../src/benefits/schema.js';

const FOLDER = 'corpus/benefits';

/** The benefits of the corpus by the adcode of their file. */
export async function benefitFiles(): Promise<Map<string, Benefit[]>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort();
  const files = names.map(async (name): Promise<[string, Benefit[]]> => {
    return [name.slice(0, -'.yaml'.length), parseBenefits(await readFile(join(FOLDER, name), 'utf8'))];
  });
  return new Map(await Promise.all(files));
}
