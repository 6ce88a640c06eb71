import type { Embedder } from '../../models/embedder.js';
import { BUILT_IN_EMBEDDER } from './dense.js';
import type { SearchIndex } from './index.js';
import { embedTerms } from './latent.js';
import { search } from './search.js';
import { termKeys } from './tokens.js';
import type { Hit, Query, SearchOptions } from './types.js';
import { lookUp } from './vocabulary.js';

/** `search`, with the question's vector by `embedder`; where that cannot be reached, by the lexical list alone. */
export async function searchEmbedded(
  index: SearchIndex,
  embedder: Embedder,
  query: Query,
  options: SearchOptions,
): Promise<Hit[]> {
  const [vector] = await embedder.embed([query.text]).catch(() => []);
  const usable = vector && index.dense?.dimension === vector.length;
  return search(index, usable ? { ...query, vector } : query, options);
}

/** The embedder that was trained with the index, for whom its vectors are of use outside a search. */
export function builtInEmbedder(index: SearchIndex): Embedder {
  const model = index.dense?.model;
  if (!model) throw new RangeError('index: it has no built-in embedder');
  return {
    id: BUILT_IN_EMBEDDER,
    dimension: model.dimension,
    embed: async (texts) =>
      texts.map((text) => {
        const ids = termKeys(text).map((key) => lookUp(index.vocabulary, key));
        return embedTerms(model, ids, (i) => index.text.idf[ids[i] ?? -1] ?? 0);
      }),
  };
}
