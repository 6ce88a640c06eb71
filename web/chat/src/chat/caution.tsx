import type { ReactNode } from 'react';
import { useElder } from '../state/store.js';
import { caution } from './cautions.js';

/** What is to be said of the words before they are sent; it is there as long as it holds. */
export function Caution({ draft }: { draft: string }): ReactNode {
  const { turns } = useElder();
  const asked = turns[turns.length - 1]?.reply?.kind === 'booking';
  return (
    <p role="status" className="caution">
      {caution(draft, asked)}
    </p>
  );
}
