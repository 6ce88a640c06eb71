import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GATE_TIME, run as judge } from '../dist/evals/models/run.js';
import { openHouse } from '../dist/src/open-house.js';

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));

/** What the gates cost an answer that a model worded, in processor time. */
export async function run() {
  const data = await mkdtemp(join(tmpdir(), 'yiwen-bench-'));
  try {
    const { measures } = await judge(await openHouse(CORPUS, join(data, 'index')));
    const value = measures.find(({ name }) => name === GATE_TIME)?.value;
    return [{ name: 'gates, an answer', value, unit: 'ms', limit: 3 }];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
