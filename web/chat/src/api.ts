/** What the server refuses, in its words. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const AWAY = '现在连不上颐问，请等一会儿再试。';

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => {
    throw new Refused('away', AWAY);
  });
  if (response.ok) return response.status === 204 ? (undefined as T) : response.json();
  const { code = 'unknown', title = AWAY, detail = '' } = await response.json().catch(() => ({}));
  throw new Refused(String(code), [title, detail].filter(Boolean).join(''));
}

/** The answer to a GET. Throws {@link Refused}. */
export const get = <T>(path: string): Promise<T> => request(path);

/** The answer to a POST of JSON. Throws {@link Refused}. */
export const post = <T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Throws {@link Refused}. */
export const remove = (path: string): Promise<void> => request(path, { method: 'DELETE' });
