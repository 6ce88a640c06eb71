import { codesOf } from './features.js';

/** Free slots are needed for what was never learned to be missed soon. */
const LEAST_FREE = 2;

/** The first two codes in one. */
const paired = (first: number, second: number): number => first | (second << 16);
/** The high bits of the product are the best stirred. */
const stirred = (pair: number, third: number): number =>
  Math.imul(pair ^ Math.imul(third, 0x9e3779b1), 0x85ebca6b);

/** Numbers the features learned, in typed arrays: a Map would have to make an object of each key looked up. */
export class FeatureTable {
  readonly #bits: number;
  readonly #pairs: Int32Array;
  readonly #thirds: Uint16Array;
  /** One more than the feature's number; 0 where the slot is free. */
  readonly #taken: Uint32Array;

  constructor(features: readonly string[]) {
    this.#bits = Math.ceil(Math.log2(features.length * LEAST_FREE + 1));
    const size = 1 << this.#bits;
    this.#pairs = new Int32Array(size);
    this.#thirds = new Uint16Array(size);
    this.#taken = new Uint32Array(size);
    for (const [number, feature] of features.entries()) {
      const [first, second, third] = codesOf(feature);
      const pair = paired(first, second);
      const slot = this.#slot(pair, third);
      this.#pairs[slot] = pair;
      this.#thirds[slot] = third;
      this.#taken[slot] = number + 1;
    }
  }

  /** Its place among the features; -1 where it was not learned. */
  find(first: number, second: number, third: number): number {
    return (this.#taken[this.#slot(paired(first, second), third)] ?? 0) - 1;
  }

  /** Where the feature stands, or would. */
  #slot(pair: number, third: number): number {
    let slot = stirred(pair, third) >>> (32 - this.#bits);
    while (this.#taken[slot] !== 0 && (this.#pairs[slot] !== pair || this.#thirds[slot] !== third))
      slot = (slot + 1) & (this.#taken.length - 1);
    return slot;
  }
}
