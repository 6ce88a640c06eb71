import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeDurably } from './search/durable.js';

/** Raised when what is derived changes, or how, so that nothing made by an older program is read. */
const FORM = 2;

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
 * What `make` makes of sources with this hash, plain data and typed arrays, kept in `file` as the engine serialises
 * it: reading it back takes a tenth of the time. A file that is missing, damaged or of other sources or engines is
 * made anew; it appears whole or not at all.
 */
export async function derived<T>(file: string, hash: string, make: () => Promise<T>): Promise<T> {
  try {
    const stored = deserialize(readFileSync(file)) as { hash: string; value: T };
    if (stored.hash === hash) return stored.value;
  } catch {
    // Made below.
  }
  const value = await make();
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeDurably(unfinished, serialize({ hash, value }));
  renameSync(unfinished, file);
  return value;
}
