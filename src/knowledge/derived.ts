import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from './search/durable.js';

/** Raised when what is derived changes its form, so that nothing made by an older program is read. */
const FORM = 1;

/** Names and contents of every file below the folders and of the files given, and the form, as one hash. */
export async function sourceHash(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(`form ${FORM}`);
  for (const path of paths) {
    const names = await readdir(path).catch(() => null);
    const files = names === null ? [path] : names.sort().map((name) => join(path, name));
    for (const file of files) hash.update(`\n${file}\n`).update(await readFile(file).catch(() => ''));
  }
  return hash.digest('hex');
}

/**
 * What `make` makes of sources with this hash, as JSON in `file`: reading it back takes a tenth of the time. A file
 * that is missing, damaged or of other sources is made anew; it appears whole or not at all.
 */
export async function derived<T>(file: string, hash: string, make: () => Promise<T>): Promise<T> {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { hash: string; value: T };
    if (stored.hash === hash) return stored.value;
  } catch {
    // Made below.
  }
  const value = await make();
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeDurably(unfinished, JSON.stringify({ hash, value }));
  renameSync(unfinished, file);
  return value;
}
