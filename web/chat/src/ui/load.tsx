import type { ReactNode } from 'react';
import { useLoaded } from './use-loaded.js';

/** Shows what `path` answers; says so while it is on its way, and when it does not come. */
export function Load<T>({ path, children }: { path: string; children(value: T): ReactNode }): ReactNode {
  const [loaded, again] = useLoaded<T>(path);
  if (loaded.state === 'there') return children(loaded.value);
  if (loaded.state === 'loading') return <p role="status">正在打开……</p>;
  return (
    <div role="alert">
      <p>{loaded.why}</p>
      <button type="button" className="choice" onClick={again}>
        再试一次
      </button>
    </div>
  );
}
