import type { House } from '../../src/bot/house.js';
import type { Models } from '../../src/open-models.js';
import { run as answers } from '../answers/run.js';
import type { ComponentReport } from '../support/report.js';

/** The answers without and with the model, and what it was used for: whether it does harm, and how often it is heard. */
export async function compare(
  house: House,
  models: Models,
): Promise<{ without: ComponentReport; with: ComponentReport; used: string[] }> {
  const without = await answers(house);
  const worded = await answers(house, models.steps);
  const metrics = await models.registry.metrics();
  const used = metrics
    .split('\n')
    .filter((line) => /^yiwen_model_(calls|fallbacks|tokens)_total\{/u.test(line));
  return { without, with: { ...worded, component: 'answers --model' }, used };
}
