import { type ReactNode, useState } from 'react';

interface Props {
  statuses: readonly string[];
  onTold(said: string, facts: Record<string, unknown>): void;
}

/** Several may hold; what is not ticked does not. */
export function StatusAnswer({ statuses, onTold }: Props): ReactNode {
  const [held, setHeld] = useState<readonly string[]>([]);
  const toggle = (status: string): void =>
    setHeld(held.includes(status) ? held.filter((one) => one !== status) : [...held, status]);
  const tell = (): void =>
    onTold(held.join('、') || '都不是', {
      statusesIn: held,
      statusesNot: statuses.filter((one) => !held.includes(one)),
    });
  return (
    <>
      <div className="choices">
        {statuses.map((status) => (
          <button
            type="button"
            className="choice"
            key={status}
            aria-pressed={held.includes(status)}
            onClick={() => toggle(status)}
          >
            {status}
          </button>
        ))}
      </div>
      <button type="button" className="main" onClick={tell}>
        {held.length === 0 ? '都不是' : '就是这些'}
      </button>
    </>
  );
}
