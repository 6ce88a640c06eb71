import fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { checkByZod, noCompilers } from './zod.js';

/**
 * Takes note of every route that is added from here on. What is returned describes them in OpenAPI, and loads what it
 * takes when it is first asked: hardly anybody asks, and everybody would wait for it at the start.
 */
export function describeRoutes(app: FastifyInstance, version: string): () => Promise<object> {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') routes.push(route);
  });
  let made: Promise<object> | null = null;
  return () => {
    made ??= describe(routes, version);
    return made;
  };
}

async function describe(routes: readonly RouteOptions[], version: string): Promise<object> {
  const { default: swagger } = await import('@fastify/swagger');
  const twin = fastify({ exposeHeadRoutes: false, ...noCompilers });
  checkByZod(twin);
  await twin.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '颐问 Yiwen', description: '医养结合政策问答', version },
    },
    transform: jsonSchemaTransform,
  });
  for (const { method, url, schema } of routes)
    twin.route({ method, url, ...(schema ? { schema } : {}), handler: () => {} });
  await twin.ready();
  return twin.swagger();
}
