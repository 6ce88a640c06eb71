import { createHash, createHmac } from 'node:crypto';

export const SIGN_METHODS = ['md5', 'hmac-sha256'] as const;
type SignMethod = (typeof SIGN_METHODS)[number];

export type Fields = Record<string, string | number>;

/**
 * The signature that registration and payment platforms share: fields that are not empty, sorted by the code units of
 * their names, as `name=value` joined by `&`, then `&key=` and the key; its MD5, or its HMAC-SHA256 under the key, in
 * upper-case hexadecimal. `sign` itself is left out.
 */
export function signatureOf(fields: Fields, key: string, method: SignMethod): string {
  const text = Object.keys(fields)
    .filter((name) => name !== 'sign' && String(fields[name]) !== '')
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .concat(`key=${key}`)
    .join('&');
  const hash = method === 'md5' ? createHash('md5') : createHmac('sha256', key);
  return hash.update(text).digest('hex').toUpperCase();
}
