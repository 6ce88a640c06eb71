import { join } from 'node:path';
import { holds } from '../../evals/support/report.js';
import { readConfig } from '../config.js';
import { openHouse } from '../open-house.js';
import { ROOT } from '../root.js';

/** Runs the evaluations. Throws when a measure is worse than its floor. */
export async function evaluate(components: string[], options: { json?: true }): Promise<void> {
  const { evaluate: run } = await import('../../evals/run.js');
  const house = await openHouse(join(ROOT, 'corpus'), join(readConfig().YIWEN_DATA, 'index'));
  const reports = await run(components, house, new Date().toISOString());
  if (options.json) process.stdout.write(`${JSON.stringify(reports)}\n`);
  for (const { component, cases, measures } of reports) {
    process.stderr.write(`${component} (${cases})\n`);
    for (const m of measures) {
      const value = m.unit === 'share' ? `${(100 * m.value).toFixed(1)}%` : String(m.value);
      process.stderr.write(`  ${holds(m) ? 'ok  ' : 'FAIL'} ${m.name} ${value}\n`);
    }
  }
  const failed = reports.flatMap((r) =>
    r.measures.filter((m) => !holds(m)).map((m) => `${r.component}: ${m.name}`),
  );
  if (failed.length > 0) throw new Error(`低于下限：${failed.join('；')}。报告在 evals/report/index.html`);
}
