import fc from 'fast-check';
import { expect, it } from 'vitest';
import { integersOf, numberParts } from '../../src/language/model-file.js';

const feature = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('|'));

it('numbers each part of a text, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(feature, { minLength: 1, maxLength: 300 }),
      fc.array(feature),
      (parts, others) => {
        const table = numberParts(parts.join('|'), '|');
        expect(parts.map((part) => table.of(part))).toEqual(parts.map((_, i) => i + 1));
        for (const other of others) if (!parts.includes(other)) expect(table.of(other)).toBe(0);
      },
    ),
  );
});

it('reads the whole numbers that a model is written in', () => {
  const weight = fc.integer({ min: -32_768, max: 32_767 });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1 }), (weights) => {
      expect([...integersOf(weights.join(' '))]).toEqual(weights);
    }),
  );
});
