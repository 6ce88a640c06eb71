import type { ReactNode } from 'react';
import { ChatTop } from './chat-top.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { Notice } from './notice.js';
import { ReadingBar } from './reading-bar.js';

/** The talk. It stays while other screens are open, so that nothing in it is lost. */
export const ChatScreen = ({ hidden, typing }: { hidden: boolean; typing: boolean }): ReactNode => (
  <div className="page" hidden={hidden}>
    <ChatTop />
    <main className="chat">
      <Notice />
      <MessageList />
      <ReadingBar />
      <Composer typing={typing} />
    </main>
  </div>
);
