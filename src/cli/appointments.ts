import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApp } from '../app.js';
import { forget as forgetPerson } from '../appointments/booking/forget.js';
import { importProviders, importSchedule, seedSamples } from '../appointments/import/apply.js';
import { parseProviders } from '../appointments/import/provider-file.js';
import { parseSchedule } from '../appointments/import/schedule-csv.js';
import type { Parts } from '../appointments/parts.js';
import { readConfig } from '../config.js';
import { ROOT } from '../root.js';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

async function withParts(use: (parts: Parts) => Promise<void>): Promise<void> {
  const app = await openApp(readConfig());
  try {
    await use(app.booking.parts);
  } finally {
    await app.close();
  }
}

/** Puts the sample providers into a database that has none. */
export async function seed(): Promise<void> {
  const corpus = readConfig().YIWEN_CORPUS ?? join(ROOT, 'corpus');
  const samples = await readFile(join(corpus, 'samples/providers.yaml'), 'utf8');
  await withParts(async ({ db, now }) => {
    const { providers, slots } = await seedSamples(db, samples, now());
    say(providers === 0 ? '已经有机构了，没有放样例' : `已放入样例：${providers} 家机构，${slots} 个时段`);
  });
}

/** Providers from YAML, their calendars from CSV; each file is taken whole or not at all. Throws when any was not. */
export async function importFiles(files: string[]): Promise<void> {
  let failed = 0;
  await withParts(async ({ db, catalogue, now }) => {
    for (const file of files) {
      try {
        const text = await readFile(file, 'utf8');
        const { providers, slots } = file.endsWith('.csv')
          ? await importSchedule(db, catalogue, parseSchedule(text))
          : await importProviders(db, parseProviders(text), now());
        catalogue.refresh();
        say(`${file}：${providers} 家机构，新增 ${slots} 个时段`);
      } catch (error) {
        failed++;
        say(`${file}：没有收：${error instanceof Error ? error.message : String(error)}`);
      }
    }
  });
  if (failed > 0) throw new Error(`${files.length} 份文件里有 ${failed} 份没有收`);
}

/** Removes a person by telephone. Throws when it is no telephone number. */
export async function forget(options: { phone: string }): Promise<void> {
  await withParts(async (parts) => {
    const left = await forgetPerson(parts, options.phone);
    if (left === null) throw new Error('电话号码不对：请写手机号，或者带区号的座机');
    say(`已删除这个电话的个人信息；${left} 个预约只剩下号码和时间`);
  });
}
