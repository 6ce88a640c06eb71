import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Encrypts what is kept about people. */
export interface Seal {
  close(plain: string): string;
  /** Throws when the text was changed or no key fits. */
  open(sealed: string): string;
}

/** Finds what is sealed: the same text has the same hash, and without the key the hash tells nothing of it. */
export interface Hasher {
  /** Under the key in use: what is stored. */
  hash(text: string): string;
  /** Under every key, the one in use first: what is searched for. */
  hashes(text: string): string[];
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D); the sealed form is base64 of iv, tag and ciphertext. `keys` have 32 bytes each: the
 * first one closes, all of them open, so that a key can be replaced while what it sealed is still read.
 */
export function createSeal(...keys: readonly [Buffer, ...Buffer[]]): Seal {
  return {
    close(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys[0], iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      for (const [i, key] of keys.entries()) {
        try {
          return openWith(key, bytes);
        } catch (error) {
          if (i === keys.length - 1) throw error;
        }
      }
      throw new Error('no key');
    },
  };
}

function openWith(key: Buffer, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = bytes.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

const HASH_CHARACTERS = 32;

/** HMAC-SHA-256 under keys that are derived from those of the seal (HKDF, RFC 5869). */
export function createHasher(...keys: readonly [Buffer, ...Buffer[]]): Hasher {
  const derive = (key: Buffer) => Buffer.from(hkdfSync('sha256', key, '', 'yiwen lookup', 32));
  const [current, ...older] = [derive(keys[0]), ...keys.slice(1).map(derive)];
  const under = (key: Buffer, text: string): string =>
    createHmac('sha256', key).update(text, 'utf8').digest('base64url').slice(0, HASH_CHARACTERS);
  return {
    hash: (text) => under(current, text),
    hashes: (text) => [current, ...older].map((key) => under(key, text)),
  };
}

/**
 * The key in use and, after it, older ones that still open: those given, as hexadecimal digits with commas between
 * them, else those of `file`, one a line. The file is made on first use and readable by its owner alone.
 */
export function loadKeys(given: string | undefined, file: string): [Buffer, ...Buffer[]] {
  if (given !== undefined) return parseKeys(given.split(','), 'the key given');
  try {
    return parseKeys(linesOf(readFileSync(file, 'utf8')), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const key = randomBytes(32).toString('hex');
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return parseKeys([key], file);
  } catch (error) {
    // Another process made it first: theirs is the key.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return parseKeys(linesOf(readFileSync(file, 'utf8')), file);
    throw error;
  }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function parseKeys(texts: readonly string[], source: string): [Buffer, ...Buffer[]] {
  const [first, ...older] = texts.map((text) => {
    const hex = text.trim();
    if (!/^[0-9a-f]{64}$/i.test(hex))
      throw new Error(`${source} holds no key: it should be 64 hexadecimal digits`);
    return Buffer.from(hex, 'hex');
  });
  if (first === undefined) throw new Error(`${source} holds no key: it should be 64 hexadecimal digits`);
  return [first, ...older];
}
