import { Bubble } from '@chatui/core';
import type { ReactNode } from 'react';
import { isWaiting } from '../state/elder.js';
import { useStore } from '../state/store.js';
import type { Turn } from '../state/types.js';
import { live, sayAgain } from '../talk/talk.js';
import { Message } from './message.js';

export function OwnWords({ turn }: { turn: Turn }): ReactNode {
  const { line } = useStore(live);
  return (
    <Message from="user">
      <Bubble>{turn.text}</Bubble>
      {turn.failed && (
        <button type="button" className="choice" onClick={() => sayAgain(turn)}>
          没有发成，再发一次
        </button>
      )}
      {isWaiting(turn) && line !== 'open' && <p className="fine">连上就发出去</p>}
    </Message>
  );
}
