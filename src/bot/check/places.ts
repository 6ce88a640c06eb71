import { covers } from '../../knowledge/regions.js';
import type { PolicyDocument, Region } from '../../knowledge/types.js';
import type { Citation } from '../reply.js';

/**
 * Promise 2: citations of policies that reach none of the places asked about. Where no place was asked about
 * (a definition, a document named by its number), each policy's place must be named in the reply.
 */
export function foreignCitations(
  text: string,
  citations: readonly Citation[],
  places: readonly Region[],
  documentOf: (id: string) => PolicyDocument | undefined,
): Citation[] {
  return citations.filter((citation) => {
    const region = documentOf(citation.documentId)?.meta.region;
    if (region === undefined) return true;
    return places.length > 0 ? !places.some((place) => covers(region, place)) : !text.includes(region.name);
  });
}
