import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../src/root.js';
import { run as answers } from './answers/run.js';
import { run as booking } from './booking/run.js';
import { component as guard } from './guard/component.js';
import { run as models } from './models/run.js';
import { run as phone } from './phone/run.js';
import { run as retrieval } from './retrieval/run.js';
import { reportPage } from './support/html.js';
import type { ComponentReport } from './support/report.js';
import type { Subject } from './support/subject.js';
import { run as twins } from './twins/run.js';
import { run as unprepared } from './unprepared/run.js';

/** Each measures one component of the application that `app.ts` builds. */
export const COMPONENTS: Record<string, (subject: Subject) => Promise<ComponentReport>> = {
  answers,
  booking,
  guard,
  models: ({ house }) => models(house),
  phone,
  retrieval: ({ house }) => retrieval(house),
  twins,
  unprepared,
};
/** Those in which a model may take part. */
const TALKED = ['answers', 'booking', 'phone'];

/** Runs the components and writes `evals/report/index.html` and `report.json`. */
export async function evaluate(
  names: readonly string[],
  subject: Subject,
  at: string,
): Promise<ComponentReport[]> {
  const reports = await runAll(names.length > 0 ? names : Object.keys(COMPONENTS), subject);
  const folder = join(ROOT, 'evals/report');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), reportPage(reports, at));
  await writeFile(join(folder, 'report.json'), `${JSON.stringify({ at, reports }, null, 2)}\n`);
  return reports;
}

/** The same components without and with the model: whether it does harm. Writes nothing. */
export async function compare(names: readonly string[], subject: Subject): Promise<ComponentReport[]> {
  const chosen = names.length > 0 ? names : TALKED;
  const untalked = chosen.filter((name) => !TALKED.includes(name));
  if (untalked.length > 0) throw new Error(`no model takes part in ${untalked.join(', ')}`);
  const without = await runAll(chosen, { house: subject.house });
  const worded = await runAll(chosen, subject);
  return [...without, ...worded.map((report) => ({ ...report, component: `${report.component} --model` }))];
}

async function runAll(names: readonly string[], subject: Subject): Promise<ComponentReport[]> {
  const reports: ComponentReport[] = [];
  for (const name of names) {
    const component = COMPONENTS[name];
    if (!component)
      throw new Error(`no such component: ${name}; there are ${Object.keys(COMPONENTS).join(', ')}`);
    reports.push(await component(subject));
  }
  return reports;
}
