import type { Message } from './messages.js';

const LONGEST_WAIT = 10_000;
const FIRST_WAIT = 500;

/** `away`: it was tried more than once and nobody answers. */
export type Line = 'opening' | 'open' | 'lost' | 'away';

export interface Connection {
  /** Whether the message could be sent now. */
  send(message: object): boolean;
  close(): void;
}

interface Events {
  /** At every beginning. */
  onOpen(): void;
  onMessage(message: Message): void;
  onLine(line: Line): void;
}

/** A WebSocket that comes back by itself until it is closed. */
export function connect({ onOpen, onMessage, onLine }: Events): Connection {
  let socket: WebSocket;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout>;
  let closed = false;

  function open(): void {
    clearTimeout(timer);
    const address = new URL('ws/chat', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      failures = 0;
      onLine('open');
      onOpen();
    });
    socket.addEventListener('message', ({ data }) => onMessage(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      if (closed) return;
      failures++;
      onLine(failures > 1 ? 'away' : 'lost');
      timer = setTimeout(open, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)));
    });
  }

  // No need to wait out the pause when the network is back.
  const online = (): void => {
    if (socket.readyState === WebSocket.CLOSED) open();
  };

  open();
  addEventListener('online', online);
  return {
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      removeEventListener('online', online);
      socket.close();
    },
  };
}
