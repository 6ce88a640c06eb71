import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ROOT } from '../../src/root.js';

/** The cases of a JSONL file under `evals/`. Throws with file and line when one does not fit. */
export function loadCases<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(join(ROOT, 'evals', file), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`evals/${file}:${i + 1}: ${parsed.error.message}`);
    return [parsed.data];
  });
}
