import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Reply } from '../../../../src/bot/reply.js';
import { canRead, read, reading, stopReading } from '../speech/read-aloud.js';
import { useStore } from '../state/store.js';
import type { Turn } from '../state/types.js';
import { Icon } from '../ui/icon.js';
import { shownSentences } from './shown.js';

const Share = lazy(() => import('../share/share.js'));
const Wrong = lazy(() => import('./wrong.js'));

/** What can be done with a reply: hear it, send it to the family, say that it is wrong. */
export function AnswerTools({ turn, reply }: { turn: Turn; reply: Reply }): ReactNode {
  const [opened, setOpened] = useState<'share' | 'wrong' | null>(null);
  const { messageId } = useStore(reading);
  const isRead = messageId === turn.messageId;
  const close = (): void => setOpened(null);
  const [source] = reply.citations;
  return (
    <>
      <div className="tools">
        {canRead && (
          <button
            type="button"
            onClick={() => (isRead ? stopReading() : read(turn.messageId, shownSentences(reply)))}
          >
            <Icon name={isRead ? 'stop' : 'speaker'} />
            {isRead ? '停' : '听一听'}
          </button>
        )}
        {source && (
          <button type="button" onClick={() => setOpened('share')}>
            <Icon name="share" />
            发给家人
          </button>
        )}
        <button type="button" aria-pressed={turn.wrong !== undefined} onClick={() => setOpened('wrong')}>
          <Icon name="wrong" />
          {turn.wrong === undefined ? '这不对' : '已记下不对'}
        </button>
      </div>
      <Suspense fallback={null}>
        {opened === 'share' && source && <Share citation={source} onClose={close} />}
        {opened === 'wrong' && <Wrong turn={turn} onClose={close} />}
      </Suspense>
    </>
  );
}
