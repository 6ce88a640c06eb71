import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Library } from '../../knowledge/library.js';
import { covers, customaryName, findRegion, regionsCalled } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { placeList, placesQuery, problems } from './schemas.js';

/** Places by their names: those whose policies are held, or all that are called so. */
export function placeRoutes(library: () => Library): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/places',
      {
        schema: {
          summary: '地方：不写 q 是收录了文件的，写了是叫这个名字的',
          querystring: placesQuery,
          response: { 200: placeList, ...problems(400) },
        },
      },
      async ({ query }) => {
        const held = regionsHeld(library());
        const places = query.q === undefined ? held : regionsCalled(query.q);
        return {
          places: places.map((place) => ({
            adcode: place.adcode,
            name: customaryName(place),
            covered: held.some((region) => covers(region, place)),
          })),
        };
      },
    );
  };
}

function regionsHeld({ documents }: Library): Region[] {
  const adcodes = new Set(documents.map(({ meta }) => meta.region.adcode));
  return [...adcodes].flatMap((adcode) => findRegion(adcode) ?? []);
}
