import type { ReactNode } from 'react';
import { FASTEST, faster, reading, SLOWEST } from '../speech/read-aloud.js';
import { useLook, useStore } from '../state/store.js';

/** Slower and faster, while a reply is read. */
export function ReadingSpeed(): ReactNode {
  const { rate } = useLook();
  const { fault } = useStore(reading);
  if (fault) return <p role="status">这台设备没有能读中文的声音。</p>;
  return (
    <div className="tools">
      <button type="button" disabled={rate <= SLOWEST} onClick={() => faster(-1)}>
        慢一点
      </button>
      <button type="button" disabled={rate >= FASTEST} onClick={() => faster(1)}>
        快一点
      </button>
    </div>
  );
}
