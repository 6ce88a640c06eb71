import { lazy, type ReactNode, Suspense } from 'react';
import { useElder } from '../state/store.js';
import { ChatTop } from './chat-top.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { Notice } from './notice.js';
import { ReadingBar } from './reading-bar.js';

const Offered = lazy(() => import('../booking/offered.js'));

/** The talk. It stays while other screens are open, so that nothing in it is lost. */
export function ChatScreen({ hidden, typing }: { hidden: boolean; typing: boolean }): ReactNode {
  const { waits } = useElder();
  return (
    <div className="page" hidden={hidden}>
      <ChatTop />
      <main className="chat">
        <Notice />
        {waits.length > 0 && !hidden && (
          <Suspense fallback={null}>
            <Offered />
          </Suspense>
        )}
        <MessageList />
        <ReadingBar />
        <Composer typing={typing} />
      </main>
    </div>
  );
}
