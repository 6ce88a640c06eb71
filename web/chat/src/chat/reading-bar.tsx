import type { ReactNode } from 'react';
import { FASTEST, faster, reading, SLOWEST, stopReading } from '../speech/read-aloud.js';
import { useLook, useStore } from '../state/store.js';

/** Stop, slower and faster, in reach while a reply is read. */
export function ReadingBar(): ReactNode {
  const { rate } = useLook();
  const { messageId, fault } = useStore(reading);
  if (messageId === null) return null;
  return (
    <section className="reading" aria-label="朗读">
      <div className="tools">
        <button type="button" onClick={stopReading}>
          不读了
        </button>
        <button type="button" aria-disabled={rate <= SLOWEST} onClick={() => faster(-1)}>
          慢一点
        </button>
        <button type="button" aria-disabled={rate >= FASTEST} onClick={() => faster(1)}>
          快一点
        </button>
      </div>
      {fault && <p role="status">这台设备没有能读中文的声音。</p>}
    </section>
  );
}
