import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../src/bot/house.js';
import { ROOT } from '../src/root.js';
import { run as answers } from './answers/run.js';
import { run as booking } from './booking/run.js';
import { component as guard } from './guard/component.js';
import { run as models } from './models/run.js';
import { run as phone } from './phone/run.js';
import { run as retrieval } from './retrieval/run.js';
import { reportPage } from './support/html.js';
import type { ComponentReport } from './support/report.js';

/** Each measures one component of the application that `app.ts` builds. */
export const COMPONENTS: Record<string, (house: House) => Promise<ComponentReport>> = {
  answers,
  booking,
  guard,
  models,
  phone,
  retrieval,
};

/** Runs the components and writes `evals/report/index.html` and `report.json`. */
export async function evaluate(
  names: readonly string[],
  house: House,
  at: string,
): Promise<ComponentReport[]> {
  const reports: ComponentReport[] = [];
  for (const name of names.length > 0 ? names : Object.keys(COMPONENTS)) {
    const component = COMPONENTS[name];
    if (!component)
      throw new Error(`no such component: ${name}; there are ${Object.keys(COMPONENTS).join(', ')}`);
    reports.push(await component(house));
  }
  const folder = join(ROOT, 'evals/report');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), reportPage(reports, at));
  await writeFile(join(folder, 'report.json'), `${JSON.stringify({ at, reports }, null, 2)}\n`);
  return reports;
}
