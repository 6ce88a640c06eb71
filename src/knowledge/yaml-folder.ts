import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface YamlFile {
  path: string;
  text: string;
}

/** The YAML files of a folder, by name. A folder that is absent holds none. */
export async function readYamlFolder(folder: string): Promise<YamlFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
