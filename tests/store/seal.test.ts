import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal, loadKey } from '../../src/store/seal.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'yiwen-'));

describe('seal', () => {
  const seal = createSeal(randomBytes(32));

  it('opens what it closed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.open(seal.close(text))).toBe(text);
      }),
    );
  });

  it('closes the same text differently each time', () => {
    expect(seal.close('三无')).not.toBe(seal.close('三无'));
  });

  it('opens nothing in which a single bit was changed, and nothing cut short', () => {
    const sealed = Buffer.from(seal.close('每月200元'), 'base64');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => seal.open(changed.toString('base64'))).toThrow();
      expect(() => seal.open(sealed.subarray(0, i).toString('base64'))).toThrow();
    }
  });

  it('opens nothing closed with another key', () => {
    expect(() => createSeal(randomBytes(32)).open(seal.close('x'))).toThrow();
  });
});

describe('key', () => {
  it('is the one given, and then no file is made', () => {
    const file = join(folder(), 'key');
    expect(loadKey('ab'.repeat(32), file)).toEqual(Buffer.from('ab'.repeat(32), 'hex'));
    expect(() => statSync(file)).toThrow();
  });

  it('is made once, and read by its owner alone', () => {
    const file = join(folder(), 'new', 'key');
    const key = loadKey(undefined, file);
    expect(key).toHaveLength(32);
    expect(loadKey(undefined, file)).toEqual(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not replaced when its file is damaged', () => {
    const file = join(folder(), 'key');
    writeFileSync(file, 'not a key');
    expect(() => loadKey(undefined, file)).toThrow(/64 hexadecimal digits/);
    expect(readFileSync(file, 'utf8')).toBe('not a key');
  });
});
