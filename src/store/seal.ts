import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Encrypts what is kept about people. */
export interface Seal {
  close(plain: string): string;
  /** Throws when the text was changed or the key is another one. */
  open(sealed: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM (NIST SP 800-38D); the sealed form is base64 of iv, tag and ciphertext. `key` has 32 bytes. */
export function createSeal(key: Buffer): Seal {
  return {
    close(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}

/** The key given, else the one in `file`, made on first use and readable by its owner alone. */
export function loadKey(given: string | undefined, file: string): Buffer {
  if (given !== undefined) return Buffer.from(given, 'hex');
  try {
    return parseKey(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const key = randomBytes(32).toString('hex');
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return parseKey(key, file);
  } catch (error) {
    // Another process made it first: theirs is the key.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return parseKey(readFileSync(file, 'utf8'), file);
    throw error;
  }
}

function parseKey(text: string, file: string): Buffer {
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new Error(`${file} holds no key: it should be 64 hexadecimal digits`);
  return Buffer.from(hex, 'hex');
}
