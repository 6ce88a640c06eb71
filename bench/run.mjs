import { readdir } from 'node:fs/promises';

/**
 * Runs every file here that exports `run()`, which resolves to rows `{ name, value, unit, limit? }`, and prints one
 * table. `npm run bench -- serve` runs one. Exit 1 when a value is above its limit.
 */
const here = new URL('./', import.meta.url);
const wanted = process.argv.slice(2);
const files = (await readdir(here)).filter((f) => f.endsWith('.mjs') && f !== 'run.mjs').sort();
let over = 0;
for (const file of files) {
  const bench = file.replace('.mjs', '');
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  const { run } = await import(new URL(file, here).href);
  if (typeof run !== 'function') continue;
  process.stdout.write(`${bench}\n`);
  for (const { name, value, unit, limit } of await run()) {
    const verdict = limit === undefined ? '' : value <= limit ? `  ok, limit ${limit}` : `  OVER ${limit}`;
    if (verdict.includes('OVER')) over++;
    process.stdout.write(`  ${name.padEnd(40)} ${value.toFixed(1).padStart(9)} ${unit}${verdict}\n`);
  }
}
process.exitCode = over > 0 ? 1 : 0;
