import { randomBytes } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { z } from 'zod';
import type { RelaySession } from './call-parts.js';
import type { SimulatedCall } from './simulated-call.js';
import type { Element } from './xml-reader.js';

/** What is needed of the client's end of a WebSocket. */
interface ClientSocket {
  send(data: string): void;
  close(): void;
  on(event: 'message', listener: (data: { toString(): string }) => void): unknown;
  on(event: 'close', listener: (code: number) => void): unknown;
}

interface RelayPeerParts {
  /** Opens the socket; rejects where it is refused. */
  open: (url: string, headers: Record<string, string>) => Promise<ClientSocket>;
  token: string;
  /** Told of each piece of text that begins to play. */
  onSay?: (text: string) => void;
  onSent?: (message: object) => void;
}

const toCaller = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), token: z.string(), last: z.boolean().optional() }),
  z.object({ type: z.literal('end'), handoffData: z.string().optional() }),
]);

/** The relay's voice is not slowed down: 215 characters a minute. */
const MS_PER_CHARACTER = 60_000 / 215;
const LONGEST_WAIT_MS = 3000;

interface Playing {
  text: string;
  from: number;
  until: number;
}

const playMs = (text: string): number => text.replace(/[\s\p{P}\p{S}]/gu, '').length * MS_PER_CHARACTER;

/** Twilio's side of a ConversationRelay session: plays what it is sent in call time, and is interrupted. */
export class RelayPeer implements RelaySession {
  ended: { params: Record<string, string> } | null = null;
  /** All that was played, what was cut off as far as it came. */
  readonly said: string[] = [];
  #now = 0;
  #playing: Playing[] = [];
  #turnSpoken = '';
  #finished = 0;
  #waker: (() => void) | null = null;

  private constructor(
    private readonly socket: ClientSocket,
    private readonly parts: RelayPeerParts,
  ) {
    socket.on('message', (data) => this.#receive(data.toString()));
    socket.on('close', (code) => {
      this.#over({ SessionStatus: 'failed', ErrorCode: '64105', CloseCode: String(code) });
    });
  }

  /** Opens a session as `<ConversationRelay>` says. A socket that is refused is a session that failed. */
  static async open(noun: Element, call: SimulatedCall, parts: RelayPeerParts): Promise<RelaySession> {
    const url = noun.attributes.url ?? '';
    const headers = { 'x-twilio-signature': getExpectedTwilioSignature(parts.token, url, {}) };
    try {
      const peer = new RelayPeer(await parts.open(url, headers), parts);
      peer.#now = call.now;
      const parameters = noun.children
        .filter(({ name }) => name === 'Parameter')
        .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']);
      const { from, to } = call.parts;
      await peer.#exchange({
        type: 'setup',
        sessionId: `VX${randomBytes(16).toString('hex')}`,
        callSid: call.callSid,
        from,
        to,
        direction: 'inbound',
        customParameters: Object.fromEntries(parameters),
      });
      return peer;
    } catch {
      const params = { SessionStatus: 'failed', ErrorCode: '64102' };
      return {
        ended: { params },
        advance: async () => {},
        speech: async () => {},
        key: async () => {},
        hangUp: () => {},
      };
    }
  }

  async advance(now: number): Promise<void> {
    this.#now = now;
    this.#played();
  }

  /** Said over what is being played, it interrupts it. */
  async speech(text: string, now: number): Promise<void> {
    await this.advance(now);
    this.#interrupt();
    await this.#exchange({ type: 'prompt', voicePrompt: text, lang: 'zh-CN', last: true });
  }

  async key(digit: string, now: number): Promise<void> {
    await this.advance(now);
    this.#interrupt();
    await this.#exchange({ type: 'dtmf', digit });
  }

  hangUp(): void {
    this.socket.close();
  }

  /** Anything at all, for tests of what no relay should send. */
  sendRaw(frame: string): void {
    this.socket.send(frame);
  }

  #interrupt(): void {
    const rest = this.#playing;
    if (rest.length === 0) return;
    const [current] = rest;
    const heard = current && this.#now > current.from ? partOf(current, this.#now) : '';
    this.#turnSpoken += heard;
    this.said.push(heard);
    this.#playing = [];
    this.#send({
      type: 'interrupt',
      utteranceUntilInterrupt: this.#turnSpoken,
      durationUntilInterruptMs: Math.round(playMs(this.#turnSpoken)),
    });
  }

  /** What has been played to its end by now. */
  #played(): void {
    while (this.#playing[0] !== undefined && this.#playing[0].until <= this.#now) {
      const done = this.#playing.shift();
      this.#turnSpoken += done?.text ?? '';
      this.said.push(done?.text ?? '');
    }
  }

  async #exchange(message: object): Promise<void> {
    const before = this.#finished;
    this.#send(message);
    const late = Date.now() + LONGEST_WAIT_MS;
    while (this.#finished === before && this.ended === null && Date.now() < late)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LONGEST_WAIT_MS);
        this.#waker = () => {
          clearTimeout(timer);
          resolve();
        };
      });
  }

  #send(message: object): void {
    this.parts.onSent?.(message);
    this.socket.send(JSON.stringify(message));
  }

  #receive(frame: string): void {
    const message = toCaller.parse(JSON.parse(frame));
    if (message.type === 'end') {
      const params = { SessionStatus: 'ended', HandoffData: message.handoffData ?? '' };
      this.#over(params);
      this.socket.close();
      return;
    }
    const from = Math.max(this.#now, this.#playing.at(-1)?.until ?? 0);
    if (this.#playing.length === 0 && this.#begins) this.#turnSpoken = '';
    this.#begins = message.last === true;
    this.#playing.push({ text: message.token, from, until: from + playMs(message.token) });
    this.parts.onSay?.(message.token);
    if (message.last === true) {
      this.#finished++;
      this.#waker?.();
    }
  }

  /** Whether the next text begins a new turn. */
  #begins = true;

  #over(params: Record<string, string>): void {
    this.ended ??= { params };
    this.#waker?.();
  }
}

/** As much of it as was heard. */
function partOf({ text, from, until }: Playing, now: number): string {
  const share = (now - from) / Math.max(1, until - from);
  return text.slice(0, Math.floor(text.length * share));
}
