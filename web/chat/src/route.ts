import { useSyncExternalStore } from 'react';

/** A screen by its address, after the `#/`; the talk itself is the empty one. */
export interface Route {
  screen: string;
  /** The parts of the path after the screen's name. */
  path: readonly string[];
  query: URLSearchParams;
}

const address = (): string => location.hash.replace(/^#\/?/, '');

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.split('?', 2);
  const [screen = '', ...rest] = path.split('/').map(decoded);
  return { screen, path: rest, query: new URLSearchParams(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, address));

/** How many screens were opened from within: going back from the first one, as from a shared link, goes to the talk. */
let opened = 0;

export function go(to: string): void {
  opened++;
  location.hash = `#/${to}`;
}

/** Opens a screen from which nothing leads back into what came before it: that is done. */
export function arrive(at: string): void {
  opened = 0;
  location.replace(`#/${at}`);
}

export function back(): void {
  if (opened > 0) {
    opened--;
    history.back();
  } else location.hash = '#/';
}

/** Address of a clause; `quotes`: words of it to be marked. */
export function clauseRoute(documentId: string, clauseId: string, quotes: readonly string[] = []): string {
  const path = `clause/${encodeURIComponent(documentId)}/${encodeURIComponent(clauseId)}`;
  const query = new URLSearchParams(quotes.map((quote) => ['quote', quote]));
  return quotes.length === 0 ? path : `${path}?${query}`;
}
