import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const YEAR = 31_536_000;
/** The bundler names these by a hash of what is in them. */
const HASHED = /[\\/]assets[\\/]/;

/** The built page, compressed as its build left it. Only what bears its hash in its name is kept by browsers. */
export function pages(root: string): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root,
      schemaHide: true,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        const kept = HASHED.test(path) ? `public, max-age=${YEAR}, immutable` : 'no-cache';
        response.setHeader('cache-control', kept);
      },
    });
  };
}

/** Sources of a content security policy that allow the styles in the page, and no others; none where no page is built. */
export async function styleHashes(root: string): Promise<string[]> {
  const page = await readFile(join(root, 'index.html'), 'utf8').catch(() => '');
  return Array.from(page.matchAll(/<style>(.*?)<\/style>/gs), ([, style = '']) => {
    return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  });
}
