/** Typed arrays in one file, each at a multiple of 8 bytes, so that they are opened without copying. */
interface Section {
  name: string;
  type: 'u32' | 'i32' | 'f32';
  /** In bytes. */
  offset: number;
  /** In elements. */
  length: number;
}

export type SectionArray = Uint32Array | Int32Array | Float32Array;

const ALIGNMENT = 8;

export function pack(arrays: Readonly<Record<string, SectionArray>>): {
  sections: Section[];
  bytes: Uint8Array;
} {
  const sections: Section[] = [];
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    sections.push({ name, type: typeOf(array), offset, length: array.length });
    offset += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
  }
  const bytes = new Uint8Array(offset);
  for (const section of sections) {
    const array = arrays[section.name];
    if (array) bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), section.offset);
  }
  return { sections, bytes };
}

function typeOf(array: SectionArray): Section['type'] {
  if (array instanceof Float32Array) return 'f32';
  return array instanceof Uint32Array ? 'u32' : 'i32';
}

/** Views into the bytes of a packed file. Each getter throws a RangeError where there is no such section. */
export function unpack(sections: readonly Section[], bytes: Uint8Array) {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const place = (name: string, type: Section['type']): [ArrayBufferLike, number, number] => {
    const section = sections.find((other) => other.name === name && other.type === type);
    if (!section || section.offset + section.length * 4 > aligned.byteLength) {
      throw new RangeError(`index: no section ${name} (${type})`);
    }
    return [aligned.buffer, aligned.byteOffset + section.offset, section.length];
  };
  return {
    u32: (name: string) => new Uint32Array(...place(name, 'u32')),
    i32: (name: string) => new Int32Array(...place(name, 'i32')),
    f32: (name: string) => new Float32Array(...place(name, 'f32')),
  };
}
