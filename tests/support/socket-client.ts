import { once } from 'node:events';
import WebSocket from 'ws';

type Message = { type: string; [field: string]: unknown };

/** A client of `/ws/chat` that keeps what it was sent. */
export class SocketClient {
  readonly heard: Message[] = [];
  private taken = 0;
  private waker: (() => void) | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)));
      this.waker?.();
    });
    socket.on('close', () => this.waker?.());
  }

  static async open(port: number, query = ''): Promise<SocketClient> {
    const client = new SocketClient(new WebSocket(`ws://127.0.0.1:${port}/ws/chat${query}`));
    await once(client.socket, 'open');
    return client;
  }

  say(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next message of one of these types; what comes before it is passed over. */
  async next(...types: string[]): Promise<Message> {
    for (;;) {
      const found = this.heard.slice(this.taken).findIndex(({ type }) => types.includes(type));
      const message = found < 0 ? undefined : this.heard[this.taken + found];
      if (message !== undefined) {
        this.taken += found + 1;
        return message;
      }
      if (this.socket.readyState >= WebSocket.CLOSING) throw new Error('the socket was closed');
      await new Promise<void>((resolve) => {
        this.waker = resolve;
      });
    }
  }

  /** The text of the next reply, or the code of the next error. */
  async outcome(): Promise<string> {
    const message = await this.next('reply', 'error');
    return message.type === 'error' ? String(message.code) : (message.reply as { text: string }).text;
  }

  async close(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }
}
