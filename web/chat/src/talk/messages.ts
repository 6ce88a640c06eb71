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
      const holding = withAppointment(elder, reply);
      if (!elder.turns.some((turn) => turn.messageId === messageId))
        return { ...holding, turns: [...elder.turns, { messageId, reply, at }] };
      return withTurn(holding, messageId, ({ failed: _, ...turn }) => ({ ...turn, reply }));
    }
    case 'error': {
      if (message.code === UNKNOWN_SESSION) return { ...elder, sessionId: null };
      const refused = elder.turns.find(isWaiting);
      if (refused === undefined) return elder;
      return withTurn(elder, refused.messageId, (turn) => ({ ...turn, failed: true }));
    }
  }
}

/** An appointment that was spoken of is one of the elder's from then on. */
function withAppointment(elder: Elder, { appointment }: Reply): Elder {
  if (appointment === undefined || appointment.phone === '') return elder;
  const { id, code, phone, replaces } = appointment;
  const others = elder.appointments.filter((kept) => kept.id !== id && kept.id !== replaces);
  return { ...elder, appointments: [{ id, code, phone }, ...others] };
}

/** How a turn is sent; sent again it has no second effect, for the `messageId` is the same. */
export const outgoing = ({ messageId, text, region }: Turn): object => ({
  type: 'user',
  messageId,
  text,
  ...(region === undefined ? {} : { region }),
});
