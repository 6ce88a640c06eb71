import type { Reply } from '../../../../src/bot/reply.js';
import { isWaiting, withTurn } from '../state/elder.js';
import type { Elder, Turn } from '../state/types.js';

/** What comes over `/ws/chat`. */
export type Message =
  | { type: 'session'; sessionId: string }
  | { type: 'delta'; text: string; messageId: string }
  | { type: 'reply'; reply: Reply; messageId: string }
  | { type: 'error'; code: string; message: string };

export const UNKNOWN_SESSION = 'unknown-session';

export const asked = (elder: Elder, turn: Turn): Elder => ({
  ...elder,
  draft: '',
  turns: [...elder.turns, turn],
});

/** The elder after a message of the server; a delta changes nothing that is kept. */
export function received(elder: Elder, message: Message, at: number): Elder {
  switch (message.type) {
    case 'session':
      return { ...elder, sessionId: message.sessionId };
    case 'delta':
      return elder;
    case 'reply': {
      const { messageId, reply } = message;
      if (!elder.turns.some((turn) => turn.messageId === messageId))
        return { ...elder, turns: [...elder.turns, { messageId, reply, at }] };
      return withTurn(elder, messageId, ({ failed: _, ...turn }) => ({ ...turn, reply }));
    }
    case 'error': {
      if (message.code === UNKNOWN_SESSION) return { ...elder, sessionId: null };
      const refused = elder.turns.find(isWaiting);
      if (refused === undefined) return elder;
      return withTurn(elder, refused.messageId, (turn) => ({ ...turn, failed: true }));
    }
  }
}

/** How a turn is sent; sent again it has no second effect, for the `messageId` is the same. */
export const outgoing = ({ messageId, text, region }: Turn): object => ({
  type: 'user',
  messageId,
  text,
  ...(region === undefined ? {} : { region }),
});
