import { randomBytes, randomUUID } from 'node:crypto';
import {
  findReply,
  findSession,
  forgetSession,
  markDelivered,
  recordTurn,
  sessionExists,
  undelivered,
} from '../store/conversations.js';
import type { Database } from '../store/database.js';
import { type Feedback, recordFeedback } from '../store/feedback.js';
import type { Seal } from '../store/seal.js';
import { type Conversation, newConversation } from './conversation.js';
import { createInTurn } from './in-turn.js';
import { createPace, type Pace } from './pace.js';
import type { Reply } from './reply.js';

/** What a channel hands over. `region`: a name or adcode. `messageId`: the sender's own. */
export interface Incoming {
  sessionId?: string | undefined;
  /** The session is begun where there is none of this name, which nobody can guess; its first turn may be handed over again. */
  begins?: boolean;
  text: string;
  region?: string | undefined;
  messageId?: string | undefined;
  /** The number that the call came from, where the channel proves it. */
  caller?: string | undefined;
  /** Milliseconds that the channel can wait for the reply; a model's words that come later are not waited for. */
  within?: number;
  /** Hears sentences of the reply before it is whole, where a model words it; the reply itself is what counts. */
  onText?: (text: string) => void;
  /** The channel has waited for {@link Desk.pace} itself. */
  paced?: boolean;
  /** Keep the reply as undelivered until {@link Desk.delivered} is called; for channels that can lose it. */
  track?: boolean;
}

export interface Answered {
  sessionId: string;
  messageId: string;
  reply: Reply;
}

export type Missed = Pick<Answered, 'messageId' | 'reply'>;

/** Thrown when a session is named that does not exist, so that a channel can begin a new one or say so. */
export class UnknownSessionError extends Error {}

/** More than anybody says or types in one turn; refused, not cut: the end of a sentence can turn its meaning. */
export const MAX_TEXT_BYTES = 64 * 1024;

/** Thrown for a text longer than {@link MAX_TEXT_BYTES} in UTF-8. */
export class TextTooLongError extends Error {
  constructor() {
    super('这句话太长了，请分开说，一次不要超过 64 KiB。');
  }
}

export interface Asked {
  text: string;
  region: string | null;
  caller?: string | undefined;
  conversation: Conversation;
  within?: number | undefined;
  onText?: ((text: string) => void) | undefined;
}

export interface Settled {
  reply: Reply;
  conversation: Conversation;
}

export interface Bot {
  handle(turn: Asked): Promise<Settled>;
}

/** Turns by session, one after the other, each answered once: the only place where conversations are kept. */
export interface Desk {
  /** Throws {@link UnknownSessionError} or {@link TextTooLongError}. */
  answer(incoming: Incoming): Promise<Answered>;
  /** Of all turns that begin here. */
  readonly pace: Pace;
  delivered(sessionId: string, messageId: string): Promise<void>;
  /** Replies that were tracked and never marked delivered, oldest first. Throws {@link UnknownSessionError}. */
  missed(sessionId: string): Promise<Missed[]>;
  /** Keeps with its turn what is wrong with a reply. Returns whether there is that turn. */
  objected(objection: Feedback): Promise<boolean>;
  /** Removes the session and all its turns; one that is not there is as good as removed. */
  forget(sessionId: string): Promise<void>;
  /** Resolves when every turn begun is answered. */
  idle(): Promise<void>;
}

interface DeskParts {
  bot: Bot;
  db: Database;
  seal: Seal;
  now: () => Date;
}

const ATTEMPTS = 20;

export function createDesk({ bot, db, seal, now }: DeskParts): Desk {
  const inTurn = createInTurn();
  const pace = createPace();

  async function once(sessionId: string, messageId: string, incoming: Incoming): Promise<Reply> {
    const named = incoming.sessionId !== undefined;
    const isNew = !named || incoming.begins === true;
    // Another server may answer for the same session at the same time: whoever finds its version gone begins again.
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = !named && attempt === 0 ? null : await findSession(db, seal, sessionId);
      if (stored === null && !isNew) throw new UnknownSessionError(sessionId);
      const earlier =
        stored && incoming.messageId !== undefined ? await findReply(db, seal, sessionId, messageId) : null;
      if (earlier !== null) return JSON.parse(earlier) as Reply;
      const conversation = stored ? (JSON.parse(stored.state) as Conversation) : newConversation();
      const result = await bot.handle({
        text: incoming.text,
        region: incoming.region ?? null,
        caller: incoming.caller,
        conversation,
        within: incoming.within,
        onText: incoming.onText,
      });
      const outcome = await recordTurn(db, seal, {
        sessionId,
        messageId,
        version: stored?.version ?? 0,
        state: JSON.stringify(result.conversation),
        reply: JSON.stringify(result.reply),
        delivered: incoming.track !== true,
        now: now().toISOString(),
      });
      if (outcome === 'recorded') return result.reply;
    }
    throw new Error(`session was changed ${ATTEMPTS} times while one turn was answered`);
  }

  return {
    async answer(incoming) {
      if (Buffer.byteLength(incoming.text) > MAX_TEXT_BYTES) throw new TextTooLongError();
      const sessionId = incoming.sessionId ?? randomBytes(24).toString('base64url');
      const messageId = incoming.messageId ?? randomUUID();
      const reply = await inTurn(sessionId, async () => {
        if (incoming.paced !== true) await pace.next();
        return once(sessionId, messageId, incoming);
      });
      return { sessionId, messageId, reply };
    },
    pace,
    delivered: (sessionId, messageId) => markDelivered(db, sessionId, messageId),
    async missed(sessionId) {
      if (!(await sessionExists(db, sessionId))) throw new UnknownSessionError(sessionId);
      const rows = await undelivered(db, seal, sessionId);
      return rows.map(({ messageId, reply }) => ({ messageId, reply: JSON.parse(reply) as Reply }));
    },
    objected: (objection) => recordFeedback(db, seal, objection, now().toISOString()),
    forget: (sessionId) => inTurn(sessionId, () => forgetSession(db, sessionId)),
    idle: inTurn.idle,
  };
}
