import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHasher, createSeal, loadKeys } from '../../src/store/seal.js';

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

  it('opens what an older key closed, and closes with the new one', () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const rotated = createSeal(newer, older);
    expect(rotated.open(createSeal(older).close('王桂英'))).toBe('王桂英');
    expect(createSeal(newer).open(rotated.close('王桂英'))).toBe('王桂英');
    expect(() => createSeal(older).open(rotated.close('王桂英'))).toThrow();
  });
});

describe('hasher', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];

  it('gives the same text the same hash, which tells nothing without the key', () => {
    const hasher = createHasher(newer);
    expect(hasher.hash('13800000000')).toBe(hasher.hash('13800000000'));
    expect(hasher.hash('13800000000')).not.toBe(hasher.hash('13800000001'));
    expect(hasher.hash('13800000000')).not.toBe(createHasher(older).hash('13800000000'));
  });

  it('finds what was hashed under an older key', () => {
    const rotated = createHasher(newer, older);
    const stored = createHasher(older).hash('13800000000');
    expect(rotated.hashes('13800000000')).toContain(stored);
    expect(rotated.hash('13800000000')).not.toBe(stored);
    expect(rotated.hashes('13800000000')[0]).toBe(rotated.hash('13800000000'));
  });
});

describe('key', () => {
  it('is the one given, and then no file is made', () => {
    const file = join(folder(), 'key');
    expect(loadKeys('ab'.repeat(32), file)).toEqual([Buffer.from('ab'.repeat(32), 'hex')]);
    expect(() => statSync(file)).toThrow();
  });

  it('is made once, and read by its owner alone', () => {
    const file = join(folder(), 'new', 'key');
    const [key, ...older] = loadKeys(undefined, file);
    expect(key).toHaveLength(32);
    expect(older).toEqual([]);
    expect(loadKeys(undefined, file)).toEqual([key]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is the first of several; the others are older', () => {
    const file = join(folder(), 'key');
    writeFileSync(file, `${'cd'.repeat(32)}\n${'ab'.repeat(32)}\n`);
    const both = [Buffer.from('cd'.repeat(32), 'hex'), Buffer.from('ab'.repeat(32), 'hex')];
    expect(loadKeys(undefined, file)).toEqual(both);
    expect(loadKeys(`${'cd'.repeat(32)},${'ab'.repeat(32)}`, file)).toEqual(both);
  });

  it('is not replaced when its file is damaged', () => {
    const file = join(folder(), 'key');
    writeFileSync(file, 'not a key');
    expect(() => loadKeys(undefined, file)).toThrow(/64 hexadecimal digits/);
    expect(readFileSync(file, 'utf8')).toBe('not a key');
  });
});
