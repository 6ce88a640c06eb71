import { useEffect, useState } from 'react';
import { get } from '../api.js';

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; why: string }
  | { state: 'there'; value: T };

/** What `path` answers, and how to ask again. */
export function useLoaded<T>(path: string): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let wanted = true;
    setLoaded({ state: 'loading' });
    get<T>(path).then(
      (value) => wanted && setLoaded({ state: 'there', value }),
      (error: unknown) =>
        wanted && setLoaded({ state: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [path, tries]);
  return [loaded, () => setTries(tries + 1)];
}
