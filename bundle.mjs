import { readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Puts the modules that a command loads into a few files, over `dist/src/main.js`: one by one, several hundred small
 * modules are a third of the start. Packages are left where they are, but for those that are hundreds of modules too.
 */
const BUNDLED = [
  'kysely',
  'zod',
  'fastify-type-provider-zod',
  'pinyin-pro',
  'csv-stringify',
  'p-queue',
  'js-yaml',
];

const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
await rm('dist/src/chunks', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist/src',
  chunkNames: 'chunks/[name]-[hash]',
  // Tables as code would be kept in memory twice.
  loader: { '.json': 'copy' },
  assetNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  // Some of the packages bundled are CommonJS within.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
});
