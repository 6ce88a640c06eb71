const LONGEST_WAIT = 10_000;

/**
 * A WebSocket that comes back by itself.
 * `onOpen(send)` at every beginning, `onMessage(message)`, `onState('open' | 'lost')`. Returns `send(message)`, which
 * tells whether the message could be sent now.
 */
export function connect({ onOpen, onMessage, onState }) {
  let socket;
  let failures = 0;
  let timer;

  function open() {
    clearTimeout(timer);
    const address = new URL('ws/chat', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      failures = 0;
      onState('open');
      onOpen();
    });
    socket.addEventListener('message', ({ data }) => onMessage(JSON.parse(data)));
    socket.addEventListener('close', () => {
      onState('lost');
      timer = setTimeout(open, Math.min(LONGEST_WAIT, 500 * 2 ** failures++));
    });
  }

  open();
  // No need to wait out the pause when the network is back.
  addEventListener('online', () => {
    if (socket.readyState === WebSocket.CLOSED) open();
  });
  return (message) => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  };
}
