import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const COMPRESSIBLE = /\.(?:html|js|css|svg|webmanifest)$/;
const compressions = [
  ['br', promisify(brotliCompress)],
  ['gz', promisify(gzip)],
] as const;

/** Writes each text file a second and third time, compressed, so that serving it costs nothing. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir;
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      const written = files.filter((file) => COMPRESSIBLE.test(file)).map((file) => join(folder, file));
      for (const file of written) {
        const content = await readFile(file);
        for (const [ending, compress] of compressions)
          await writeFile(`${file}.${ending}`, await compress(content));
      }
    },
  };
}

/**
 * Puts the style into the page: on a slow line each further file costs a wait before anything is seen. The server allows
 * it by its hash.
 */
function inlineStyle(): Plugin {
  return {
    name: 'inline-style',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('no page was built');
      page.source = String(page.source).replace(
        /<link rel="stylesheet"[^>]*href="\.\/([^"]+)">/g,
        (_link, name) => {
          const style = bundle[name];
          if (style?.type !== 'asset') throw new Error(`no style was built at ${name}`);
          delete bundle[name];
          return `<style>${String(style.source).trim()}</style>`;
        },
      );
    },
  };
}

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), inlineStyle(), compressed()],
  // The package's `browser` field is one bundle of everything in it.
  resolve: { mainFields: ['module', 'main'] },
  build: {
    outDir: here('../../dist/web/chat'),
    emptyOutDir: true,
    // WeChat's browser on telephones that are some years old.
    target: ['es2020', 'chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The package does not say so, but none of its modules does anything when it is merely imported.
      treeshake: { moduleSideEffects: (id) => !id.includes('@chatui/core') && !id.includes('core-js') },
    },
  },
});
