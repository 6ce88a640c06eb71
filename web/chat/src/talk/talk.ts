import { choosePlaceCalled } from '../place/called.js';
import { currentElder, isWaiting, newId, withTurn } from '../state/elder.js';
import { changeElder, createStore, saved } from '../state/store.js';
import type { Elder, Turn } from '../state/types.js';
import { type Connection, connect, type Line } from './connection.js';
import { asked, outgoing, received, UNKNOWN_SESSION } from './messages.js';

interface Live {
  line: Line;
  /** The reply that is being received, as far as it has come. */
  arriving: string;
  /** What the user is to be told of the conversation, until the next words are said. */
  notice: string;
}

/** What holds for this moment only. */
export const live = createStore<Live>({ line: 'opening', arriving: '', notice: '' });
const now = (part: Partial<Live>): void => live.set({ ...live.get(), ...part });

let talking: { id: string; connection: Connection } | null = null;

const elderOf = (id: string): Elder | undefined => saved.get().elders.find((elder) => elder.id === id);
const waiting = (id: string): Turn[] => elderOf(id)?.turns.filter(isWaiting) ?? [];

/** Speaks for the current elder from now on: one connection, one conversation. */
export function speakForCurrent(): void {
  const { id } = currentElder(saved.get());
  if (talking?.id === id) return;
  talking?.connection.close();
  live.set({ line: 'opening', arriving: '', notice: '' });
  let wasLost = false;
  const transmit = (turn: Turn): void => void connection.send(outgoing(turn));
  const connection = connect({
    /** After every loss: first what was missed, then what was never answered. */
    onOpen() {
      const sessionId = elderOf(id)?.sessionId ?? null;
      if (sessionId !== null) connection.send({ type: 'resume', sessionId });
      else waiting(id).forEach(transmit);
    },
    onMessage(message) {
      const resumed = message.type === 'session' && message.sessionId === elderOf(id)?.sessionId;
      changeElder(id, (elder) => received(elder, message, Date.now()));
      if (resumed) waiting(id).forEach(transmit);
      if (message.type === 'delta') now({ arriving: live.get().arriving + message.text });
      if (message.type === 'reply') now({ arriving: '' });
      if (message.type !== 'error') return;
      if (message.code !== UNKNOWN_SESSION) return now({ arriving: '', notice: message.message });
      now({ arriving: '', notice: '上次的对话已经结束，从这里重新开始。' });
      waiting(id).forEach(transmit);
    },
    onLine(line) {
      if (line === 'open') now({ line, notice: wasLost ? '已经重新连上，您接着说。' : live.get().notice });
      else now({ line, arriving: '' });
      wasLost = line !== 'open';
    },
  });
  talking = { id, connection };
}

/** Says something for the current elder; without a connection it waits for one. */
export function say(text: string): void {
  const { id, place, turns } = currentElder(saved.get());
  if (place === null && turns[turns.length - 1]?.reply?.kind === 'clarify') void choosePlaceCalled(text, id);
  const turn: Turn = { messageId: newId(), text, at: Date.now(), ...(place ? { region: place.adcode } : {}) };
  changeElder(id, (elder) => asked(elder, turn));
  now({ notice: '' });
  talking?.connection.send(outgoing(turn));
}

/** Sends again what was refused. */
export function sayAgain(turn: Turn): void {
  changeElder(currentElder(saved.get()).id, (elder) =>
    withTurn(elder, turn.messageId, ({ failed: _, ...rest }) => rest),
  );
  talking?.connection.send(outgoing(turn));
}

export const dismissNotice = (): void => now({ notice: '' });
