import type { SearchIndex } from './index.js';

/** Where the index in use is found. A search takes `current` once, and so is never half on one and half on another. */
export class IndexHolder {
  #current: SearchIndex;

  constructor(index: SearchIndex) {
    this.#current = index;
  }

  get current(): SearchIndex {
    return this.#current;
  }

  /** Later searches use `next`; those under way end with the index they began with. */
  swap(next: SearchIndex): void {
    this.#current = next;
  }
}
