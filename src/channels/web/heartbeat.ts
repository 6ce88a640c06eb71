const HEARTBEAT_MS = 30_000;

/** What is needed of a WebSocket. */
interface Beating {
  on(event: 'pong' | 'message' | 'close', listener: () => void): unknown;
  ping(): void;
  terminate(): void;
}

/** Pings a socket and ends it when it has been silent for a whole interval (RFC 6455, 5.5.2). */
export function keepAlive(socket: Beating, every = HEARTBEAT_MS): void {
  let heard = true;
  const hear = (): void => {
    heard = true;
  };
  const timer = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    socket.ping();
  }, every).unref();
  socket.on('pong', hear);
  socket.on('message', hear);
  socket.on('close', () => clearInterval(timer));
}
