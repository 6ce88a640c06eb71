import type { ReactNode } from 'react';
import { useStore } from '../state/store.js';
import { dismissNotice, live } from '../talk/talk.js';

const LINES = {
  opening: '',
  open: '',
  lost: '网络断了，正在重新连接……您说的话都留着。',
  away: '现在连不上颐问，正在一次次重试。您说的话都留着，连上就发。着急的事请打12345，急病打120。',
};

/** How the line is; it stays until it is no longer so, or until it was read. */
export function Notice(): ReactNode {
  const { line, notice } = useStore(live);
  const words = LINES[line] || notice;
  return (
    <div role="status" className="notice" data-line={line}>
      {words}
      {words !== '' && LINES[line] === '' && (
        <button type="button" className="plain" onClick={dismissNotice}>
          知道了
        </button>
      )}
    </div>
  );
}
