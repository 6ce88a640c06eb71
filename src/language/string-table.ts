/** The hash of a string as it is read, unit by unit: a place in the table, and a check that tells nearly all others. */
export const SEED = 0x811c9dc5;
/** FNV-1a by UTF-16 unit; `finish` stirs the high bits, which choose the slot. */
export const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const finish = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
export const recheck = (check: number, unit: number): number => (check * 31 + unit) & 0xffff;

/**
 * Numbers above 0 by strings, in typed arrays with open addressing: as a Map, a hundred thousand strings take ten times
 * as long to build and several times the memory. A string that is not there is told by 48 bits.
 */
export class StringTable {
  readonly #bits: number;
  readonly #keys: Int32Array;
  readonly #checks: Uint16Array;
  readonly #values: Float32Array;

  /** At most half of the slots should be taken. */
  constructor(bits: number) {
    this.#bits = bits;
    this.#keys = new Int32Array(1 << bits);
    this.#checks = new Uint16Array(1 << bits);
    this.#values = new Float32Array(1 << bits);
  }

  #slot(key: number, check: number): number {
    let slot = key >>> (32 - this.#bits);
    while (this.#values[slot] !== 0 && (this.#keys[slot] !== key || this.#checks[slot] !== check))
      slot = (slot + 1) & (this.#values.length - 1);
    return slot;
  }

  /** `key`: the finished hash; the value is kept as a float of 32 bits. */
  set(key: number, check: number, value: number): void {
    const slot = this.#slot(key, check);
    this.#keys[slot] = key;
    this.#checks[slot] = check;
    this.#values[slot] = value;
  }

  /** 0 where the string is not there. */
  get(key: number, check: number): number {
    return this.#values[this.#slot(key, check)] ?? 0;
  }

  /** The value of a whole string; 0 where it is not there. */
  of(text: string): number {
    let [hash, check] = [SEED, 0];
    for (let i = 0; i < text.length; i++) {
      hash = mix(hash, text.charCodeAt(i));
      check = recheck(check, text.charCodeAt(i));
    }
    return this.get(finish(hash), check);
  }
}
