/** Term keys to dense ids, by open addressing over typed arrays: stored and opened as they are. */
export interface Vocabulary {
  size: number;
  /** Key of each id. */
  keys: Int32Array;
  /** Power of two long; id + 1, or 0 where free. */
  slots: Int32Array;
}

export function emptyVocabulary(): Vocabulary {
  return { size: 0, keys: new Int32Array(1 << 10), slots: new Int32Array(1 << 12) };
}

function slotOf(vocabulary: Vocabulary, key: number): number {
  const { keys, slots } = vocabulary;
  const mask = slots.length - 1;
  let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & mask;
  for (;;) {
    const held = slots[slot] ?? 0;
    if (held === 0 || keys[held - 1] === key) return slot;
    slot = (slot + 1) & mask;
  }
}

/** The id of `key`, or -1. */
export function lookUp(vocabulary: Vocabulary, key: number): number {
  return (vocabulary.slots[slotOf(vocabulary, key)] ?? 0) - 1;
}

/** The id of `key`, given out anew where it has none. */
export function intern(vocabulary: Vocabulary, key: number): number {
  const slot = slotOf(vocabulary, key);
  const held = vocabulary.slots[slot] ?? 0;
  if (held !== 0) return held - 1;
  if (vocabulary.size * 2 >= vocabulary.slots.length) {
    grow(vocabulary);
    return intern(vocabulary, key);
  }
  const id = vocabulary.size++;
  vocabulary.keys[id] = key;
  vocabulary.slots[slot] = id + 1;
  return id;
}

function grow(vocabulary: Vocabulary): void {
  const keys = new Int32Array(vocabulary.slots.length);
  keys.set(vocabulary.keys.subarray(0, vocabulary.size));
  vocabulary.keys = keys;
  vocabulary.slots = new Int32Array(vocabulary.slots.length * 2);
  for (let id = 0; id < vocabulary.size; id++) {
    vocabulary.slots[slotOf(vocabulary, keys[id] ?? 0)] = id + 1;
  }
}
