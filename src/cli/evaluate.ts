import { join } from 'node:path';
import { type ComponentReport, holds } from '../../evals/support/report.js';
import type { House } from '../bot/house.js';
import { type Config, readConfig } from '../config.js';
import { loadPrompts } from '../load-prompts.js';
import { openHouse } from '../open-house.js';
import { openModels } from '../open-models.js';
import { ROOT } from '../root.js';

/** Runs the evaluations. Throws when a measure is worse than its floor. */
export async function evaluate(components: string[], options: { json?: true; model?: true }): Promise<void> {
  const config = readConfig();
  const house = await openHouse(join(ROOT, 'corpus'), join(config.YIWEN_DATA, 'index'));
  if (options.model) return compareWithModel(components, config, house);
  const { evaluate: run } = await import('../../evals/run.js');
  const reports = await run(components, { house }, new Date().toISOString());
  if (options.json) process.stdout.write(`${JSON.stringify(reports)}\n`);
  tell(reports);
  hold(reports, '。报告在 evals/report/index.html');
}

function hold(reports: readonly ComponentReport[], where: string): void {
  const failed = reports.flatMap((r) =>
    r.measures.filter((m) => !holds(m)).map((m) => `${r.component}: ${m.name}`),
  );
  if (failed.length > 0) throw new Error(`低于下限：${failed.join('；')}${where}`);
}

/** One line a measure, on stderr. */
function tell(reports: readonly ComponentReport[]): void {
  for (const { component, cases, measures } of reports) {
    process.stderr.write(`${component} (${cases})\n`);
    for (const m of measures) {
      const value = m.unit === 'share' ? `${(100 * m.value).toFixed(1)}%` : String(m.value);
      process.stderr.write(`  ${holds(m) ? 'ok  ' : 'FAIL'} ${m.name} ${value}\n`);
    }
  }
}

/** The components that talk, without and with the model that is configured, and what became of its words. */
async function compareWithModel(components: string[], config: Config, house: House): Promise<void> {
  const models = await openModels(config, () => loadPrompts(join(ROOT, 'prompts')));
  if (models === null) throw new Error('没有配置模型（MODEL_URL、MODEL_NAME）');
  const { compare } = await import('../../evals/run.js');
  const reports = await compare(components, { house, model: models.steps });
  models.close();
  tell(reports);
  const metrics = await models.registry.metrics();
  const used = metrics
    .split('\n')
    .filter((line) => /^yiwen_model_(calls|fallbacks|tokens)_total\{/u.test(line));
  for (const line of used) process.stderr.write(`${line}\n`);
  hold(reports, '');
}
