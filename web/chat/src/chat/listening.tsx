import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Listener, listen } from '../speech/listen.js';

interface Props {
  /** What was heard, to be read before it is sent. */
  onHeard(words: string): void;
  onCancel(): void;
}

/** Hears until it is told that all is said: old people pause in the middle of a sentence. */
export function Listening({ onHeard, onCancel }: Props): ReactNode {
  const [heard, setHeard] = useState('');
  const [fault, setFault] = useState('');
  const listener = useRef<Listener | null>(null);
  useEffect(() => {
    const begun = listen({ onWords: setHeard, onFault: setFault });
    listener.current = begun;
    return begun.stop;
  }, []);
  return (
    <section className="listening" aria-label="说话">
      <p role="status">{fault || (heard === '' ? '正在听，您慢慢说……' : heard)}</p>
      <div className="choices">
        <button type="button" className="main" disabled={heard === ''} onClick={() => onHeard(heard)}>
          说好了，看一看再发
        </button>
        <button type="button" className="choice" onClick={onCancel}>
          不说了
        </button>
      </div>
    </section>
  );
}
