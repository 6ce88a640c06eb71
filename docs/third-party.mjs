/**
 * Writes the table of runtime packages in THIRD_PARTY.md from package-lock.json and what is installed.
 * `node docs/third-party.mjs` writes it, `--check` exits 1 when it is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../THIRD_PARTY.md', import.meta.url);
const ROOT = new URL('../', import.meta.url);
const BEGIN = '<!-- packages: written by docs/third-party.mjs -->';
const END = '<!-- end of packages -->';

const json = (path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
const direct = new Set(Object.keys(json('package.json').dependencies));

/** Every package that `npm ci --omit=dev` installs. Binaries of other platforms share their parent's licence. */
const packages = Object.entries(json('package-lock.json').packages)
  .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
  .filter(([path]) => existsSync(new URL(`${path}/package.json`, ROOT)))
  .map(([path]) => json(`${path}/package.json`))
  .map(({ name, version, license, licenses }) => ({
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? licenses?.map((l) => l.type).join(' OR ') ?? '?'),
  }));

const rows = new Map();
for (const { name, version, licence } of packages) {
  const key = `${name}\n${licence}`;
  rows.set(key, { name, licence, versions: [...(rows.get(key)?.versions ?? []), version] });
}
const sorted = [...rows.values()].sort(
  (a, b) => Number(direct.has(b.name)) - Number(direct.has(a.name)) || (a.name < b.name ? -1 : 1),
);
const counts = new Map();
for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
const summary = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${licence} ${count}`);
const line = ({ name, licence, versions }) =>
  `| ${direct.has(name) ? `**${name}**` : name} | ${[...new Set(versions)].sort().join(', ')} | ${licence} |`;
const table = [
  `${packages.length} packages: ${summary.join(', ')}.`,
  '',
  '| package (direct ones in bold) | version | licence |',
  '| --- | --- | --- |',
  ...sorted.map(line),
].join('\n');

const old = readFileSync(FILE, 'utf8');
const [before, rest] = old.split(BEGIN);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`THIRD_PARTY.md: no ${BEGIN} … ${END}`);
const text = `${before}${BEGIN}\n${table}\n${END}${after}`;
if (process.argv.includes('--check')) process.exitCode = text === old ? 0 : 1;
else writeFileSync(FILE, text);
