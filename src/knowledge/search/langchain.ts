import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { Embedder } from '../../models/embedder.js';
import { searchEmbedded } from './embedded-search.js';
import type { IndexHolder } from './holder.js';
import { search } from './search.js';

import type { Chunk, ScoreParts, SearchOptions } from './types.js';

type ChunkMetadata = Omit<Chunk, 'text'> & { score: number; parts: ScoreParts };

/** The retriever as LangChain's. Import it only where it is used: LangChain takes a while to load. */
export class PolicyRetriever extends BaseRetriever<ChunkMetadata> {
  override lc_namespace = ['yiwen', 'retrievers'];
  readonly #holder: IndexHolder;
  readonly #options: SearchOptions;

  readonly #embedder: Embedder | null;

  /** @param embedder null where the index's is the built-in one */
  constructor(holder: IndexHolder, options: SearchOptions, embedder: Embedder | null = null) {
    super();
    this.#holder = holder;
    this.#options = options;
    this.#embedder = embedder;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<ChunkMetadata>[]> {
    const index = this.#holder.current;
    const hits = this.#embedder
      ? await searchEmbedded(index, this.#embedder, { text: query }, this.#options)
      : search(index, { text: query }, this.#options);
    return hits.map(({ chunk, score, parts }) => {
      const { text, ...metadata } = chunk;
      return new Document({ id: chunk.id, pageContent: text, metadata: { ...metadata, score, parts } });
    });
  }
}
