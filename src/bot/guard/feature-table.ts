import { codeOf } from './features.js';

const BITS = 18;
const SIZE = 1 << BITS;

/** The first two codes in one. */
const paired = (first: number, second: number): number => first | (second << 16);
/** The high bits of the product are the best stirred. */
const slotFor = (pair: number, third: number): number =>
  Math.imul(pair ^ Math.imul(third, 0x9e3779b1), 0x85ebca6b) >>> (32 - BITS);

/** Numbers the features learned, in typed arrays: a Map would have to make an object of each key looked up. */
export class FeatureTable {
  readonly #pairs = new Int32Array(SIZE);
  readonly #thirds = new Uint16Array(SIZE);
  /** One more than the feature's number; 0 where the slot is free. */
  readonly #taken = new Uint32Array(SIZE);

  /** `features`: parted by `|`, of which none has one. */
  constructor(features: string) {
    let number = 0;
    for (let start = 0; start <= features.length; ) {
      const mark = features.indexOf('|', start);
      const end = mark < 0 ? features.length : mark;
      const code = (i: number): number => (start + i < end ? codeOf(features.charCodeAt(start + i)) : 0);
      const pair = paired(code(0), code(1));
      const third = code(2);
      const slot = this.#slot(pair, third);
      this.#pairs[slot] = pair;
      this.#thirds[slot] = third;
      this.#taken[slot] = ++number;
      start = end + 1;
    }
    if (number > SIZE / 2) throw new RangeError('guard: its table is too small for the features');
  }

  /** Its place among the features; -1 where it was not learned. */
  find(first: number, second: number, third: number): number {
    return (this.#taken[this.#slot(paired(first, second), third)] ?? 0) - 1;
  }

  /** Where the feature stands, or would. */
  #slot(pair: number, third: number): number {
    let slot = slotFor(pair, third);
    while (this.#taken[slot] !== 0 && (this.#pairs[slot] !== pair || this.#thirds[slot] !== third))
      slot = (slot + 1) % SIZE;
    return slot;
  }
}
