/** Port of everything that turns text into vectors. Implementations: `knowledge/search` (built in), adapters here. */
export interface Embedder {
  /** Names the model and its version; part of the index's hash, so a change rebuilds the dense part. */
  readonly id: string;
  readonly dimension: number;
  /** Unit vectors, one a text, in the texts' order. Rejects when the model cannot be reached, or `signal` fires. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}
