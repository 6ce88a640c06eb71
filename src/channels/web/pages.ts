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
