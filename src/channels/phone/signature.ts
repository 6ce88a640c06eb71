import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

type Params = Record<string, string | string[]>;

/** Whether Twilio signed this; `path` with its query, as it came in. */
export interface Signatures {
  ofWebhook(signature: string | undefined, path: string, params: Params): boolean;
  ofUpgrade(signature: string | undefined, path: string): boolean;
}

/** `base`: the public address that Twilio was given; behind a proxy the request itself does not know it. */
export function createSignatures(token: string, base: string): Signatures {
  return {
    ofWebhook: (signature, path, params) =>
      signature !== undefined && validateRequest(token, signature, base + path, params),
    // Twilio signs an upgrade over the address as it was written, by either name of the scheme, with and without a slash.
    ofUpgrade: (signature, path) =>
      signature !== undefined &&
      [base, base.replace(/^http/u, 'ws')].some((host) =>
        [path.replace(/\/$/u, ''), `${path.replace(/\/$/u, '')}/`].some((at) =>
          validateRequest(token, signature, host + at, {}),
        ),
      ),
  };
}
