import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '../dist/src/cli/assess.js';

const PEOPLE = 100_000;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A linear congruential generator (Numerical Recipes): the same list each time. */
function generator(seed) {
  let state = seed;
  return (values) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return values[state % values.length];
  };
}

const two = (n) => String(n).padStart(2, '0');
const YEARS = Array.from({ length: 45 }, (_, i) => 1926 + i);
const MONTHS = Array.from({ length: 12 }, (_, i) => two(i + 1));
const DAYS = Array.from({ length: 28 }, (_, i) => two(i + 1));

function list() {
  const pick = generator(7);
  const rows = ['姓名,身份证号,户籍,居住地,身份,护理,居住方式,空巢,子女在城区,收入低于最低工资'];
  for (let i = 0; i < PEOPLE; i++) {
    const id = `431202${pick(YEARS)}${pick(MONTHS)}${pick(DAYS)}${String(i % 1000).padStart(3, '0')}`;
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
    rows.push(
      [
        `老人${i}`,
        id + CHECKS[sum % 11],
        pick(['431202', '鹤城区', '431221', '']),
        pick(['431202', '430102', '']),
        pick(['三无', '低保', '无', '', '低保、残疾', '低收入']),
        pick(['自理', '半护理', '全护理', '']),
        pick(['散居', '机构', '']),
        pick(['是', '否', '']),
        pick(['是', '否', '']),
        pick(['是', '否', '']),
      ].join(','),
    );
  }
  return `${rows.join('\n')}\n`;
}

/** A list of people, as the command line does it, on a machine's 2 cores; each person has a birthday of their own. */
export async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'yiwen-bench-'));
  const csv = join(folder, 'people.csv');
  const out = join(folder, 'result.csv');
  try {
    await writeFile(csv, list());
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 50);
    const start = performance.now();
    await assess({ csv, region: '431202', out, asOf: '2026-11-21' });
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    return [
      { name: `${PEOPLE} people of a CSV`, value: seconds, unit: 's', limit: 10 },
      { name: 'memory added at the peak', value: (peak - before) / 2 ** 20, unit: 'MB', limit: 150 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
