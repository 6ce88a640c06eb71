import type { WebSocket } from 'ws';
import { type Desk, type Missed, UnknownSessionError } from '../../bot/desk.js';
import type { Metrics } from './metrics.js';
import { malformed, Problem } from './problem.js';
import { socketMessage } from './schemas.js';
import { sentences } from './sentences.js';

/** One socket's side of a conversation. */
export interface Conversing {
  /** Answers one frame; rejects with what the client is to be told. */
  take(frame: string): Promise<void>;
  /** Goes on with a conversation, sending first what its client missed. */
  resume(sessionId: string): Promise<void>;
  fail(problem: Problem): void;
}

export function converse(socket: WebSocket, { desk, metrics }: { desk: Desk; metrics: Metrics }): Conversing {
  let current: string | undefined;
  /** Replies on their way, by the ping that went with them. */
  const unconfirmed = new Map<string, { sessionId: string; messageId: string }>();
  let pings = 0;

  // That a reply was written says nothing: a telephone that lost its network takes no more of it. What the client's
  // pong confirms has arrived; all else is sent again when it comes back.
  socket.on('pong', (payload: Buffer) => {
    const reply = unconfirmed.get(payload.toString());
    if (!reply) return;
    unconfirmed.delete(payload.toString());
    desk.delivered(reply.sessionId, reply.messageId).catch(() => {});
  });

  const send = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };

  /** `heard`: sentences of it were sent while it was made. */
  function deliver(sessionId: string, { messageId, reply }: Missed, heard = false): void {
    if (!heard) for (const text of sentences(reply.text)) send({ type: 'delta', text, messageId });
    if (socket.readyState === socket.OPEN) {
      const ping = String(++pings);
      unconfirmed.set(ping, { sessionId, messageId });
      socket.ping(ping);
    }
    send({ type: 'reply', reply, messageId });
  }

  function enter(sessionId: string): void {
    if (sessionId === current) return;
    current = sessionId;
    send({ type: 'session', sessionId });
  }

  async function resume(sessionId: string): Promise<Missed[]> {
    const missed = await desk.missed(sessionId);
    enter(sessionId);
    for (const reply of missed) deliver(sessionId, reply);
    return missed;
  }

  return {
    resume: async (sessionId) => void (await resume(sessionId)),
    async take(frame) {
      const message = parse(frame);
      const { sessionId } = message;
      const caughtUp = sessionId !== undefined && sessionId !== current ? await resume(sessionId) : [];
      if (message.type === 'resume') return;
      if (caughtUp.some((reply) => reply.messageId === message.messageId)) return;
      const { type: _, ...said } = message;
      let heard = false;
      const { messageId } = message;
      const onText = (text: string): void => {
        heard = true;
        send({ type: 'delta', text, messageId });
      };
      // A client that has no session yet, or gives no name to its message, could not tell whose sentences they are.
      const hears = messageId !== undefined && (sessionId ?? current) !== undefined ? { onText } : {};
      try {
        const answered = await metrics.timed('socket', () =>
          desk.answer({ ...said, ...hears, sessionId: sessionId ?? current, track: true }),
        );
        enter(answered.sessionId);
        deliver(answered.sessionId, answered, heard);
      } catch (error) {
        if (error instanceof UnknownSessionError) current = undefined;
        throw error;
      }
    },
    fail(problem) {
      send({ type: 'error', code: problem.code, message: problem.title });
    },
  };
}

function parse(frame: string) {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    throw malformed;
  }
  const parsed = socketMessage.safeParse(json);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new Problem(400, 'invalid', `有一项内容不合要求：${first?.path.join('.') || first?.message}。`);
}
