import type { Embedder } from '../../models/embedder.js';
import type { SearchIndex } from './index.js';
import { refreshIndex } from './refresh.js';
import type { Chunk } from './types.js';

/** A question as the embedded index is searched with it. */
export interface EmbeddedQuery {
  index: SearchIndex;
  vector: Float32Array;
}

interface EmbeddedIndexParts {
  /** Where it is stored, one folder an embedder: its name and dimension are part of the stored index. */
  folder: string;
  /** Reaches the embedder; asked again after a while where it fails. */
  connect: () => Promise<Embedder>;
  onError: (error: unknown) => void;
  /** Milliseconds between attempts to reach it. */
  retryMs: number;
}

const MOST_VECTORS = 500;

/**
 * The index whose dense part a model's embedder makes. It is brought up to date in the background; until it is, and
 * whenever the embedder is away, there is no vector, and searches use the index with the built-in one.
 */
export class EmbeddedIndex {
  readonly #parts: EmbeddedIndexParts;
  readonly #vectors = new Map<string, Float32Array>();
  #ready: { embedder: Embedder; index: SearchIndex } | null = null;
  #chunks: readonly Chunk[] | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: EmbeddedIndexParts) {
    this.#parts = parts;
  }

  /** Follows the corpus: from now on only an index of these chunks is used. */
  follow(chunks: readonly Chunk[]): void {
    this.#chunks = chunks;
    this.#ready = null;
    void this.#refresh(chunks);
  }

  /** Whether questions can be embedded now. */
  get isReady(): boolean {
    return this.#ready !== null;
  }

  async #refresh(chunks: readonly Chunk[]): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const embedder = await this.#parts.connect();
      const { index } = await refreshIndex(this.#parts.folder, chunks, { embedder });
      // A corpus that changed meanwhile has its own refresh under way.
      if (this.#chunks === chunks && !this.#closed) {
        this.#vectors.clear();
        this.#ready = { embedder, index };
      }
    } catch (error) {
      if (this.#closed || this.#chunks !== chunks) return;
      this.#parts.onError(error);
      this.#timer = setTimeout(() => void this.#refresh(chunks), this.#parts.retryMs);
      this.#timer.unref();
    }
  }

  /** Asks for the question's vector; whether it came before `signal` fires is seen by {@link queryOf}. */
  async embed(text: string, signal: AbortSignal): Promise<void> {
    if (this.#ready === null || this.#vectors.has(text)) return;
    const [vector] = await this.#ready.embedder.embed([text], signal).catch(() => []);
    if (vector === undefined) return;
    if (this.#vectors.size >= MOST_VECTORS) this.#vectors.clear();
    this.#vectors.set(text, vector);
  }

  /** The question for a search with its vector; null where there is none. */
  queryOf(text: string): EmbeddedQuery | null {
    const vector = this.#vectors.get(text);
    const index = this.#ready?.index;
    return vector && index?.dense?.dimension === vector.length ? { index, vector } : null;
  }

  close(): void {
    this.#closed = true;
    this.#ready = null;
    clearTimeout(this.#timer);
  }
}
